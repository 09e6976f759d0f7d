import { about, citationLine, datasetUrl } from './about.ts'
import { type PublishedColumn, type PublishedTable, targetOf } from './columns.ts'
import type { WrittenFile } from './dataPackage.ts'

/** The context that the Croissant format 1.0 gives (http://mlcommons.org/croissant/1.0). */
const prefixed = (prefix: string, names: string) =>
  names.split(' ').map((name) => [name, `${prefix}:${name}`])
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(
    prefixed(
      'cr',
      'citeAs column extract field fileProperty fileObject fileSet format includes isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace separator source subField transform',
    ),
  ),
}

const dataTypes: Readonly<Record<PublishedColumn['type'], string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  year: 'sc:Integer',
  date: 'sc:Date',
}

const encodings = { csv: 'text/csv', excel: 'text/csv', parquet: 'application/vnd.apache.parquet' } as const

const fileObject = ({ path, bytes, sha256, table, format }: WrittenFile) => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  ...(table ? { description: table.title.en } : {}),
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: format ? encodings[format] : 'application/vnd.sqlite3',
  sha256,
})

/** A record set is named after its table; of a table split by year, after its file: `cells-2022`. */
const recordSetId = ({ table, path }: Csv): string =>
  table.path === path ? table.name : path.replace(/\.csv$/, '').replaceAll('/', '-')

/** A CSV file, which a record set describes. */
type Csv = WrittenFile & { readonly table: PublishedTable }
const isCsv = (file: WrittenFile): file is Csv => file.table !== undefined && file.format === 'csv'

const fieldOf = (file: Csv) => (column: PublishedColumn) => {
  const reference = file.table.references?.find(({ fields }) => fields.includes(column.name))
  return {
    '@type': 'cr:Field',
    '@id': `${recordSetId(file)}/${column.name}`,
    name: column.name,
    description: `${column.en} ${column.zh}`,
    dataType: dataTypes[column.type],
    source: { fileObject: { '@id': file.path }, extract: { column: column.name } },
    ...(reference
      ? { references: { field: { '@id': `${reference.table}/${targetOf(reference)[0]}` } } }
      : {}),
  }
}

const recordSet = (file: Csv) => ({
  '@type': 'cr:RecordSet',
  '@id': recordSetId(file),
  name: recordSetId(file),
  description: `${file.table.title.en} ${file.table.title.zh}`,
  ...(file.table.keyMayBeEmpty
    ? {}
    : { key: file.table.key.map((name) => ({ '@id': `${recordSetId(file)}/${name}` })) }),
  field: file.table.columns.map(fieldOf(file)),
})

/**
 * The description of the dataset for machine learning and dataset search, after Croissant 1.0.
 *
 * @param date the latest date that its sources state, ISO; empty for none
 */
export function croissant(files: readonly WrittenFile[], date: string, version?: string) {
  const of = about(version)
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: of.id,
    alternateName: of.title,
    description: `${of.description_en} ${of.description_zh}`,
    url: datasetUrl() || './',
    license: of.licence.url,
    creator: { '@type': 'sc:Organization', name: of.creator },
    ...(date ? { datePublished: date } : {}),
    version: of.version,
    citeAs: citationLine(version),
    keywords: of.keywords,
    inLanguage: ['zh-CN', 'en'],
    isLiveDataset: true,
    distribution: files.map(fileObject),
    recordSet: files.filter(isCsv).map(recordSet),
  }
}
