import { about, citationLine, datasetUrl } from './about.ts'
import { publishedTables } from './tables.ts'

/** What the page of the data says of the dataset to search engines. */
export interface Coverage {
  /** First and last year that reports are for; absent without any. */
  readonly years: readonly number[]
}

const download = (url: string, path: string, encodingFormat: string, name: string) => ({
  '@type': 'DataDownload',
  name,
  encodingFormat,
  contentUrl: `${url}${path}`,
})

/**
 * The dataset as schema.org/Dataset, for the page of the data. Addresses are absolute when the site has one.
 *
 * @param fallback where the files are without an address of the site, such as `/data/`
 */
export function datasetJsonLd({ years }: Coverage, fallback: string) {
  const of = about()
  const url = datasetUrl() || fallback
  const [first, last] = [years[0], years.at(-1)]
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: of.title_zh,
    alternateName: of.title_en,
    description: `${of.description_zh} ${of.description_en}`,
    url,
    identifier: `${of.id}-${of.version}`,
    version: of.version,
    license: of.licence.url,
    isAccessibleForFree: true,
    inLanguage: ['zh-CN', 'en'],
    keywords: of.keywords,
    creator: { '@type': 'Organization', name: of.creator },
    citation: citationLine(),
    spatialCoverage: { '@type': 'Place', name: 'China' },
    ...(first === undefined ? {} : { temporalCoverage: `${first}/${last}` }),
    variableMeasured: publishedTables
      .filter((table) => table.name === 'indicators' || table.name === 'reports')
      .flatMap((table) => table.columns)
      .filter((column) => column.type === 'number')
      .map((column) => ({ '@type': 'PropertyValue', name: column.name, description: column.en })),
    distribution: [
      download(url, 'datapackage.json', 'application/json', 'Data Package v2'),
      download(url, 'gongkai.sqlite', 'application/vnd.sqlite3', 'SQLite'),
      ...publishedTables
        .filter((table) => !table.path.includes('{year}'))
        .flatMap((table) => [
          download(url, table.path, 'text/csv', table.title.en),
          download(
            url,
            table.path.replace('.csv', '.parquet'),
            'application/vnd.apache.parquet',
            table.title.en,
          ),
        ]),
    ],
  }
}
