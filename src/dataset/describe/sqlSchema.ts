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
 * Numbers that stand for the text keys of reports, cells and indicators within the database, which would be
 * repeated 240 times a report; by the table that has them.
 */
export const numberColumns: Readonly<Record<string, string>> = {
  reports: 'report_no',
  codebook: 'cell_no',
  dictionary_indicators: 'indicator_no',
}

/** The statement that makes a table, with its key and references; not of those that are packed. */
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

/** Columns that questions often ask by, besides keys. */
const indexed: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['reports', 'agency_id', 'year'],
  ['reports', 'year'],
  ['issues', 'report_id'],
  ['issues', 'code'],
  ['agencies', 'division_code'],
  ['agencies', 'province', 'city', 'county'],
]

/** The statements that make the indexes; run when the rows are there. */
export const createIndexes = (): string[] =>
  indexed.map(
    ([table, ...columns]) =>
      `CREATE INDEX ${quoted(`${table}_by_${columns.join('_')}`)} ON ${quoted(table)} (${list(columns)})`,
  )
