import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Corpus, yearName } from '../corpus.ts'
import { changesTable } from '../describe/changesTable.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import { changeRows } from '../release/changes.ts'
import { csvFile } from './csvFile.ts'
import { linkFile } from './linkFile.ts'
import { parquetFile } from './parquetFile.ts'
import { cellRows, issueRows, rowsOf } from './rows.ts'
import { type RowWriter, writeRows } from './rowWriter.ts'
import { SqliteFile } from './sqliteFile.ts'
import { type Row, type Values, valuesIn } from './values.ts'

/** The database that holds all tables. */
export const sqlitePath = 'gongkai.sqlite'

/** The forms in which a table is published as files of its own. */
export const tableFormats = ['csv', 'parquet', 'excel'] as const
export type TableFormat = (typeof tableFormats)[number]

/** A table file of the dataset, by the path of its CSV: one a table, and one a year for cells. */
export interface TablePart {
  readonly table: PublishedTable
  readonly path: string
}

/** A file that holds a table or part of it. */
export interface TableFile extends TablePart {
  readonly format: TableFormat
}

/** The path of a part in another format: `cells/2022.csv` is `cells/2022.parquet`, `excel/cells/2022.csv`. */
export const pathIn = (format: TableFormat, path: string): string =>
  format === 'csv' ? path : format === 'parquet' ? path.replace(/\.csv$/, '.parquet') : `excel/${path}`

/** The files of a part: in every format, but none for spreadsheets where it is too long for a sheet. */
export const filesOf = (part: TablePart): TableFile[] =>
  tableFormats
    .filter((format) => format !== 'excel' || !part.table.tooLongForSheet)
    .map((format) => ({ table: part.table, format, path: pathIn(format, part.path) }))

/** `year`: of cells, which year they are of; null without one. */
type Part = TablePart & { readonly rows: Iterable<Row>; readonly year?: number | null }

/** Parts with their rows, sorted by the key of their table; each can be gone through once. Those of cells last. */
function* partsOf(corpus: Corpus): Generator<Part> {
  for (const table of publishedTables) {
    const rows = rowsOf(table, corpus.atlas)
    if (rows) yield { table, path: table.path, rows }
    if (table.name === 'issues') yield { table, path: table.path, rows: issueRows(corpus.issues()) }
  }
  const cells = publishedTable('cells')
  for (const year of corpus.years) {
    const path = cells.path.replace('{year}', yearName(year))
    yield { table: cells, path, year, rows: cellRows(corpus.reportsOf(year)) }
  }
}

/** Datasets that another is written beside. */
export interface OtherDatasets {
  /** The folder of the release before, if there is one. */
  readonly earlier: string | undefined
  /** A whole dataset of the same code, and the years, by name, of which it has the same cells. */
  readonly unchanged: { readonly folder: string; readonly years: ReadonlySet<string> }
}

/**
 * Writes every table as CSV, for spreadsheets, as Parquet and into one SQLite file. Gives the files of tables.
 * Cells that another dataset has the same are taken over from it.
 */
export async function writeTables(
  folder: string,
  corpus: Corpus,
  { earlier, unchanged }: OtherDatasets,
): Promise<TableFile[]> {
  const written: TableFile[] = []
  const { folder: before, years } = unchanged
  const sqlite = new SqliteFile(join(folder, sqlitePath), years.size > 0 ? join(before, sqlitePath) : null)
  const write = ({ rows, year, ...part }: Part) => {
    const files = filesOf(part)
    if (year !== undefined && years.has(yearName(year))) {
      for (const { path } of files) linkFile(join(before, path), join(folder, path))
      sqlite.takeCells(year)
    } else
      writeRows(valuesOf(part.table, rows), [
        ...files.map((file) => openFile(folder, file)),
        sqlite.writer(part.table),
      ])
    written.push(...files)
  }
  for (const part of partsOf(corpus)) write(part)
  const changes = earlier === undefined ? [] : await changeRows(earlier, folder)
  write({ table: changesTable, path: changesTable.path, rows: changes })
  sqlite.finish(corpus.atlas.agencies)
  return written
}

function openFile(folder: string, { table, format, path }: TableFile): RowWriter {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  return format === 'parquet' ? parquetFile(target, table) : csvFile(target, table, format === 'excel')
}

function* valuesOf(table: PublishedTable, rows: Iterable<Row>): Generator<Values> {
  const values = valuesIn(table)
  for (const row of rows) yield values(row)
}
