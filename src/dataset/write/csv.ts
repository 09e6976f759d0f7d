import Papa from 'papaparse'
import type { PublishedTable } from '../describe/tables.ts'
import type { Row } from './rows.ts'

/** Order of code points, the same on every machine. Numbers in order of size. */
function compare(a: Row[string] | undefined, b: Row[string] | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The rows sorted by the key of their table. */
export function sortRows(table: PublishedTable, rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const field of table.key) {
      const order = compare(a[field], b[field])
      if (order !== 0) return order
    }
    return 0
  })
}

/** A table as CSV: UTF-8, `\n`, a header row, sorted by its key, only the columns that it publishes. */
export function toCsv(table: PublishedTable, rows: readonly Row[]): string {
  const fields = table.columns.map((column) => column.name)
  const data = sortRows(table, rows).map((row) => fields.map((field) => row[field] ?? null))
  // Without rows, papaparse ends the header line itself.
  return Papa.unparse({ fields, data }, { newline: '\n' }).replace(/\n?$/, '\n')
}
