import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Agency } from '../../model/report.ts'
import { searchText } from '../../stats/agencySearch.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { createPacked, packedTable } from '../describe/packedTables.ts'
import { createIndexes, createTable, numberColumns, quoted } from '../describe/sqlSchema.ts'
import { agencySearchTable, sqlViews } from '../describe/sqlViews.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { cellsInOrder, type PackedCells } from './packedLines.ts'
import { PackedTable } from './packedTable.ts'
import { cellNumbers, indicatorNumbers, sqlValue } from './packRows.ts'
import { sqlitePath } from './tableFiles.ts'
import type { Place, RowsBefore } from './tableParts.ts'
import type { Values } from './values.ts'

/** The numbers of the rows of a table that stand for their keys, by the key. */
const numbersOfKeys: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  codebook: cellNumbers,
  dictionary_indicators: indicatorNumbers,
}

const list = (names: readonly string[]) => names.map(quoted).join(', ')

/** A table that is filled: how, and how many rows it has. */
interface Filled {
  readonly names: readonly string[]
  readonly insert: StatementSync
  /** The number of a row, where its table has one. */
  readonly numberOf: ((values: Values) => number) | undefined
  readonly next: number
}

/**
 * The dataset as one SQLite file, filled table by table. The same rows in the same order give the same bytes, made
 * anew or taken over: one transaction, every table from its beginning to its end, nothing left of times or names.
 */
export class SqliteFile {
  readonly #path: string
  readonly #db: DatabaseSync
  readonly #hasBefore: boolean
  readonly #tables = new Map<string, Filled>()
  readonly #packedTables = new Map<string, PackedTable>()
  readonly #numbers: { readonly now: Map<string, number>; readonly before: Map<string, number> }

  /** The database of a dataset, of which rows may be the same in the one before. */
  constructor({ folder, before }: Place) {
    this.#path = join(folder, sqlitePath)
    this.#db = new DatabaseSync(this.#path, { enableForeignKeyConstraints: false })
    // A file that is not finished is thrown away, so that nothing need be kept for going back.
    this.#db.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536',
    )
    this.#hasBefore = Object.keys(before.segments).length > 0
    if (this.#hasBefore) this.#db.prepare('ATTACH ? AS "before"').run(join(before.folder, sqlitePath))
    this.#numbers = { now: new Map(), before: this.#numbersBefore() }
    this.#db.exec('BEGIN')
    for (const table of publishedTables) {
      const packed = packedTable(table.name)
      const statements = packed ? createPacked(packed) : [createTable(table)]
      for (const statement of statements) this.#db.exec(statement)
    }
    for (const { name, select } of sqlViews) this.#db.exec(`CREATE VIEW ${quoted(name)} AS ${select}`)
  }

  #numbersBefore(): Map<string, number> {
    if (!this.#hasBefore) return new Map()
    const rows = this.#db.prepare('SELECT "report_id", "report_no" FROM "before"."reports"').iterate()
    return new Map(rows.map((row) => [String(row['report_id']), Number(row['report_no'])]))
  }

  /** Adds rows of a table that is kept as it is published, behind those that it has. */
  made(name: string, values: readonly Values[]): void {
    const { insert, numberOf, ...filled } = this.#filled(name)
    for (const row of values)
      insert.run(...(numberOf ? [numberOf(row)] : []), ...row.map((value) => sqlValue(value)))
    this.#tables.set(name, { ...filled, insert, numberOf, next: filled.next + values.length })
  }

  /** Adds rows of such a table that the database before has. */
  taken(name: string, { first, rows }: RowsBefore): void {
    const filled = this.#filled(name)
    this.#takeRows(name, filled.names, filled.next - first, [first + 1, first + rows])
    this.#tables.set(name, { ...filled, next: filled.next + rows })
  }

  /** A table as far as it is filled. */
  #filled(name: string): Filled {
    const known = this.#tables.get(name)
    if (known) return known
    const table = publishedTable(name)
    const number = numberColumns[name]
    const names = table.columns.map((column) => column.name)
    const insert = this.#insert(name, [...(number ? [number] : []), ...names])
    return { names, insert, numberOf: number === undefined ? undefined : this.#numberOfRow(table), next: 0 }
  }

