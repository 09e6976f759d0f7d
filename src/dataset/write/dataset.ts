import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Corpus } from '../corpus.ts'
import { citationFile } from '../describe/about.ts'
import { croissant } from '../describe/croissant.ts'
import { dataPackage, type WrittenFile } from '../describe/dataPackage.ts'
import { datasetReadme } from '../describe/readme.ts'
import type { Atlas } from '../load.ts'
import { version } from '../version.ts'
import { datasetMark, replaceFolder } from './folder.ts'
import { json } from './normalized.ts'
import { sqlitePath, writeTables } from './tableFiles.ts'

/** The checksums of all other files of the dataset. */
export const checksumsPath = 'checksums.sha256'

/** Size and SHA-256 of a file, read as a stream. */
export async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Writes the dataset: the tables in every format, their description and checksums. The same corpus gives the same bytes. */
export async function writeDataset(folder: string, corpus: Corpus): Promise<void> {
  await replaceFolder(folder, datasetMark, async (temporary) => {
    const tables = await writeTables(temporary, corpus)
    const files: WrittenFile[] = []
    for (const file of [...tables, { path: sqlitePath }])
      files.push({ ...file, ...(await fingerprint(join(temporary, file.path))) })
    for (const [path, text] of Object.entries(descriptions(files, corpus.atlas))) {
      await writeFile(join(temporary, path), text)
      files.push({ path, ...(await fingerprint(join(temporary, path))) })
    }
    await writeFile(join(temporary, checksumsPath), checksums(files))
  })
}

/** The files that describe the others, by path. */
const descriptions = (
  files: readonly WrittenFile[],
  { reports }: Atlas,
): Readonly<Record<string, string>> => ({
  [datasetMark]: json(dataPackage(files, version)),
  'croissant.json': json(croissant(files, latestDate(reports))),
  'CITATION.cff': citationFile(),
  'README.md': datasetReadme(),
})

/** The latest date that the sources state, of publishing or retrieving; empty without any. */
function latestDate(reports: Atlas['reports']): string {
  let latest = ''
  for (const { published_on, source } of reports)
    for (const date of [published_on, source.retrieved_on]) if (date > latest) latest = date
  return latest
}

/** In the format of `sha256sum`, so that `sha256sum -c checksums.sha256` checks the folder. */
const checksums = (files: readonly WrittenFile[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')
