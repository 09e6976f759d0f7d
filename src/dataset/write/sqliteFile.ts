import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Agency } from '../../model/report.ts'
import { searchText } from '../../stats/agencySearch.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { createPacked, packedTable } from '../describe/packedTables.ts'
import { createIndexes, createTable, numberColumns, quoted } from '../describe/sqlSchema.ts'
import { agencySearchTable, sqlViews } from '../describe/sqlViews.ts'
import { publishedTables } from '../describe/tables.ts'
import { cellNumbers, indicatorNumbers, packOf, sqlValue } from './packRows.ts'
import type { RowWriter } from './rowWriter.ts'
import { sqlitePath } from './tableFiles.ts'
import type { Place } from './tableParts.ts'
import type { Values } from './values.ts'

/** A year has fewer reports than this: their numbers are the year and their place in it. */
const reportsOfYear = 10_000_000

/** The numbers of the rows of a table that stand for their keys, by the key. */
const numbersOfKeys: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  codebook: cellNumbers,
  dictionary_indicators: indicatorNumbers,
}

/**
 * The dataset as one SQLite file, filled table by table; the tables that others refer to come first. The same
 * rows in the same order give the same bytes: one process, one transaction, nothing left of times or names.
 */
export class SqliteFile {
  readonly #db: DatabaseSync
  readonly #hasBefore: boolean
  readonly #reports = new Map<string, number>()
  readonly #reportsOfYear = new Map<number, number>()

  /** The database of a dataset; cells of some years may be the same in the one before. */
  constructor({ folder, before }: Place) {
    this.#db = new DatabaseSync(join(folder, sqlitePath), { enableForeignKeyConstraints: false })
    // A file that is not finished is thrown away, so that nothing need be kept for going back.
    this.#db.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536',
    )
    this.#hasBefore = before.years.size > 0
    if (this.#hasBefore) this.#db.prepare('ATTACH ? AS "before"').run(join(before.folder, sqlitePath))
    this.#db.exec('BEGIN')
    for (const table of publishedTables) {
      const packed = packedTable(table.name)
      const statements = packed ? createPacked(packed) : [createTable(table)]
      for (const statement of statements) this.#db.exec(statement)
    }
    for (const { name, select } of sqlViews) this.#db.exec(`CREATE VIEW ${quoted(name)} AS ${select}`)
  }

  /** Takes the rows of a table; of one that is packed after the reports, and those of `cells` a year at a time. */
  writer(table: PublishedTable): RowWriter {
    const packed = packedTable(table.name)
    if (packed) return this.#packedWriter(table, packed.kept)
    const insert = this.#insert(table)
    return { write: (rows) => rows.forEach(insert), close: () => {} }
  }

  /** Takes over the cells of the reports of a year, null for those without one, in the order of their numbers. */
  takeCells(year: number | null): void {
    const first = (year ?? 0) * reportsOfYear
    this.#db
      .prepare(
        'INSERT INTO main."report_cells" SELECT * FROM "before"."report_cells" WHERE "report_no" >= ? AND "report_no" < ? ORDER BY "report_no"',
      )
      .run(first, first + reportsOfYear)
  }

  #insert(table: PublishedTable): (values: Values) => void {
    const number = numberColumns[table.name]
    const names = table.columns.map(({ name }) => name)
    const statement = this.#prepare(table.name, [...(number ? [number] : []), ...names])
    if (!number) return (values) => void statement.run(...values.map(sqlValue))
    const numbers = numbersOfKeys[table.name]
    const key = names.indexOf(table.key[0] as string)
    const numberOf = numbers
      ? (values: Values) => numbers.get(String(values[key])) as number
      : this.#numberOfReport(names)
    return (values) => void statement.run(numberOf(values), ...values.map(sqlValue))
  }

  #prepare(table: string, names: readonly string[]): StatementSync {
    return this.#db.prepare(
      `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
  }

  /** The number of a report: within its year, so that other years do not change it. */
  #numberOfReport(names: readonly string[]): (values: Values) => number {
    const [id, ofYear] = [names.indexOf('report_id'), names.indexOf('year')]
    return (values) => {
      const year = Number(values[ofYear] ?? 0)
      const nth = (this.#reportsOfYear.get(year) ?? 0) + 1
      this.#reportsOfYear.set(year, nth)
      const number = year * reportsOfYear + nth
      this.#reports.set(String(values[id]), number)
      return number
    }
  }

  /** Packs the rows of each report, which come one after the other. */
  #packedWriter(table: PublishedTable, kept: string): RowWriter {
    const idOfReport = table.columns.findIndex(({ name }) => name === 'report_id')
    const pack = packOf(table)
    const statement = this.#prepare(kept, ['report_no', 'rows'])
    let [report, rows]: [string | null, unknown[]] = [null, []]
    const insertReport = () => {
      if (report !== null) statement.run(this.#reports.get(report) as number, JSON.stringify(rows))
      rows = []
    }
    const add = (values: Values) => {
      const id = String(values[idOfReport])
      if (id !== report) insertReport()
      report = id
      rows.push(pack(values))
    }
    return { write: (all) => all.forEach(add), close: insertReport }
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
    if (this.#hasBefore) this.#db.exec('DETACH "before"')
    this.#db.exec('PRAGMA analysis_limit = 1000; ANALYZE')
    this.close()
  }

  /** Closes the file; before it is finished, it is of no use. */
  close(): void {
    this.#db.close()
  }
}
