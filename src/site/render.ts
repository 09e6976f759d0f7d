import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileState } from '../dataset/cache/folderStamp.ts'
import { unpackStates } from '../dataset/cache/packedStates.ts'
import { type RenderSetup, renderEnvironment } from './pagesToRender.ts'
import type { PartMessage, PartSetup } from './renderPart.ts'
import { hashesOf, type PartsOfRoute, partsNow, type SiteParts } from './siteParts.ts'

/** How to render the pages of a site. */
export interface RenderOptions {
  /** The pages as code; see `siteBundle`. */
  readonly bundle: string
  /** Where the pages go. */
  readonly folder: string
  /** Where to note things down meanwhile. */
  readonly work: string
  /** The pages that are there already; those that show the same need not be rendered. */
  readonly before: SiteParts
  /** The most threads to render in. */
  readonly jobs: number
}

/** Where only so many mass pages changed, another thread takes longer to start than it saves. */
const fewPages = 500

/** Memory that a thread takes: about 0.7 GB with 2,000 reports, of which most is what it did not yet clear away. */
const threadBytes = 1.5e9

/** Threads that this machine has cores and memory for; one at least. */
export const usableCores = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / threadBytes)))

/** What was rendered. */
export interface Rendered {
  /** All parts of the site that are pages now. */
  readonly parts: SiteParts
  /** The files of the pages for each agency and report that were rendered, with the state of each. */
  readonly written: ReadonlyMap<string, FileState>
}

/** Renders the pages that show something else than before. */
export async function renderPages(options: RenderOptions): Promise<Rendered> {
  const { bundle, folder, work, before, jobs } = options
  mkdirSync(work, { recursive: true })
  const [beforeFile, now] = [join(work, 'before.json'), join(work, 'pages')]
  writeFileSync(beforeFile, JSON.stringify(hashesOf(before)))
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const threads = new Threads()
  const start = (isFirst: boolean) => {
    const setup: RenderSetup = { before: beforeFile, now, isFirst }
    return threads.start({ bundle, folder, shared: isFirst, taken }, renderEnvironment(setup))
  }
  const startOthers = () => {
    for (let i = 1; i < jobs; i += 1) start(false)
  }
  const first = start(true)
  if (Object.keys(before).length === 0) startOthers()
  else
    first.once('message', (message: PartMessage) => {
      if ('pages' in message && message.pages >= fewPages) startOthers()
    })
  await threads.done()
  const routes = existsSync(now) ? readdirSync(now) : []
  const parts = routes.map((name) => JSON.parse(readFileSync(join(now, name), 'utf8')) as PartsOfRoute)
  return { parts: partsNow(parts, before), written: threads.written }
}

/** Threads that render; when one fails, so do all. */
class Threads {
  /** As in `Rendered`; whole once all threads have ended. */
  readonly written = new Map<string, FileState>()
  readonly #workers = new Set<Worker>()
  readonly #end = Promise.withResolvers<void>()

  start(setup: PartSetup, env: Record<string, string>): Worker {
    const worker = new Worker(new URL('./renderPart.ts', import.meta.url), {
      workerData: setup,
      env: { ...process.env, ...env },
    })
    this.#workers.add(worker)
    worker.on('message', (message: PartMessage) => {
      if ('written' in message) unpackStates(message.written, this.written)
    })
    worker.once('error', (error) => this.#end.reject(error))
    worker.once('exit', (code) => {
      this.#workers.delete(worker)
      // A thread that waits for what never comes ends without an error, and with pages missing.
      if (code !== 0) this.#end.reject(new Error(`a thread that renders pages ended with ${code}`))
      else if (this.#workers.size === 0) this.#end.resolve()
    })
    return worker
  }

  /** Waits for all threads to end; those that are still there when one fails are stopped. */
  async done(): Promise<void> {
    try {
      await this.#end.promise
    } finally {
      await Promise.all([...this.#workers].map((worker) => worker.terminate()))
    }
  }
}
