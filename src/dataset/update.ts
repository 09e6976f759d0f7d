import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../ingest/discover.ts'
import { codeVersion } from './cache/codeVersion.ts'
import { defaultCache, usableCache } from './cache/folder.ts'
import { filesBelow, noteWritten, stampOf, writtenBefore } from './cache/folderStamp.ts'
import { collectGarbage } from './collectGarbage.ts'
import { corpusIn } from './corpus.ts'
import { datasetUrl } from './describe/about.ts'
import { type Ingested, type IngestOptions, ingestUnlessThere } from './ingest.ts'
import { type Atlas, keepAtlas, loadAtlas } from './load.ts'
import { latestDataset } from './release/versions.ts'
import { finishChanges } from './write/changeFolder.ts'
import { writeDataset } from './write/dataset.ts'
import { fingerprint } from './write/fingerprint.ts'
import { atlasFile } from './write/layout.ts'
import { writeNormalized } from './write/normalized.ts'

/** Of the files of a normalized folder those by which the others are known: the atlas has a hash of each report. */
const knownBy = (normalized: string): string[] => [
  atlasFile,
  ...filesBelow(join(normalized, 'issues')).map((path) => `issues/${path}`),
]

/**
 * Brings the normalized folder up to date with the raw one. Nothing is put together nor written when it was made
 * from the same files, notes, registry, corrections and code; `fresh` does it all the same.
 *
 * @param complete adds to what was read before it is written: the demo knows places that no list has; with it, the
 * folder is always written
 * @throws UsageError as `ingest`
 */
export async function updateNormalized(
  normalized: string,
  options: IngestOptions,
  complete?: (ingested: Ingested) => Ingested,
): Promise<Atlas> {
  const cache = await usableCache(options.cache ?? defaultCache())
  const isThere = (inputs: string) =>
    !complete && writtenBefore(cache.folder, normalized, knownBy)?.inputs === inputs
  let asLeft = false
  const write = async (ingested: Ingested, inputs: string | null) => {
    const threads = options.jobs ?? availableParallelism()
    asLeft = writtenBefore(cache.folder, normalized, knownBy) !== null
    const atlas = await writeNormalized(normalized, complete?.(ingested) ?? ingested, threads, asLeft)
    if (inputs !== null && !complete) noteWritten(cache.folder, normalized, { inputs }, knownBy)
    return atlas
  }
  try {
    // Of a change that was cut off, the reports may be there and the atlas not yet.
    finishChanges(normalized, atlasFile)
    const written = await ingestUnlessThere({ ...options, cache: cache.folder }, isThere, write)
    // What of the readings is not in the atlas is not needed any more; it is several times as much. Where most is there
    // already, what is still to be done makes less than it takes to look through all.
    if (written && !asLeft) collectGarbage(written.reports.length)
    if (written) keepAtlas(normalized, written)
    return loadAtlas(normalized)
  } finally {
    await cache.remove()
  }
}

/** Where a dataset is made from, and what is known of earlier runs. */
export interface DatasetFolders {
  readonly normalized: string
  readonly dataset: string
  /** The releases of the dataset, which need not be there. */
  readonly releases: string
  readonly cache?: string | undefined
  /** Whether to write it again, whatever is there. */
  readonly fresh?: boolean
  /** Threads that write; by default as many as there are cores, and one for a few reports. */
  readonly jobs?: number | undefined
}

/** Below this, starting another thread takes longer than writing. */
const fewReports = 500

/** The modules that write a dataset: what they import, too, is part of what it follows from. */
export const writingModules = ['./corpus.ts', './write/dataset.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** A hash of all that a dataset follows from: the atlas, by its hashes of all reports, and the release before. */
async function datasetInputs(normalized: string, earlier: string | undefined, code: string): Promise<string> {
  const { sha256: atlas } = await fingerprint(join(normalized, atlasFile))
  const before = earlier && [earlier, stampOf(earlier, filesBelow(earlier))]
  return sha256(JSON.stringify([atlas, before ?? null, datasetUrl(), code]))
}

/**
 * Brings the dataset up to date with the normalized folder. It is left alone when it was made from the same reports
 * and issues, release before, address and code, and every file of it is as it was left. When it is written, the
 * segments of its tables without anything new are taken over from it.
 *
 * @throws UsageError when the folder of the dataset holds something else, or cannot be written to
 */
export async function updateDataset(folders: DatasetFolders): Promise<void> {
  await (await datasetUpdate(folders))?.()
}

/**
 * Brings a dataset up to date.
 *
 * @param onDatabaseLeft called when all that is left to do is for the database, in a thread of its own as a rule
 */
export type DatasetUpdate = (onDatabaseLeft?: () => void) => Promise<void>

/** What `updateDataset` has to do: null when the dataset is up to date, so that it can be known before it is done. */
export async function datasetUpdate(folders: DatasetFolders): Promise<DatasetUpdate | null> {
  const { normalized, dataset, releases, fresh = false } = folders
  const earlier = await latestDataset(releases)
  const code = codeVersion(writingModules)
  const inputs = await datasetInputs(normalized, earlier, code)
  const withCache = async <T>(use: (cache: string) => T): Promise<T> => {
    const cache = await usableCache(folders.cache ?? defaultCache())
    try {
      return use(cache.folder)
    } finally {
      await cache.remove()
    }
  }
  const before = fresh ? null : await withCache((cache) => writtenBefore(cache, dataset, filesBelow))
  if (before?.inputs === inputs) return null
  return async (onDatabaseLeft) => {
    const corpus = corpusIn(normalized)
    const jobs = folders.jobs ?? (corpus.atlas.reports.length < fewReports ? 1 : availableParallelism())
    const taken = before?.code === code ? before.segments : {}
    const segments = await writeDataset(dataset, corpus, { earlier, before: taken, jobs, onDatabaseLeft })
    await withCache((cache) => noteWritten(cache, dataset, { inputs, code, segments }, filesBelow))
  }
}
