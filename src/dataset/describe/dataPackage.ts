import type { TableFile, TableFormat } from '../write/tableFiles.ts'
import { about, datasetUrl } from './about.ts'
import { type PublishedColumn, type PublishedTable, targetOf } from './columns.ts'

/** A written file: its path in the dataset, its size and SHA-256, and what of a table it holds, if it does. */
export interface WrittenFile extends Partial<Pick<TableFile, 'table' | 'format'>> {
  readonly path: string
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
  ...(table.keyMayBeEmpty ? {} : { primaryKey: table.key }),
  missingValues: [''],
  ...(table.references
    ? {
        foreignKeys: table.references.map((one) => ({
          fields: one.fields,
          // The standard says a reference within the table by leaving its name empty.
          reference: { resource: one.table === table.name ? '' : one.table, fields: targetOf(one) },
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

const csv = {
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
}
/** How a file of each format is described, and what its title says besides the name of the table. */
const formats: Readonly<Record<TableFormat, { about: object; note: string }>> = {
  csv: { about: csv, note: '' },
  excel: { about: csv, note: '（Excel 用，带 BOM） for Excel, with a byte order mark' },
  parquet: { about: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' }, note: ' (Parquet)' },
}

function resource({ path, bytes, sha256, table, format }: WrittenFile) {
  const common = { name: resourceName(path), path, bytes, hash: `sha256:${sha256}` }
  if (!table || !format) {
    return { ...common, title: 'SQLite', format: 'sqlite', mediatype: 'application/vnd.sqlite3' }
  }
  const { about, note } = formats[format]
  return {
    ...common,
    title: `${table.title.zh}${note}`,
    description: table.title.en,
    type: 'table',
    ...about,
    schema: schemaOf(table),
  }
}

/** The description of the dataset after Data Package v2 (https://datapackage.org), made from the list of tables. */
export function dataPackage(files: readonly WrittenFile[], version?: string) {
  const { id, title, description_en, licence, keywords, creator, version: of } = about(version)
  const homepage = datasetUrl()
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: id,
    title,
    description: description_en,
    version: of,
    ...(homepage ? { homepage } : {}),
    keywords,
    contributors: [{ title: creator, roles: ['creator'] }],
    licenses: [{ name: licence.id, path: licence.url, title: licence.title }],
    resources: files.map(resource),
  }
}
