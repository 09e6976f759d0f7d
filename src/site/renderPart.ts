import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type FileState, stateOf } from '../dataset/cache/folderStamp.ts'
import { type PackedStates, packStates } from '../dataset/cache/packedStates.ts'
import { collectGarbage } from '../dataset/collectGarbage.ts'
import { normalizedDir } from '../dataset/load.ts'
import { BundledSite, fileOf, reportsOf, type SitePage } from './bundledSite.ts'
import { ReadAhead } from './readAhead.ts'

/** What a thread that renders is told. */
export interface PartSetup {
  /** Where the bundle is. */
  readonly bundle: string
  /** Where the pages go. */
  readonly folder: string
  /** Whether to render the shared pages too, which one thread alone does. */
  readonly shared: boolean
  /** How many of the mass pages are taken by one thread or another. */
  readonly taken: SharedArrayBuffer
}

/** What such a thread tells: at first how many mass pages there are, at last the files of those it rendered. */
export type PartMessage = { readonly pages: number } | { readonly written: PackedStates }

/** Mass pages that a thread takes at a time: a few agencies with all their reports. */
const batch = 64

const { bundle, folder, shared, taken } = workerData as PartSetup
const counter = new Int32Array(taken)
/** The folder that was written to last: most have one file, and some have one after the other. */
let made = ''

function write(file: string, content: Uint8Array | string): string {
  const path = join(folder, file)
  const parent = dirname(path)
  if (parent !== made) mkdirSync(parent, { recursive: true })
  made = parent
  writeFileSync(path, content)
  return path
}

const site = await BundledSite.open(bundle)
/** Renders a page; gives where its file is, if it has one. */
async function render(page: SitePage): Promise<string | null> {
  const content = await site.render(page)
  return content === null ? null : write(fileOf(page), content)
}

/** The next of these pages that no thread has taken; none when all are. */
function take(mass: readonly SitePage[], ahead: ReadAhead): readonly SitePage[] {
  const from = Atomics.add(counter, 0, batch)
  const pages = mass.slice(from, from + batch)
  ahead.start(reportsOf(pages))
  return pages
}

/**
 * Renders the mass pages that no other thread takes, after the shared pages if this thread does those.
 *
 * @returns which files the mass pages became: to look for them later, each in a folder of its own, takes minutes
 */
async function renderAll(): Promise<ReadonlyMap<string, FileState>> {
  const written = new Map<string, FileState>()
  const mass = await site.massPages()
  // What they were found with is three times as much as what is needed of it.
  collectGarbage(mass.length)
  parentPort?.postMessage({ pages: mass.length } satisfies PartMessage)
  if (shared) for (const page of await site.sharedPages()) await render(page)
  const ahead = new ReadAhead(normalizedDir())
  for (let pages = take(mass, ahead); pages.length > 0; ) {
    const next = take(mass, ahead)
    for (const page of pages) {
      const path = await render(page)
      if (path !== null) written.set(fileOf(page), stateOf(path))
      // What is read ahead goes on.
      await nextTurn()
    }
    pages = next
  }
  return written
}

/** Renders all, and says what was written; gives how many pages that were. */
async function renderAndSay(): Promise<number> {
  const written = await renderAll()
  parentPort?.postMessage({ written: packStates(written) } satisfies PartMessage)
  return written.size
}

// What a thread has when it ends stays with the process, for other threads, and noting down what became of the site
// would come on top of it. The atlas, which is with the code of the pages, is all that is left.
collectGarbage(await renderAndSay())
