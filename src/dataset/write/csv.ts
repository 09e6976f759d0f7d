import Papa from 'papaparse'
import type { PublishedTable } from '../describe/columns.ts'
import type { Row } from './rows.ts'

/** Order of code points, the same on every machine. Numbers in order of size. */
function compare(a: Row[string] | undefined, b: Row[string] | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The rows sorted by the key of their table. */
export function sortRows(table: PublishedTable, rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => {
    for (const field of table.key) {
      const order = compare(a[field], b[field])
      if (order !== 0) return order
    }
    return 0
  })
}

/**
 * What a spreadsheet may take for a formula: its signs, in either width, behind spaces too. A text that begins so
 * gets an apostrophe before it in the copy for spreadsheets; numbers stay as they are.
 */
export const formulaPattern = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** The header row of a table as CSV. */
export const csvHeader = (table: PublishedTable): string =>
  `${Papa.unparse([table.columns.map((column) => column.name)])}\n`

/** Rows as CSV without a header, only the columns that the table publishes; `forSheet` without formulas. */
export function csvLines(table: PublishedTable, rows: readonly Row[], forSheet = false): string {
  if (rows.length === 0) return ''
  const data = rows.map((row) => table.columns.map(({ name }) => row[name] ?? null))
  return `${Papa.unparse(data, { newline: '\n', ...(forSheet ? { escapeFormulae: formulaPattern } : {}) })}\n`
}

/** A table as CSV: UTF-8, `\n`, a header row, sorted by its key, only the columns that it publishes. */
export const toCsv = (table: PublishedTable, rows: Iterable<Row>): string =>
  csvHeader(table) + csvLines(table, sortRows(table, rows))
