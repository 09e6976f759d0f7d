import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The checksums of all other files of the dataset. */
export const checksumsPath = 'checksums.sha256'

/** In the format of `sha256sum`, so that `sha256sum -c checksums.sha256` checks the folder. */
export const checksums = (files: readonly { readonly path: string; readonly sha256: string }[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('')

/** The checksums of a dataset, by path; none when it has no list of them. */
export async function readChecksums(folder: string): Promise<Map<string, string>> {
  const path = join(folder, checksumsPath)
  if (!existsSync(path)) return new Map()
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean)
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}
