import type { SchemaElement } from 'hyparquet'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { isRequired, type PublishedColumn, type PublishedTable } from '../describe/columns.ts'
import { version } from '../version.ts'
import type { Row } from './rows.ts'
import type { RowWriter } from './rowWriter.ts'

/** Rows of a row group: what an engine skips or reads as one; the cells of some 500 reports. */
const groupRows = 100_000

const physical: Readonly<Record<PublishedColumn['type'], Omit<SchemaElement, 'name' | 'repetition_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  year: { type: 'INT32' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/** The Parquet schema of a table; only the columns of its key cannot be empty. */
export const parquetSchema = (table: PublishedTable): SchemaElement[] => [
  { name: 'root', num_children: table.columns.length },
  ...table.columns.map(
    ({ name, type }): SchemaElement => ({
      name,
      ...physical[type],
      repetition_type: isRequired(table, name) ? 'REQUIRED' : 'OPTIONAL',
    }),
  ),
]

/** A value as Parquet holds it; an empty text is no value, as it is in CSV. */
function toParquet(value: Row[string] | undefined, type: PublishedColumn['type']): unknown {
  if (value === null || value === undefined || value === '') return null
  return type === 'date' ? new Date(`${value}T00:00:00Z`) : type === 'string' ? String(value) : value
}

/** Writes a table as Parquet, in row groups with the least and greatest value of each column. */
export function parquetFile(path: string, table: PublishedTable): RowWriter {
  const parquet = new ParquetWriter({
    writer: fileWriter(path),
    schema: parquetSchema(table),
    // Long enough for every key, so that the limits of a group are those of its rows.
    statisticsTruncateLength: 128,
    // Readers such as Spark take this form apart before they trust the statistics.
    createdBy: `gongkai-atlas version ${version}`,
  })
  const columnsOf = (rows: readonly Row[]) =>
    table.columns.map(({ name, type }) => ({ name, data: rows.map((row) => toParquet(row[name], type)) }))
  let pending: Row[] = []
  const writeGroup = (rows: readonly Row[]) => {
    // Writing to a local file ends before it returns.
    void parquet.write({ columnData: columnsOf(rows), rowGroupSize: groupRows })
  }
  return {
    write: (rows) => {
      for (const row of rows) pending.push(row)
      while (pending.length >= groupRows) {
        writeGroup(pending.slice(0, groupRows))
        pending = pending.slice(groupRows)
      }
    },
    close: () => {
      if (pending.length > 0) writeGroup(pending)
      void parquet.finish()
    },
  }
}
