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
interface Written {
  /** A hash of all that it was made from. */
  readonly inputs: string
  /** Which files it had then. */
  readonly stamp: string
}

const notePath = (cache: string, folder: string): string =>
  join(cache, 'outputs', `${sha256(resolve(folder)).slice(0, 16)}.json`)

/** Whether a folder was made from just these inputs, and `files` are as they were left; false when in doubt. */
export function isMadeFrom(
  cache: string,
  folder: string,
  inputs: string,
  files: (folder: string) => string[],
): boolean {
  try {
    const written = JSON.parse(readFileSync(notePath(cache, folder), 'utf8')) as Written
    return written.inputs === inputs && written.stamp === stampOf(folder, files(folder))
  } catch {
    return false
  }
}

/** Notes down what a folder was made from, once all of it is there. */
export function noteMadeFrom(
  cache: string,
  folder: string,
  inputs: string,
  files: (folder: string) => string[],
): void {
  const path = notePath(cache, folder)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ inputs, stamp: stampOf(folder, files(folder)) } satisfies Written))
}
