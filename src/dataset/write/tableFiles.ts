import type { PublishedTable } from '../describe/columns.ts'

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
