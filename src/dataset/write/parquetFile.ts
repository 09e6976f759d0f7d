import type { SchemaElement } from 'hyparquet'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { isRequired, type PublishedColumn, type PublishedTable } from '../describe/columns.ts'
import { version } from '../version.ts'
import type { RowWriter } from './rowWriter.ts'
import type { Value, Values } from './values.ts'

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
function toParquet(value: Value | undefined, type: PublishedColumn['type']): unknown {
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
  const { columns } = table
  let pending: unknown[][] = columns.map(() => [])
  const writeGroup = () => {
    const columnData = columns.map(({ name }, i) => ({ name, data: pending[i] as unknown[] }))
    // Writing to a local file ends before it returns.
    void parquet.write({ columnData, rowGroupSize: groupRows })
    pending = columns.map(() => [])
  }
  let rowsPending = 0
  const add = (row: Values) => {
    for (let i = 0; i < columns.length; i += 1)
      pending[i]?.push(toParquet(row[i], columns[i]?.type as PublishedColumn['type']))
    rowsPending += 1
    if (rowsPending < groupRows) return
    writeGroup()
    rowsPending = 0
  }
  return {
    write: (rows) => rows.forEach(add),
    close: () => {
      if (rowsPending > 0) writeGroup()
      void parquet.finish()
    },
  }
}
