import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { formCells } from '../../model/cells.ts'
import type { Agency } from '../../model/report.ts'
import { searchText } from '../../stats/agencySearch.ts'
import type { PublishedTable } from '../describe/columns.ts'
import {
  createCells,
  createCellValues,
  createIndexes,
  createTable,
  numberColumns,
  quoted,
  storedCellColumns,
} from '../describe/sqlSchema.ts'
import { agencySearchTable, sqlViews } from '../describe/sqlViews.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import type { Row } from './rows.ts'
import type { RowWriter } from './rowWriter.ts'

/** A year has fewer reports than this: their numbers are the year and their place in it. */
const reportsOfYear = 10_000_000

const cellNumbers = new Map<string, number>([...formCells.keys()].map((id, i) => [id, i + 1]))

/** Empty text is no value, as it is in CSV. */
const sqlValue = (value: Row[string] | undefined) => (value === '' || value === undefined ? null : value)

/**
 * The dataset as one SQLite file, filled table by table; the tables that others refer to come first. The same
 * rows in the same order give the same bytes: one process, one transaction, nothing left of times or names.
 */
export class SqliteFile {
  readonly #db: DatabaseSync
  readonly #attached: readonly string[]
  readonly #reports = new Map<string, number>()
  readonly #reportsOfYear = new Map<number, number>()

  /** @param before another such file, whose cells of some years are the same */
  constructor(path: string, before: string | null = null) {
    this.#db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
    // A file that is not finished is thrown away, so that nothing need be kept for going back.
    this.#db.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536',
    )
    // Where the cells of a year are gathered, in a file of its own that goes by itself.
    this.#db.exec(`ATTACH '' AS "gathered"; ${createCellValues(publishedTable('cells'), 'gathered')}`)
    if (before !== null) this.#db.prepare('ATTACH ? AS "before"').run(before)
    this.#attached = before === null ? ['gathered'] : ['gathered', 'before']
    this.#db.exec('BEGIN')
    for (const table of publishedTables) {
      const statements = table.name === 'cells' ? createCells(table) : [createTable(table)]
      for (const statement of statements) this.#db.exec(statement)
    }
    for (const { name, select } of sqlViews) this.#db.exec(`CREATE VIEW ${quoted(name)} AS ${select}`)
  }

  /** Takes the rows of a table; those of `cells` as many times as there are years, after all others. */
  writer(table: PublishedTable): RowWriter {
    const ofCells = table.name === 'cells'
    const insert = ofCells ? this.#cellInsert() : this.#insert(table)
    return {
      write: (rows) => rows.forEach(insert),
      close: () => {
        if (!ofCells) return
        this.#copyCells('gathered', 0, Number.MAX_SAFE_INTEGER)
        this.#db.exec('DELETE FROM "gathered"."cell_values"')
      },
    }
  }

  /** Takes over the cells of the reports of a year, null for those without one, in the order of their numbers. */
  takeCells(year: number | null): void {
    const first = (year ?? 0) * reportsOfYear
    this.#copyCells('before', first, first + reportsOfYear)
  }

  /** Cells come by one and the same statement wherever they are from: how they came shows in how pages are filled. */
  #copyCells(database: string, first: number, end: number): void {
    this.#db
      .prepare(
        `INSERT INTO main."cell_values" SELECT * FROM ${quoted(database)}."cell_values" WHERE "report_no" >= ? AND "report_no" < ? ORDER BY "report_no", "cell_no"`,
      )
      .run(first, end)
  }

  #insert(table: PublishedTable): (row: Row) => void {
    const number = numberColumns[table.name]
    const names = [...(number ? [number] : []), ...table.columns.map(({ name }) => name)]
    const statement = this.#prepare(table.name, names)
    return (row) => {
      const values = table.columns.map(({ name }) => sqlValue(row[name]))
      statement.run(...(number ? [this.#numberOf(row), ...values] : values))
    }
  }

  #prepare(table: string, names: readonly string[], database = 'main'): StatementSync {
    return this.#db.prepare(
      `INSERT INTO ${quoted(database)}.${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
  }

  /** The number of a report, or of a cell of the forms: within its year, so that other years do not change it. */
  #numberOf(row: Row): number {
    const cell = cellNumbers.get(String(row['cell_id']))
    if (cell !== undefined) return cell
    const year = Number(row['year'] ?? 0)
    const nth = (this.#reportsOfYear.get(year) ?? 0) + 1
    this.#reportsOfYear.set(year, nth)
    const number = year * reportsOfYear + nth
    this.#reports.set(String(row['report_id']), number)
    return number
  }

  #cellInsert(): (row: Row) => void {
    const names = storedCellColumns(publishedTable('cells'))
    const statement = this.#prepare('cell_values', ['report_no', 'cell_no', ...names], 'gathered')
    return (row) => {
      const report = this.#reports.get(String(row['report_id'])) ?? null
      const cell = cellNumbers.get(String(row['cell_id'])) ?? null
      statement.run(report, cell, ...names.map((name) => sqlValue(row[name])))
    }
  }

  /** Adds the search over agencies, the indexes and what the planner should know, and closes the file. */
  finish(agencies: readonly Agency[]): void {
    this.#db.exec(
      `CREATE VIRTUAL TABLE ${quoted(agencySearchTable)} USING fts5("agency_id" UNINDEXED, "words", tokenize = 'trigram')`,
    )
    const insert = this.#prepare(agencySearchTable, ['agency_id', 'words'])
    for (const agency of agencies) insert.run(agency.agency_id, searchText(agency))
    this.#db.exec(`INSERT INTO ${agencySearchTable} (${agencySearchTable}) VALUES ('optimize')`)
    for (const statement of createIndexes()) this.#db.exec(statement)
    this.#db.exec('COMMIT')
    for (const name of this.#attached) this.#db.exec(`DETACH ${quoted(name)}`)
    this.#db.exec('PRAGMA analysis_limit = 1000; ANALYZE')
    this.#db.close()
  }
}
