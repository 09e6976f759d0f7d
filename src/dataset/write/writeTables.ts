import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Corpus } from '../corpus.ts'
import { changesTable } from '../describe/changesTable.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { changeRows } from '../release/changes.ts'
import { fingerprint } from './fingerprint.ts'
import { SqliteFile } from './sqliteFile.ts'
import { sqlitePath } from './tableFiles.ts'
import { isSame, type Part, type Place, partsOf, valuesOf, writePart } from './tableParts.ts'
import type { TablesTask } from './tablesThread.ts'

/** How to write the tables. */
export interface TablesOptions {
  /** The folder of the release before, if there is one. */
  readonly earlier: string | undefined
  /** How many threads write; one for a corpus that is in memory only. */
  readonly jobs: number
}

/** What is written, and the files of each part so far, by the path of the part. */
interface Writing {
  readonly place: Place
  readonly corpus: Corpus
  readonly parts: readonly Part[]
  readonly written: Map<string, WrittenFile[]>
  readonly earlier: string | undefined
}

/**
 * Writes every table as CSV, for spreadsheets, as Parquet and into one SQLite file. Gives all files, in the order of
 * their tables. Cells that another dataset has the same are taken over from it. The bytes are the same with any
 * number of threads.
 */
export async function writeTables(
  place: Place,
  corpus: Corpus,
  { earlier, jobs }: TablesOptions,
): Promise<WrittenFile[]> {
  const parts = partsOf(corpus)
  const writing: Writing = { place, corpus, parts, written: new Map(), earlier }
  if (jobs > 1 && corpus.folder !== null) await writeInThreads(writing, corpus.folder, jobs)
  else await writeInTurn(writing)
  const files = [...parts, changesTable].flatMap(({ path }) => writing.written.get(path) ?? [])
  return [...files, { path: sqlitePath, ...(await fingerprint(join(place.folder, sqlitePath))) }]
}

/** What changed since the release before; all other parts have to be there. */
async function changesPart({ place, earlier }: Writing): Promise<Part> {
  const rows = earlier === undefined ? [] : await changeRows(earlier, place.folder)
  return { table: changesTable, path: changesTable.path, rows: () => rows }
}

/** Writes every part in all formats at once, so that its rows are made once. */
async function writeInTurn(writing: Writing): Promise<void> {
  const { place, corpus, parts, written } = writing
  const sqlite = new SqliteFile(place)
  const write = async (part: Part) => {
    if (isSame(part, place)) sqlite.takeCells(part.year ?? null)
    written.set(part.path, await writePart(place, part, [sqlite.writer(part.table)]))
  }
  for (const part of parts) await write(part)
  await write(await changesPart(writing))
  sqlite.finish(corpus.atlas.agencies)
}

/**
 * Writes the database in one thread, which takes about as long as all else, and the files of each part here or in
 * another thread: parts that need the whole atlas here, where it is.
 */
async function writeInThreads(writing: Writing, corpus: string, jobs: number): Promise<void> {
  const { place, written } = writing
  const waiting = [...writing.parts]
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: new URL('./tablesThread.ts', import.meta.url).href,
    minThreads: jobs - 1,
    maxThreads: jobs - 1,
  })
  const run = (task: TablesTask['task'], ports: readonly MessagePort[] = []) =>
    // Its types have this argument as browsers do, which Tinypool does not.
    pool.run({ place, corpus, task } satisfies TablesTask, { transferList: ports as never })
  const here = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift())
      written.set(part.path, await writePart(place, part))
  }
  const inThread = async () => {
    // From the end, where the cells are.
    for (let part = waiting.pop(); part; part = waiting.pop())
      written.set(part.path, (await run({ part: part.path })) as WrittenFile[])
  }
  const { port1, port2 } = new MessageChannel()
  const database = async () => {
    await run({ changes: port2 }, [port2])
    await inThread()
  }
  const changes = async () => {
    // Without a release before, nothing has to be there first.
    if (writing.earlier !== undefined) await lanes
    const part = await changesPart(writing)
    port1.postMessage([...valuesOf(part)])
    written.set(part.path, await writePart(place, part))
  }
  const inDatabase = database()
  const files = [here(), ...Array.from({ length: jobs - 2 }, inThread)]
  const lanes = Promise.all(files)
  const all = [inDatabase, lanes, changes()]
  try {
    await Promise.all(all)
  } finally {
    // A thread is not stopped in the middle of its work, and nothing is written once this is over.
    waiting.length = 0
    port1.close()
    await Promise.allSettled([...all, ...files])
    await pool.destroy()
  }
}
