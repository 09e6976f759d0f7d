import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'

/** Every file below a folder, with forward slashes; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/**
 * Which files these are, as a hash that changes when one is written, replaced, or gone. Their content is not read.
 * A link to a file more or less is no change.
 */
export function stampOf(folder: string, files: readonly string[]): string {
  const states = files.toSorted().map((path) => {
    const found = statSync(join(folder, path), { throwIfNoEntry: false })
    return found ? [path, found.ino, found.mtimeMs, found.size] : [path]
  })
  return sha256(JSON.stringify(states))
}

/** What is noted down of a folder that was written. */
export interface Written {
  /** A hash of all that it was made from. */
  readonly inputs: string
  /** Which files it had then. */
  readonly stamp: string
  /** A hash of what each part of it was made from, where parts can be taken over by themselves. */
  readonly parts: Readonly<Record<string, string>>
}

const notePath = (cache: string, folder: string): string =>
  join(cache, 'outputs', `${sha256(resolve(folder)).slice(0, 16)}.json`)

type FilesOf = (folder: string) => string[]

/** What a folder was made from, if all `files` of it are as they were left; null when they are not, or in doubt. */
export function writtenBefore(cache: string, folder: string, files: FilesOf): Written | null {
  try {
    const written = JSON.parse(readFileSync(notePath(cache, folder), 'utf8')) as Partial<Written>
    const { inputs = '', stamp = '', parts = {} } = written
    // Another version of the program may have noted down less.
    return stamp === stampOf(folder, files(folder)) ? { inputs, stamp, parts } : null
  } catch {
    return null
  }
}

/** Notes down what a folder was made from, once all of it is there. */
export function noteWritten(
  cache: string,
  folder: string,
  made: Pick<Written, 'inputs'> & Partial<Written>,
  files: FilesOf,
): void {
  const path = notePath(cache, folder)
  const written: Written = { parts: {}, ...made, stamp: stampOf(folder, files(folder)) }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(written))
}
