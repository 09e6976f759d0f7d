import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Registry } from '../identity/registry/registry.ts'
import type { Correction } from '../model/correction.ts'
import type { Document } from '../model/document.ts'
import type { Assembled } from './assemble.ts'
import { Reader, type ReadLimits, readLimits } from './reading/reader.ts'
import type { FileReading } from './report.ts'
import { UsageError } from './write/folder.ts'

/** How to read a raw folder. */
export interface IngestOptions {
  readonly raw: string
  /** Processes that read; by default as many as there are cores, and one for a few files. */
  readonly jobs?: number | undefined
  /** What one file may take before it is given up; `readLimits` by default. */
  readonly limits?: ReadLimits
  readonly onProgress?: (done: number, total: number) => void
}

/** All that was read: the assembled data, and each report's source as a document, by report id. */
export interface Ingested extends Assembled {
  readonly documents: ReadonlyMap<string, Document>
}

/** Below this, starting another process takes longer than reading. */
const fewFiles = 200

async function requireFolder(raw: string): Promise<void> {
  const found = await stat(raw).catch(() => null)
  if (!found) throw new UsageError(`the input folder ${raw} does not exist`)
  if (!found.isDirectory()) throw new UsageError(`${raw} is not a folder`)
}

/**
 * Reads every file of a raw folder and puts the readings together. A file that cannot be read is an issue,
 * never a failure.
 *
 * @throws UsageError when the folder does not exist, or `sources.csv`, `agencies.csv` or `corrections.csv` beside it
 * cannot be understood
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  await requireFolder(options.raw)
  // Started before all else: while it loads what reads, this process loads what puts the readings together.
  const first = new Reader(options.raw, options.limits ?? readLimits)
  const [{ readings, registry, corrections }, { assemble }] = await Promise.all([
    readFolder(options, first),
    import('./assemble.ts'),
  ])
  const assembled = assemble(readings, registry, corrections)
  const byPath = new Map(readings.map((reading) => [reading.source.path, reading.document]))
  const documents = new Map<string, Document>()
  for (const report of assembled.reports) {
    const document = byPath.get(report.source.path)
    if (document) documents.set(report.report_id, document)
  }
  return { ...assembled, documents }
}

/** A raw folder, and what is beside it. */
interface FolderReading {
  /** Sorted by path. */
  readonly readings: FileReading[]
  readonly registry: Registry
  readonly corrections: readonly Correction[]
}

async function readFolder(options: IngestOptions, first: Reader): Promise<FolderReading> {
  try {
    const { discover } = await import('../ingest/discover.ts')
    const { notesByFile, readNotes } = await import('./notes.ts')
    const { readAll } = await import('./reading/readAll.ts')
    const { readCorrections } = await import('./corrections.ts')
    const { readRegistry } = await import('./registry.ts')
    const notes = await readNotes(options.raw)
    const registry = await readRegistry(options.raw)
    const corrections = await readCorrections(options.raw)
    const files = await discover(options.raw)
    const jobs = options.jobs ?? (files.length < fewFiles ? 1 : availableParallelism())
    const onProgress = (done: number) => options.onProgress?.(done, files.length)
    onProgress(0)
    const readings = await readAll(files, notesByFile(files, notes), {
      raw: options.raw,
      jobs,
      limits: options.limits ?? readLimits,
      first,
      onProgress,
    })
    readings.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
    return { readings, registry, corrections }
  } finally {
    // Its own end for a folder without files, or when something is wrong before any is read.
    first.stop()
  }
}