  /** Takes over rows by their numbers, which in every table are those of their order. */
  #takeRows(
    table: string,
    names: readonly string[],
    shift: number,
    [from, to]: readonly [number, number],
  ): void {
    const number = numberColumns[table]
    const own = number ? [`"rowid" + ${shift}`] : []
    this.#db.exec(
      `INSERT INTO main.${quoted(table)} (${list([...(number ? [number] : []), ...names])})
SELECT ${[...own, list(names)].join(', ')} FROM "before".${quoted(table)} WHERE "rowid" BETWEEN ${from} AND ${to} ORDER BY "rowid"`,
    )
    if (table === 'reports') this.#numberTaken(shift, from, to)
  }

  #numberTaken(shift: number, from: number, to: number): void {
    const rows = this.#db
      .prepare('SELECT "report_id", "report_no" FROM "before"."reports" WHERE "report_no" BETWEEN ? AND ?')
      .iterate(from, to)
    for (const row of rows) this.#numbers.now.set(String(row['report_id']), Number(row['report_no']) + shift)
  }

  /** The number of a row, by which others refer to it: that of its key, or of its place among all. */
  #numberOfRow(table: PublishedTable): (values: Values) => number {
    const numbers = numbersOfKeys[table.name]
    const key = table.columns.findIndex(({ name }) => name === table.key[0])
    if (numbers) return (values) => numbers.get(String(values[key])) as number
    return (values) => {
      const number = this.#numbers.now.size + 1
      this.#numbers.now.set(String(values[key]), number)
      return number
    }
  }

  #insert(table: string, names: readonly string[]): StatementSync {
    return this.#db.prepare(
      `INSERT INTO ${quoted(table)} (${list(names)}) VALUES (${names.map(() => '?').join(', ')})`,
    )
  }

  /** Adds the packed rows of reports, whose own rows are there, to a table that is kept packed. */
  packedMade(name: string, rows: readonly (readonly [id: string, rows: string])[]): void {
    const kept = this.#packed(name)
    for (const [id, packed] of rows) kept.add(id, packed)
  }

  /** Adds the packed rows of reports that the database before has. */
  packedTaken(name: string, ids: readonly string[]): void {
    const kept = this.#packed(name)
    for (const id of ids) kept.take(id)
    kept.end()
  }

  /** Adds the packed cells of all reports. */
  #addCells(cells: PackedCells): void {
    const kept = this.#packed('cells')
    for (const [id, rows] of cellsInOrder(cells)) {
      if (rows === null) kept.take(id)
      else kept.add(id, rows)
    }
    kept.end()
  }

  #packed(name: string): PackedTable {
    const { kept } = packedTable(name) as { readonly kept: string }
    const table =
      this.#packedTables.get(name) ?? new PackedTable(this.#db, kept, this.#numbers, this.#hasBefore)
    this.#packedTables.set(name, table)
    return table
  }

  /** Adds the indexes and the search over agencies, when all but the cells and the changes is there. */
  index(agencies: readonly Agency[]): void {
    this.#db.exec(
      `CREATE VIRTUAL TABLE ${quoted(agencySearchTable)} USING fts5("agency_id" UNINDEXED, "words", tokenize = 'trigram')`,
    )
    const insert = this.#insert(agencySearchTable, ['agency_id', 'words'])
    for (const agency of agencies) insert.run(agency.agency_id, searchText(agency))
    this.#db.exec(`INSERT INTO ${agencySearchTable} (${agencySearchTable}) VALUES ('optimize')`)
    for (const statement of createIndexes()) this.#db.exec(statement)
  }

  /** Adds the packed cells of all reports and what the planner should know, closes the file, and gives its fingerprint. */
  async complete(cells: PackedCells): Promise<Fingerprint> {
    this.#addCells(cells)
    this.#db.exec('COMMIT')
    if (this.#hasBefore) this.#db.exec('DETACH "before"')
    this.#db.exec('PRAGMA analysis_limit = 1000; ANALYZE')
    this.close()
    return fingerprint(this.#path)
  }

  /** Closes the file; before it is complete, it is of no use. */
  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}
