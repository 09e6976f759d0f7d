import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type FoundFile, sha256 } from '../ingest/discover.ts'
import { LostEntry } from './cache/cache.ts'
import { codeVersion } from './cache/codeVersion.ts'
import { defaultCache, usableCache } from './cache/folder.ts'
import type { Placement } from './place.ts'
import { type ReadLimits, readLimits } from './reading/reader.ts'
import { readingAt } from './readingAt.ts'
import type { ReadReport } from './report.ts'
import type { FolderRows, ReadingPlace, RowsOptions, Shard } from './rowsOfFolder.ts'
import { UsageError } from './write/folder.ts'

/** How to read a raw folder. */
export interface IngestOptions {
  readonly raw: string
  /** Processes that read; by default as many as there are cores, and one for a few files. */
  readonly jobs?: number | undefined
  /** What one file may take before it is given up; `readLimits` by default. */
  readonly limits?: ReadLimits
  /** Where readings are kept from run to run. */
  readonly cache?: string | undefined
  /** Whether to read every file again, whatever is kept. */
  readonly fresh?: boolean | undefined
  /** Whether to read the files again that were given up for time or memory. */
  readonly retry?: boolean | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** All that was read, in its place among all; the readings themselves one at a time. */
export interface Ingested extends Placement {
  /** Where the reading of a report is, by its `index`. */
  readonly placeOf: (index: number) => ReadingPlace
}

/** The module that finishes a report: what it imports is part of what the report is made of. */
const finishingModule = fileURLToPath(new URL('./write/normalized.ts', import.meta.url))
const thisModule = fileURLToPath(import.meta.url)
/** Below this, starting another process takes longer than reading. */
const fewFiles = 200
/** How often entries that turn out damaged are read again before it is taken for a failure. */
const attempts = 3

async function requireFolder(raw: string): Promise<void> {
  const found = await stat(raw).catch(() => null)
  if (!found) throw new UsageError(`the input folder ${raw} does not exist`)
  if (!found.isDirectory()) throw new UsageError(`${raw} is not a folder`)
}

/**
 * Reads every file of a raw folder that was not read before, puts all readings together, and lets `use` make
 * something of them. A file that cannot be read is an issue, never a failure. When an entry of the cache turns out
 * damaged, its file is read again and `use` is called once more.
 *
 * @throws UsageError when the folder does not exist, or `sources.csv`, `agencies.csv` or `corrections.csv` beside it
 * cannot be understood
 */
export const ingest = async <T>(
  options: IngestOptions,
  use: (ingested: Ingested) => Promise<T> | T,
): Promise<T> => (await ingestUnlessThere(options, () => false, use)) as T

/**
 * As `ingest`, but null when `isThere` knows the inputs: what would come of them is there already. It is not asked
 * for a `fresh` reading. The inputs are a hash of everything that a reading follows from, code included; `use` is
 * told them, or null when the folder may come out otherwise again.
 */
export async function ingestUnlessThere<T>(
  options: IngestOptions,
  isThere: (inputs: string) => boolean,
  use: (ingested: Ingested, inputs: string | null) => Promise<T> | T,
): Promise<T | null> {
  const { place } = await import('./place.ts')
  const { readCorrections } = await import('./corrections.ts')
  const { readRegistry } = await import('./registry.ts')
  const registry = await readRegistry(options.raw)
  const corrections = await readCorrections(options.raw)
  const beside = [codeVersion([thisModule, finishingModule]), [...registry], corrections]
  const withRest = (ofFiles: string) => sha256(JSON.stringify([ofFiles, ...beside]))
  const known = (ofFiles: string) => isThere(withRest(ofFiles))
  return withRows(options, { shard: null, isThere: known }, async ({ takeRows, placeOf, keyOf, inputs }) => {
    const finishing = codeVersion([finishingModule])
    const placement = place(takeRows(), registry, corrections, {
      reportOf: (index) => readingAt(placeOf(index)).report as ReadReport,
      digestOf: (index) => `${finishing} ${keyOf(index)}`,
    })
    return use({ ...placement, placeOf }, inputs === null ? null : withRest(inputs))
  })
}

/** Reads every n-th file of a raw folder into the cache, and says how many that are. */
export const readShard = async (options: IngestOptions, shard: Shard): Promise<number> =>
  (await withRows(options, { shard }, ({ files }) => files)) as number

async function withRows<T>(
  options: IngestOptions,
  which: Pick<RowsOptions, 'shard' | 'isThere'>,
  use: (rows: FolderRows) => Promise<T> | T,
): Promise<T | null> {
  await requireFolder(options.raw)
  const limits = options.limits ?? readLimits
  const cache = await usableCache(options.cache ?? defaultCache())
  const lost = new Set<string>()
  try {
    const { rowsOfFolder } = await import('./rowsOfFolder.ts')
    for (let attempt = 1; ; attempt += 1) {
      const fresh = options.fresh === true && attempt === 1
      const rows = await rowsOfFolder({
        ...options,
        ...which,
        limits,
        cache: cache.folder,
        fresh,
        retry: options.retry === true && attempt === 1,
        lost,
        jobsFor,
      })
      if (!rows) return null
      try {
        return await use(rows)
      } catch (error) {
        if (!(error instanceof LostEntry) || attempt === attempts) throw error
        lost.add(error.key)
      }
    }
  } finally {
    await cache.remove()
  }
  function jobsFor(files: readonly FoundFile[]): number {
    return options.jobs ?? (files.length < fewFiles ? 1 : availableParallelism())
  }
}
