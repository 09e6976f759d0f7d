import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Corpus, yearName } from '../corpus.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import { readChecksums } from './checksums.ts'
import { csvFile } from './csvFile.ts'
import { fingerprint } from './fingerprint.ts'
import { linkFile } from './linkFile.ts'
import { parquetFile } from './parquetFile.ts'
import { cellRows, issueRows, rowsOf } from './rows.ts'
import { type RowWriter, writeRows } from './rowWriter.ts'
import { filesOf, type TableFile, type TablePart } from './tableFiles.ts'
import { type Row, type Values, valuesIn } from './values.ts'

/** A part of the tables with its rows, sorted by the key of its table and made as they are asked for. */
export interface Part extends TablePart {
  /** Of cells, which year they are of; null without one. */
  readonly year?: number | null
  readonly rows: () => Iterable<Row>
}

/** All parts of a corpus, those that others refer to first and those of cells last. */
export function partsOf(corpus: Corpus): Part[] {
  const tables = publishedTables.flatMap((table): Part[] => {
    if (table.name === 'issues') return [{ table, path: table.path, rows: () => issueRows(corpus.issues()) }]
    const ofAtlas = rowsOf(table)
    return ofAtlas ? [{ table, path: table.path, rows: () => ofAtlas(corpus.atlas) }] : []
  })
  const table = publishedTable('cells')
  const cells = corpus.years.map((year): Part => {
    const path = table.path.replace('{year}', yearName(year))
    return { table, path, year, rows: () => cellRows(corpus.reportsOf(year)) }
  })
  return [...tables, ...cells]
}

/** Where tables are written, and a whole dataset of the same code with the years, by name, that it has the same. */
export interface Place {
  readonly folder: string
  readonly before: { readonly folder: string; readonly years: ReadonlySet<string> }
}

/** Whether the cells of a part are the same in the dataset before. */
export const isSame = ({ year }: Part, { before }: Place): boolean =>
  year !== undefined && before.years.has(yearName(year))

/** Writes the files of a part, and gives its rows to `others` as well; what is the same as before is taken over. */
export async function writePart(
  place: Place,
  part: Part,
  others: readonly RowWriter[] = [],
): Promise<WrittenFile[]> {
  const { table, path } = part
  const files = filesOf({ table, path })
  if (isSame(part, place)) return Promise.all(files.map((file) => takeOver(place, file)))
  await writeRows(valuesOf(part), [...files.map((file) => openFile(place.folder, file)), ...others])
  return Promise.all(
    files.map(async (file) => ({ ...file, ...(await fingerprint(join(place.folder, file.path))) })),
  )
}

/** The values of the rows of a part, one row after the other. */
export function* valuesOf({ table, rows }: Part): Generator<Values> {
  const values = valuesIn(table)
  for (const row of rows()) yield values(row)
}

async function takeOver({ folder, before }: Place, file: TableFile): Promise<WrittenFile> {
  const target = join(folder, file.path)
  linkFile(join(before.folder, file.path), target)
  const sha256 = (await readChecksums(before.folder)).get(file.path)
  return { ...file, ...(sha256 ? { bytes: statSync(target).size, sha256 } : await fingerprint(target)) }
}

function openFile(folder: string, { table, format, path }: TableFile): RowWriter {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  return format === 'parquet' ? parquetFile(target, table) : csvFile(target, table, format === 'excel')
}
