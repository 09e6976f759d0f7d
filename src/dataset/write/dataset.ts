import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import { inventedReadme, isInvented } from '../../invented/mark.ts'
import { dataPackage, type WrittenFile } from '../describe/dataPackage.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import type { Atlas } from '../load.ts'
import { version } from '../version.ts'
import { toCsv } from './csv.ts'
import { datasetMark, replaceFolder } from './folder.ts'
import { json } from './normalized.ts'
import { cellRowsByYear, rowsOf } from './rows.ts'

/** The CSV files of the dataset by path, in the order of the tables; `cells` by year. */
function csvFiles(atlas: Atlas): { path: string; table: string; text: string }[] {
  return publishedTables.flatMap((table) => {
    const rows = rowsOf[table.name]
    if (rows) return [{ path: table.path, table: table.name, text: toCsv(table, rows(atlas)) }]
    return [...cellRowsByYear(atlas)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, ofYear]) => ({
        path: table.path.replace('{year}', year),
        table: table.name,
        text: toCsv(publishedTable(table.name), ofYear),
      }))
  })
}

/** Writes the dataset: the tables as CSV, their description and checksums. The same atlas gives the same bytes. */
export async function writeDataset(folder: string, atlas: Atlas): Promise<void> {
  await replaceFolder(folder, datasetMark, async (temporary) => {
    const written: WrittenFile[] = []
    for (const { path, table, text } of csvFiles(atlas)) {
      await mkdir(dirname(join(temporary, path)), { recursive: true })
      await writeFile(join(temporary, path), text)
      written.push({ path, table, bytes: Buffer.byteLength(text), sha256: sha256(text) })
    }
    const description = json(dataPackage(written, version))
    await writeFile(join(temporary, datasetMark), description)
    const sums: { path: string; sha256: string }[] = [
      ...written,
      { path: datasetMark, sha256: sha256(description) },
    ]
    if (isInvented()) {
      await writeFile(join(temporary, 'README.md'), inventedReadme())
      sums.push({ path: 'README.md', sha256: sha256(inventedReadme()) })
    }
    await writeFile(join(temporary, 'checksums.sha256'), checksums(sums))
  })
}

/** In the format of `sha256sum`, so that `sha256sum -c checksums.sha256` checks the folder. */
const checksums = (files: readonly { path: string; sha256: string }[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')
