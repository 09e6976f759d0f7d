import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Tinypool } from 'tinypool'
import { discover, type SourceFile } from '../ingest/discover.ts'
import { parseSources, type SourceNote, SourcesError } from '../ingest/sources.ts'
import type { Document } from '../model/document.ts'
import { assemble } from './assemble.ts'
import type { Atlas } from './load.ts'
import { type NotesOfFile, readFileReports } from './readFile.ts'
import type { FileReading } from './report.ts'
import { UsageError } from './write/folder.ts'

/** How to read a raw folder. */
export interface IngestOptions {
  readonly raw: string
  /** Worker threads; by default as many as there are cores, and none for a few files. */
  readonly jobs?: number | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** All that was read: the assembled data, and each report's source as a document, by report id. */
export interface Ingested {
  readonly atlas: Atlas
  readonly documents: ReadonlyMap<string, Document>
}

/** Below this, starting workers takes longer than reading. */
const fewFiles = 200
const batchSize = 32

/** Where the maintainer's notes on the files of a raw folder are: `sources.csv` beside it. */
const sourcesPath = (raw: string): string => join(dirname(resolve(raw)), 'sources.csv')

async function readNotes(raw: string): Promise<Map<string, SourceNote>> {
  const path = sourcesPath(raw)
  if (!existsSync(path)) return new Map()
  try {
    return parseSources(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SourcesError) throw new UsageError(error.message)
    throw error
  }
}

async function requireFolder(raw: string): Promise<void> {
  const found = await stat(raw).catch(() => null)
  if (!found) throw new UsageError(`the input folder ${raw} does not exist`)
  if (!found.isDirectory()) throw new UsageError(`${raw} is not a folder`)
}

/**
 * Reads every file of a raw folder and puts the readings together. A file that cannot be read is an issue,
 * never a failure.
 *
 * @throws UsageError when the folder does not exist or `sources.csv` beside it cannot be understood
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  await requireFolder(options.raw)
  const notes = await readNotes(options.raw)
  const files = await discover(options.raw)
  const readings = await readAll(files, notesByFile(files, notes), options)
  readings.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
  const atlas = assemble(readings)
  const byPath = new Map(readings.map((reading) => [reading.source.path, reading.document]))
  const documents = new Map<string, Document>()
  for (const report of atlas.reports) {
    const document = byPath.get(report.source.path)
    if (document) documents.set(report.report_id, document)
  }
  return { atlas, documents }
}

/** The notes on each file, those on the files in an archive with the archive. */
function notesByFile(
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, SourceNote>,
): ReadonlyMap<string, NotesOfFile> {
  const paths = new Set(files.map((file) => file.path))
  const found = new Map<string, Record<string, SourceNote>>()
  for (const [path, note] of notes) {
    const steps = path.split('/')
    const outer = steps.map((_, i) => steps.slice(0, i + 1).join('/')).find((one) => paths.has(one)) ?? path
    const ofFile = found.get(outer) ?? {}
    ofFile[path] = note
    found.set(outer, ofFile)
  }
  return found
}

async function readAll(
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, NotesOfFile>,
  options: IngestOptions,
): Promise<FileReading[]> {
  const report = (done: number) => options.onProgress?.(done, files.length)
  const jobs = options.jobs ?? (files.length < fewFiles ? 1 : availableParallelism())
  report(0)
  if (jobs > 1) return readInWorkers(files, notes, options.raw, jobs, report)
  const readings: FileReading[] = []
  for (const [done, file] of files.entries()) {
    readings.push(...(await readFileReports(options.raw, file, notes.get(file.path))))
    report(done + 1)
  }
  return readings
}

async function readInWorkers(
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, NotesOfFile>,
  raw: string,
  jobs: number,
  report: (done: number) => void,
): Promise<FileReading[]> {
  const pool = new Tinypool({
    filename: new URL('./readWorker.ts', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  })
  const readings: FileReading[] = []
  let done = 0
  const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, i) =>
    files.slice(i * batchSize, (i + 1) * batchSize),
  )
  const reading = Promise.all(
    batches.map(async (batch) => {
      const task = { raw, files: batch.map((file) => ({ file, notes: notes.get(file.path) ?? {} })) }
      readings.push(...((await pool.run(task)) as FileReading[]))
      done += batch.length
      report(done)
    }),
  )
  // Workers that are left running keep the program from ending.
  await reading.finally(() => pool.destroy())
  return readings
}
