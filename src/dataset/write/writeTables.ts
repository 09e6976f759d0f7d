import type { Corpus } from '../corpus.ts'
import { changesTable } from '../describe/changesTable.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { changeRows } from '../release/changes.ts'
import {
  type Database,
  databaseHere,
  databaseInThread,
  indicatorFollower,
  tableFollower,
} from './database.ts'
import type { Fingerprint } from './fingerprint.ts'
import { forgetPacked, type PackedCells, packedPart, writeCells } from './packedLines.ts'
import { atlasParts, cellParts, type ReportsPart, wholePart } from './parts.ts'
import { sqlitePath } from './tableFiles.ts'
import { type Part, type Place, type SegmentsByPath, type WrittenPart, writePart } from './tableParts.ts'
import type { CellsTask } from './tablesThread.ts'
import { openPool } from './threadPool.ts'

/** How to write the tables. */
export interface TablesOptions {
  /** The folder of the release before, if there is one. */
  readonly earlier: string | undefined
  /** How many threads write; one for a corpus that is in memory only. */
  readonly jobs: number
  /** Called when what is left to do is for the database, which has a thread of its own where there are several. */
  readonly onDatabaseLeft?: (() => void) | undefined
}

/** The files of all tables, in the order of the tables, and the segments of which they are. */
export interface WrittenTables {
  readonly files: readonly WrittenFile[]
  readonly segments: SegmentsByPath
}

/** What is written, and what is there of it so far, by the path of the part. */
interface Writing {
  readonly place: Place
  readonly corpus: Corpus
  readonly database: Database
  readonly parts: readonly Part[]
  readonly cells: readonly ReportsPart[]
  readonly written: Map<string, WrittenPart>
}

/**
 * Writes every table as CSV, for spreadsheets, as Parquet and into one SQLite file. What the dataset before has the
 * same is taken over from it. The bytes are the same with any number of threads, and with any dataset before.
 */
export async function writeTables(
  place: Place,
  corpus: Corpus,
  { earlier, jobs, onDatabaseLeft }: TablesOptions,
): Promise<WrittenTables> {
  const [parts, cells] = [atlasParts(corpus), cellParts(corpus)]
  const inThread = jobs > 1 && corpus.folder !== null
  const database = inThread ? await databaseInThread(place) : databaseHere(place)
  let sqlite: Fingerprint
  const writing: Writing = { place, corpus, database, parts, cells, written: new Map() }
  try {
    await writeAllButChanges(writing, jobs)
    const changes = earlier === undefined ? [] : await changeRows(earlier, place.folder)
    await write(
      writing,
      wholePart(changesTable, () => changes),
    )
    const { done } = await database.complete(packedCells(writing))
    onDatabaseLeft?.()
    sqlite = await done
  } finally {
    await database.end()
  }
  forgetPacked(place.folder)
  const inOrder = [...parts, ...cells, changesTable].map(
    ({ path }) => [path, writing.written.get(path) as WrittenPart] as const,
  )
  return {
    files: [...inOrder.flatMap(([, { files }]) => files), { path: sqlitePath, ...sqlite }],
    segments: Object.fromEntries(inOrder.map(([path, { segments }]) => [path, segments])),
  }
}

/** Writes a part that is kept in the database as it is published, there too, or indicators. */
async function write({ place, database, written }: Writing, part: Part | ReportsPart): Promise<void> {
  const isIndicators = part.table.name === 'indicators' && 'reports' in part
  const follower = isIndicators
    ? indicatorFollower(
        database,
        part.reports.map(({ ids }) => ids),
      )
    : tableFollower(database, part.table)
  written.set(part.path, await writePart(place, part, follower))
}

/**
 * Writes what needs the whole atlas here, where it is, and the cells, which are most of all, a year at a time in
 * other threads, and here as well when all else is done.
 */
async function writeAllButChanges(writing: Writing, jobs: number): Promise<void> {
  const { place, corpus, database, parts, cells, written } = writing
  const sizeOf = ({ reports }: ReportsPart) => reports.reduce((sum, { ids }) => sum + ids.length, 0)
  const waiting = cells.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const here = async () => {
    for (const part of parts) await write(writing, part)
    await database.do('index', corpus.atlas.agencies)
    for (let part = waiting.shift(); part; part = waiting.shift())
      written.set(part.path, await writeCells(place, part))
  }
  const lanes = corpus.folder === null ? 0 : Math.min(jobs - 1, cells.length)
  if (lanes === 0 || corpus.folder === null) return here()
  const threads = await openThreads(lanes)
  const run = threads.taskFor(place, corpus.folder)
  const inThread = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) written.set(part.path, await run(part))
  }
  const all = [...Array.from({ length: lanes }, inThread), here()]
  try {
    await Promise.all(all)
  } finally {
    // A thread is not stopped in the middle of its work, and nothing is written once this is over.
    waiting.length = 0
    await Promise.allSettled(all)
    await threads.close()
  }
}

/** Threads that write the cells of a year each. */
async function openThreads(count: number) {
  const pool = await openPool({ module: new URL('./tablesThread.ts', import.meta.url), count })
  return {
    taskFor:
      ({ folder, before }: Place, corpus: string) =>
      ({ path, reports }: ReportsPart): Promise<WrittenPart> => {
        const ofPath = before.segments[path]
        const segments: SegmentsByPath = ofPath ? { [path]: ofPath } : {}
        const plain = reports.map(({ digest, ids }) => ({ digest, ids }))
        const place = { folder, before: { folder: before.folder, segments } }
        return pool.run({ place, corpus, path, reports: plain } satisfies CellsTask)
      },
    close: () => pool.destroy(),
  }
}

/** The packed cells of all reports, as they wait for the database. */
function packedCells({ place, corpus, cells, written }: Writing): PackedCells {
  const places = new Map(corpus.years.map((year, i) => [year, i]))
  return {
    folder: place.folder,
    parts: cells.map((part) => packedPart(part, written.get(part.path) as WrittenPart)),
    order: Uint16Array.from(corpus.atlas.reports, ({ year }) => places.get(year) as number),
  }
}
