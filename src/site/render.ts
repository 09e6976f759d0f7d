import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type PageHashes, type RenderSetup, renderEnvironment } from './pagesToRender.ts'
import type { PartSetup } from './renderPart.ts'

/** How to render the pages of a site. */
export interface RenderOptions {
  /** The pages as code; see `siteBundle`. */
  readonly bundle: string
  /** Where the pages go. */
  readonly folder: string
  /** Where to note things down meanwhile. */
  readonly work: string
  /** The pages that are there already and need not be rendered. */
  readonly before: PageHashes
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

/** Renders the pages that show something else than before; gives all pages there are now. */
export async function renderPages(options: RenderOptions): Promise<PageHashes> {
  const { bundle, folder, work, before, jobs } = options
  mkdirSync(work, { recursive: true })
  const [beforeFile, now] = [join(work, 'before.json'), join(work, 'pages')]
  writeFileSync(beforeFile, JSON.stringify(before))
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const parts = new Parts()
  const start = (setup: RenderSetup, shared: boolean) =>
    parts.start({ bundle, folder, shared, taken }, renderEnvironment(setup))
  const startOthers = () => {
    for (let i = 1; i < jobs; i += 1) start({ before: beforeFile }, false)
  }
  const first = start({ before: beforeFile, now }, true)
  if (Object.keys(before).length === 0) startOthers()
  else first.once('message', (pages: number) => pages >= fewPages && startOthers())
  await parts.done()
  const routes = existsSync(now) ? readdirSync(now) : []
  const pages = routes.map((name) => JSON.parse(readFileSync(join(now, name), 'utf8')) as PageHashes)
  return Object.assign({}, ...pages) as PageHashes
}

/** Threads that render; when one fails, so do all. */
class Parts {
  readonly #workers = new Set<Worker>()
  readonly #end = Promise.withResolvers<void>()

  start(setup: PartSetup, env: Record<string, string>): Worker {
    const worker = new Worker(new URL('./renderPart.ts', import.meta.url), {
      workerData: setup,
      env: { ...process.env, ...env },
    })
    this.#workers.add(worker)
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
