import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { checksumsPath, readChecksums } from '../write/checksums.ts'
import { fingerprint } from '../write/fingerprint.ts'
import { datasetMark } from '../write/folder.ts'
import type { Problems } from './problem.ts'

/** A file as `datapackage.json` lists it. */
export interface Resource {
  readonly path: string
  readonly bytes: number
  readonly hash: string
}

/** Every file below a folder, relative to it, with forward slashes. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

async function readResources(folder: string, problems: Problems): Promise<Resource[]> {
  try {
    return JSON.parse(await readFile(join(folder, datasetMark), 'utf8')).resources as Resource[]
  } catch {
    problems.add('files', datasetMark, '', 'cannot be read as a data package')
    return []
  }
}

/**
 * Checks that every file is the one that was written: there, listed, and with its size and checksum.
 *
 * @returns the paths that are there
 */
export async function verifyFiles(folder: string, problems: Problems): Promise<ReadonlySet<string>> {
  const [found, sums] = [await filesBelow(folder), await readChecksums(folder)]
  const resources = new Map((await readResources(folder, problems)).map((one) => [one.path, one]))
  for (const path of [...sums.keys(), ...resources.keys()].filter((one) => !found.includes(one)))
    problems.add('files', path, '', 'is listed but not there')
  for (const path of found) {
    if (path === checksumsPath) continue
    const { bytes, sha256 } = await fingerprint(join(folder, path))
    const listed = sums.get(path)
    if (listed === undefined) problems.add('files', path, '', `is not listed in ${checksumsPath}`)
    else if (listed !== sha256) problems.add('files', path, '', `has the checksum ${sha256}, not ${listed}`)
    const resource = resources.get(path)
    if (resource && (resource.bytes !== bytes || resource.hash !== `sha256:${sha256}`))
      problems.add('files', path, '', `differs in size or checksum from ${datasetMark}`)
  }
  return new Set(found)
}
