import type { PublishedTable } from '../describe/columns.ts'
import { publishedTable } from '../describe/tables.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { PackedCells } from './packedLines.ts'
import { packIndicator } from './packRows.ts'
import { SqliteFile } from './sqliteFile.ts'
import type { Follower, Place } from './tableParts.ts'
import { openPool } from './threadPool.ts'

type Method = 'made' | 'taken' | 'packedMade' | 'packedTaken' | 'index' | 'complete' | 'close'

/** Something that a database is to do. */
export type Step = { [M in Method]: readonly [method: M, ...args: Parameters<SqliteFile[M]>] }[Method]

/** The database of a dataset as it is filled, here or in a thread of its own, a step after the other. */
export interface Database {
  /** Resolves when the database is ready for more, which need not be when it has done this; rejects when it failed. */
  do(...step: Step): Promise<void>
  /** Completes the database with its cells; resolves when it is at that, and needs nothing more. */
  complete(cells: PackedCells): Promise<{ readonly done: Promise<Fingerprint> }>
  /** Waits until all is done, and lets go of the file, which is of no use before it was completed. */
  end(): Promise<void>
}

/** Has a database do a step. */
export const doStep = (file: SqliteFile, [method, ...args]: Step): unknown =>
  (file[method] as (...args: unknown[]) => unknown)(...args)

/** A database that is filled here. */
export function databaseHere(place: Place): Database {
  const file = new SqliteFile(place)
  return {
    do: async (...step) => void doStep(file, step),
    complete: async (cells) => ({ done: file.complete(cells) }),
    end: async () => file.close(),
  }
}

/** A database that is filled by a thread, which is one step behind at most. */
export async function databaseInThread(place: Place): Promise<Database> {
  const pool = await openPool({
    module: new URL('./databaseThread.ts', import.meta.url),
    count: 1,
    workerData: place,
  })
  let last: Promise<void> = Promise.resolve()
  return {
    async do(...step) {
      const before = last
      last = before.then(() => pool.run(step) as Promise<void>)
      // Whoever asks for the next step is told of it.
      last.catch(() => {})
      await before
    },
    async complete(cells) {
      await last
      const done = pool.run(['complete', cells] satisfies Step) as Promise<Fingerprint>
      last = done.then(() => {})
      last.catch(() => {})
      return { done }
    },
    async end() {
      try {
        await last
      } finally {
        // A database that was completed is closed; of any other nothing is kept, so that no failure matters here.
        await Promise.resolve(pool.run(['close'] satisfies Step)).catch(() => {})
        await pool.destroy()
      }
    },
  }
}

/** Rows are handed to a database so many at a time: on their way they are in memory three times over. */
const rowsAtOnce = 2000

/** Has a database take the rows of a table that is kept as it is published. */
export const tableFollower = (database: Database, { name }: PublishedTable): Follower => ({
  async made({ values }) {
    for (let from = 0; from < values.length; from += rowsAtOnce)
      await database.do('made', name, values.slice(from, from + rowsAtOnce))
  },
  taken: (_, rows) => database.do('taken', name, rows),
})

/** Has a database take the indicators of reports, when the reports are there; `ids` are those of each segment. */
export function indicatorFollower(database: Database, ids: readonly (readonly string[])[]): Follower {
  const table = publishedTable('indicators')
  const pack = packIndicator(table)
  const report = table.columns.findIndex(({ name }) => name === 'report_id')
  return {
    made({ values }) {
      const ofReports = Map.groupBy(values, (row) => String(row[report]))
      const packed = Array.from(ofReports, ([id, rows]) => [id, JSON.stringify(rows.map(pack))] as const)
      return database.do('packedMade', table.name, packed)
    },
    taken: (segment) => database.do('packedTaken', table.name, ids[segment] ?? []),
  }
}
