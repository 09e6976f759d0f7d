import type { PublishedColumn, PublishedTable } from './columns.ts'
import { isRequired, targetOf } from './columns.ts'

const sqlTypes: Readonly<Record<PublishedColumn['type'], string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  year: 'INTEGER',
  date: 'TEXT',
}

/** A name as SQL takes it, words of its own such as `table` included. */
export const quoted = (name: string): string => `"${name}"`
const list = (names: readonly string[]) => names.map(quoted).join(', ')

/**
 * Numbers that stand for the text keys of reports and cells within the database, where 200 cells a report would
 * repeat both; by the table that has them.
 */
export const numberColumns: Readonly<Record<string, string>> = {
  reports: 'report_no',
  codebook: 'cell_no',
}

/** The statement that makes a table, with its key and references. `cells` has one of its own. */
export function createTable(table: PublishedTable): string {
  const number = numberColumns[table.name]
  const columns = table.columns.map(
    ({ name, type }) => `${quoted(name)} ${sqlTypes[type]}${isRequired(table, name) ? ' NOT NULL' : ''}`,
  )
  const lines = [
    ...(number ? [`${quoted(number)} INTEGER PRIMARY KEY`] : []),
    ...columns,
    `${number || table.keyMayBeEmpty ? 'UNIQUE' : 'PRIMARY KEY'} (${list(table.key)})`,
    ...(table.references ?? []).map(
      (one) => `FOREIGN KEY (${list(one.fields)}) REFERENCES ${quoted(one.table)} (${list(targetOf(one))})`,
    ),
  ]
  return `CREATE TABLE ${quoted(table.name)} (\n  ${lines.join(',\n  ')}\n) STRICT`
}

/** The columns of `cells` that the codebook has too, and those that only a cell has. */
function partsOf(cells: PublishedTable): { own: PublishedColumn[]; ofCodebook: PublishedColumn[] } {
  const [fromCodebook, own] = [new Set(['cell_id', 'table', 'row', 'column']), cells.columns]
  return {
    own: own.filter(({ name }) => name !== 'report_id' && !fromCodebook.has(name)),
    ofCodebook: own.filter(({ name }) => fromCodebook.has(name)),
  }
}

/** The columns of a cell that are stored with it, in order, behind the numbers of its report and its place. */
export const storedCellColumns = (cells: PublishedTable): readonly string[] =>
  partsOf(cells).own.map(({ name }) => name)

/** The statement that makes the table in which cells are stored. */
function createCellValues(cells: PublishedTable): string {
  const columns = partsOf(cells).own.map(({ name, type }) => `${quoted(name)} ${sqlTypes[type]}`)
  return `CREATE TABLE "cell_values" (
  "report_no" INTEGER NOT NULL REFERENCES "reports" ("report_no"),
  "cell_no" INTEGER NOT NULL REFERENCES "codebook" ("cell_no"),
  ${columns.join(',\n  ')},
  PRIMARY KEY ("report_no", "cell_no")
) STRICT, WITHOUT ROWID`
}

/** The statements that make the cells: what is stored, and the view that shows it as the published table. */
export function createCells(cells: PublishedTable): string[] {
  const { own, ofCodebook } = partsOf(cells)
  const shown = [
    'r."report_id"',
    ...ofCodebook.map(({ name }) => `c.${quoted(name)}`),
    ...own.map(({ name }) => `v.${quoted(name)}`),
  ]
  return [
    createCellValues(cells),
    `CREATE VIEW "cells" AS SELECT ${shown.join(', ')}
FROM "cell_values" AS v
JOIN "reports" AS r USING ("report_no")
JOIN "codebook" AS c USING ("cell_no")`,
  ]
}

/** Columns that questions often ask by, besides keys. */
const indexed: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['reports', 'agency_id', 'year'],
  ['reports', 'year'],
  ['issues', 'report_id'],
  ['issues', 'code'],
  ['agencies', 'division_code'],
  ['agencies', 'province', 'city', 'county'],
  ['indicators', 'indicator_id'],
  ['cell_values', 'cell_no', 'effective_value'],
]

/** The statements that make the indexes; run when the rows are there. */
export const createIndexes = (): string[] =>
  indexed.map(
    ([table, ...columns]) =>
      `CREATE INDEX ${quoted(`${table}_by_${columns.join('_')}`)} ON ${quoted(table)} (${list(columns)})`,
  )
