import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { corpusIn } from '../corpus.ts'
import { changesTable } from '../describe/changesTable.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { writeRows } from './rowWriter.ts'
import { SqliteFile } from './sqliteFile.ts'
import { isSame, type Place, partsOf, valuesOf, writePart } from './tableParts.ts'
import type { Values } from './values.ts'

/** What a thread is to write of the tables of a corpus. */
export interface TablesTask {
  readonly place: Place
  /** The folder of the corpus. */
  readonly corpus: string
  /** The files of a part, by its path; or the database, in which the rows that come by a port are the last. */
  readonly task: { readonly part: string } | { readonly changes: MessagePort }
}

/** Does a task in a thread. Gives the files of a part; of the database, none. */
export default ({ place, corpus, task }: TablesTask): Promise<WrittenFile[]> =>
  'part' in task ? writeOne(place, corpus, task.part) : writeDatabase(place, corpus, task.changes)

function writeOne(place: Place, corpus: string, path: string): Promise<WrittenFile[]> {
  const part = partsOf(corpusIn(corpus)).find((one) => one.path === path)
  if (!part) throw new Error(`the corpus ${corpus} has no part ${path}`)
  return writePart(place, part)
}

/** Gives up when the port is closed before its message came: then something failed elsewhere. */
async function writeDatabase(place: Place, folder: string, changes: MessagePort): Promise<WrittenFile[]> {
  const given = new AbortController()
  const rowsOfChanges = once(changes, 'message', { signal: given.signal }) as Promise<[Values[]]>
  // Heard of where it is waited for, unless something else failed first.
  rowsOfChanges.catch(() => {})
  changes.once('close', () => given.abort())
  const corpus = corpusIn(folder)
  const sqlite = new SqliteFile(place)
  try {
    for (const part of partsOf(corpus)) {
      if (isSame(part, place)) sqlite.takeCells(part.year ?? null)
      else await writeRows(valuesOf(part), [sqlite.writer(part.table)], given.signal)
    }
    await writeRows((await rowsOfChanges)[0], [sqlite.writer(changesTable)])
    sqlite.finish(corpus.atlas.agencies)
  } catch (error) {
    sqlite.close()
    throw error
  }
  changes.close()
  return []
}
