import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileState } from '../dataset/cache/folderStamp.ts'
import { unpackStates } from '../dataset/cache/packedStates.ts'
import { renderEnvironment } from './pagesToRender.ts'
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
  /** A thread that was started ahead of time with the same bundle and notes. */
  readonly ahead?: ThreadAhead | null
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
  const { bundle, folder, work, before, jobs, ahead = null } = options
  mkdirSync(work, { recursive: true })
  writeFileSync(filesOf(work).before, JSON.stringify(hashesOf(before)))
  const taken = ahead?.taken ?? newCounter()
  const threads = new Threads()
  const start = (isFirst: boolean) => threads.add(startThread({ bundle, folder, work, taken, isFirst }))
  const startOthers = () => {
    for (let i = 1; i < jobs; i += 1) start(false)
  }
  const isReady = ahead !== null && !ahead.failed()
  const first = isReady ? threads.add(ahead.thread) : start(true)
  if (isReady) first.postMessage(folder)
  if (Object.keys(before).length === 0) startOthers()
  else
    first.once('message', (message: PartMessage) => {
      if ('pages' in message && message.pages >= fewPages) startOthers()
    })
  await threads.done()
  const { now } = filesOf(work)
  const routes = existsSync(now) ? readdirSync(now) : []
  const parts = routes.map((name) => JSON.parse(readFileSync(join(now, name), 'utf8')) as PartsOfRoute)
  return { parts: partsNow(parts, before), written: threads.written }
}

/** Where threads find the pages that are there already, and note down those that are now. */
const filesOf = (work: string) => ({ before: join(work, 'before.json'), now: join(work, 'pages') })

const newCounter = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

interface ThreadSetup extends Omit<PartSetup, 'shared'> {
  readonly work: string
  readonly isFirst: boolean
}

function startThread({ work, isFirst, ...setup }: ThreadSetup): Worker {
  return new Worker(new URL('./renderPart.ts', import.meta.url), {
    workerData: { ...setup, shared: isFirst } satisfies PartSetup,
    env: { ...process.env, ...renderEnvironment({ ...filesOf(work), isFirst }) },
  })
}

/** A thread that gets ready to render before it is known what. */
export interface ThreadAhead {
  readonly thread: Worker
  /** How many of the mass pages are taken; see `PartSetup`. */
  readonly taken: SharedArrayBuffer
  /** Whether it ended before there was anything to do. */
  failed(): boolean
}

/** Starts a thread that gets ready to render with `bundle` and `work`, as of `RenderOptions`; nobody waits for it. */
export function threadAhead(bundle: string, work: string): ThreadAhead {
  const taken = newCounter()
  const thread = startThread({ bundle, folder: null, work, taken, isFirst: true })
  let hasFailed = false
  const fail = () => {
    hasFailed = true
  }
  thread.once('error', fail).once('exit', fail).unref()
  return { thread, taken, failed: () => hasFailed }
}

/** Threads that render; when one fails, so do all. */
class Threads {
  /** As in `Rendered`; whole once all threads have ended. */
  readonly written = new Map<string, FileState>()
  readonly #workers = new Set<Worker>()
  readonly #end = Promise.withResolvers<void>()

  add(worker: Worker): Worker {
    worker.ref()
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
