import { closeSync, openSync, writeFileSync } from 'node:fs'
import type { PublishedTable } from '../describe/columns.ts'
import { csvHeader, csvLines } from './csv.ts'
import type { RowWriter } from './rowWriter.ts'

/**
 * Writes a table as CSV. For spreadsheets it begins with a byte order mark, by which Excel knows UTF-8, and has
 * no text that becomes a formula.
 */
export function csvFile(path: string, table: PublishedTable, forSheet = false): RowWriter {
  const file = openSync(path, 'w')
  writeFileSync(file, (forSheet ? '\ufeff' : '') + csvHeader(table))
  return {
    write: (rows) => writeFileSync(file, csvLines(rows, forSheet)),
    close: () => closeSync(file),
  }
}
