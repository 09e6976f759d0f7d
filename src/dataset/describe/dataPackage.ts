import { markInvented } from '../../invented/mark.ts'
import { type PublishedColumn, type PublishedTable, publishedTables } from './tables.ts'

/** A written file: its path in the dataset, how many rows it has, its size and SHA-256. */
export interface WrittenFile {
  readonly path: string
  readonly table: string
  readonly bytes: number
  readonly sha256: string
}

const field = (column: PublishedColumn) => ({
  name: column.name,
  type: column.type,
  title: column.zh,
  description: column.en,
  ...(column.enum ? { constraints: { enum: column.enum } } : {}),
})

const schemaOf = (table: PublishedTable) => ({
  fields: table.columns.map(field),
  primaryKey: table.key,
  missingValues: [''],
  ...(table.references
    ? {
        foreignKeys: table.references.map((one) => ({
          fields: one.fields,
          reference: { resource: one.table, fields: one.fields },
        })),
      }
    : {}),
})

/** Names of resources may hold lower-case letters, digits, dots, hyphens and underscores only. */
const resourceName = (path: string): string =>
  path
    .replace(/\.csv$/, '')
    .replaceAll('/', '-')
    .toLowerCase()

function resource(file: WrittenFile) {
  const table = publishedTables.find((one) => one.name === file.table) as PublishedTable
  return {
    name: resourceName(file.path),
    path: file.path,
    title: table.title.zh,
    description: table.title.en,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(table),
  }
}

/** The description of the dataset after Data Package v2 (https://datapackage.org), made from the list of tables. */
export function dataPackage(files: readonly WrittenFile[], version: string) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'gongkai-atlas',
    title: markInvented('政府信息公开年报图谱数据集 Gongkai Atlas dataset'),
    description: markInvented(
      'Figures of the annual reports of Chinese administrative agencies on government information disclosure, as printed, each with its place in the source.',
    ),
    version,
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ],
    resources: files.map(resource),
  }
}
