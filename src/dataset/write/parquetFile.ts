import { readFileSync } from 'node:fs'
import { parquetMetadata, type RowGroup, type SchemaElement } from 'hyparquet'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { isRequired, type PublishedColumn, type PublishedTable } from '../describe/columns.ts'
import { version } from '../version.ts'
import type { BeforeFile, SegmentFile } from './segmentFile.ts'
import type { Value } from './values.ts'

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
export function parquetValue(value: Value | undefined, type: PublishedColumn['type']): unknown {
  if (value === null || value === undefined || value === '') return null
  return type === 'date' ? new Date(`${value}T00:00:00Z`) : type === 'string' ? String(value) : value
}

/** Whether a column is asked for by the range of its values: not one of words or other texts. */
const hasLimits = ({ key, references }: PublishedTable, { name, type }: PublishedColumn) =>
  type !== 'string' || key.includes(name) || (references ?? []).some(({ fields }) => fields.includes(name))

/** Writes a table as Parquet, a row group a segment, with the least and greatest value of keys, numbers and dates. */
export function parquetFile(path: string, table: PublishedTable, before?: BeforeFile): SegmentFile {
  const writer = fileWriter(path)
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(table),
    // Whole, so that the limits of a group are those of its rows.
    statisticsTruncateLength: Number.POSITIVE_INFINITY,
    // Readers such as Spark take this form apart before they trust the statistics.
    createdBy: `gongkai-atlas version ${version}`,
  })
  const limited = table.columns.map((column) => hasLimits(table, column))
  const groups = before && new GroupsBefore(before)
  return {
    write: (content) => {
      if (content.rows === 0) return 0
      const columnData = content.columns().map((data, i) => ({
        name: table.columns[i]?.name as string,
        data,
        statistics: limited[i] as boolean,
        // An index of pages, which would stand behind all groups, is of no use without their limits.
        offsetIndex: false,
      }))
      // Writing to a local file ends before it returns.
      void parquet.write({ columnData, rowGroupSize: content.rows })
      leaveOutWhatIsNotRead(parquet.row_groups.at(-1) as RowGroup)
      return 0
    },
    take: (place) => {
      const taken = groups?.at(place, writer.offset)
      // A segment without rows has no group.
      if (!taken) return
      writer.appendBytes(taken.bytes)
      parquet.row_groups.push(taken.group)
      parquet.num_rows += taken.group.num_rows
    },
    close: () => void parquet.finish(),
  }
}

/** A group that is taken over later has only what can be read of it, so that none may have more. */
function leaveOutWhatIsNotRead({ columns }: RowGroup): void {
  for (const { meta_data } of columns) {
    const { statistics } = meta_data ?? {}
    if (statistics && 'nan_count' in statistics) delete statistics.nan_count
  }
}

/** The row groups of a file before, as bytes. */
class GroupsBefore {
  readonly #file: Buffer
  readonly #groups: readonly RowGroup[]
  /** Which of the groups a segment is; -1 when it has none. */
  readonly #places: readonly number[]

  constructor({ path, segments }: BeforeFile) {
    this.#file = readFileSync(path)
    this.#groups = parquetMetadata(this.#file).row_groups
    let next = 0
    this.#places = segments.map(({ rows }) => (rows === 0 ? -1 : next++))
  }

  /** The group of a segment, and what is to be said of it where it begins at some offset. */
  at(place: number, offset: number): { readonly bytes: Uint8Array; readonly group: RowGroup } | undefined {
    const group = this.#groups[this.#places[place] ?? -1]
    if (!group) return undefined
    const start = Number(group.columns[0]?.file_offset)
    const bytes = this.#file.subarray(start, start + Number(group.total_compressed_size))
    return { bytes, group: moved(group, BigInt(offset - start)) }
  }
}

/** What is said of a group whose bytes stand further on, or back. */
function moved(group: RowGroup, by: bigint): RowGroup {
  const columns = group.columns.map((column) => {
    const { meta_data, file_offset } = column
    if (!meta_data) return column
    const { data_page_offset, dictionary_page_offset } = meta_data
    return {
      ...column,
      file_offset: file_offset + by,
      meta_data: {
        ...meta_data,
        data_page_offset: data_page_offset + by,
        ...(dictionary_page_offset === undefined
          ? {}
          : { dictionary_page_offset: dictionary_page_offset + by }),
      },
    }
  })
  return { ...group, columns }
}
