import type { PublishedTable } from '../describe/columns.ts'
import { csvLines } from './csv.ts'
import { parquetValue } from './parquetFile.ts'
import type { Values } from './values.ts'

/** The rows of a segment in every form in which they are published. */
export interface SegmentContent {
  readonly rows: number
  /** As CSV without a header; `forSheet` without formulas. */
  csv(forSheet: boolean): Uint8Array
  /** The values of each column, as Parquet takes them. */
  columns(): unknown[][]
  /** The rows, as the database takes them; none of what it takes packed. */
  readonly values: readonly Values[]
  /** What the rows of each report are packed into for the database, a report after the other. */
  readonly packed?: readonly string[]
}

/** Rows that are there as values. */
export const contentOfValues = (table: PublishedTable, values: readonly Values[]): SegmentContent => ({
  rows: values.length,
  csv: (forSheet) => Buffer.from(csvLines(values, forSheet)),
  columns: () => table.columns.map(({ type }, i) => values.map((row) => parquetValue(row[i], type))),
  values,
})
