import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import type { SegmentsByPath } from '../write/tableParts.ts'

/**
 * Every file below a folder, by name and with forward slashes; none when there is no such folder.
 *
 * @param but folders below it that are not looked into, each with a slash at its end
 */
export function filesBelow(folder: string, but?: ReadonlySet<string>): string[] {
  const found: string[] = []
  const look = (path: string, below: string) => {
    const entries = readdirSync(path, { withFileTypes: true })
    // In the order in which they were written, as a rule, and stand on the disk.
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const inside = `${below}${entry.name}/`
      if (!entry.isDirectory()) found.push(below + entry.name)
      else if (!but?.has(inside)) look(`${path}/${entry.name}`, inside)
    }
  }
  if (existsSync(folder)) look(folder, '')
  return found
}

/** Which file stands at a path: changes when it is written or replaced. Empty where there is none. */
export type FileState = readonly number[]

export function stateOf(path: string): FileState {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? [found.ino, found.mtimeMs, found.size] : []
}

/**
 * Which files these are, as a hash that changes when one is written, replaced, or gone. Their content is not read.
 * A link to a file more or less is no change.
 */
export function stampOf(folder: string, files: readonly string[]): string {
  const states = files.toSorted().map((path) => [path, ...stateOf(join(folder, path))])
  return sha256(JSON.stringify(states))
}

/** What is noted down of a folder that was written. */
export interface Written {
  /** A hash of all that it was made from. */
  readonly inputs: string
  /** Which files it had then. */
  readonly stamp: string
  /** The version of the code that wrote it, where parts of it can be taken over by the same. */
  readonly code: string
  /** Those parts of its files. */
  readonly segments: SegmentsByPath
}

/** Where something is noted down in a cache of a folder that was written. */
export const notePath = (cache: string, folder: string, ending: string): string =>
  join(cache, 'outputs', `${sha256(resolve(folder)).slice(0, 16)}.${ending}`)

type FilesOf = (folder: string) => string[]

function noteOf(cache: string, folder: string): Partial<Written> | null {
  try {
    return JSON.parse(readFileSync(notePath(cache, folder, 'json'), 'utf8')) as Partial<Written>
  } catch {
    return null
  }
}

/** What a folder was made from, if all `files` of it are as they were left; null when they are not, or in doubt. */
export function writtenBefore(cache: string, folder: string, files: FilesOf): Written | null {
  const note = noteOf(cache, folder)
  if (!note || note.stamp !== stampOf(folder, files(folder))) return null
  // Another version of the program may have noted down less.
  const { inputs = '', stamp, code = '', segments = {} } = note
  return { inputs, stamp, code, segments }
}

/** Whether a folder was made from this; of its files, which may be many, nothing is looked at. */
export const isMadeFrom = (cache: string, folder: string, inputs: string): boolean =>
  noteOf(cache, folder)?.inputs === inputs

/** Notes down what a folder was made from, once all of it is there, and how its `files` were left. */
export function noteWritten(
  cache: string,
  folder: string,
  made: Pick<Written, 'inputs'> & Partial<Written>,
  files: FilesOf,
): void {
  const written: Written = { code: '', segments: {}, ...made, stamp: stampOf(folder, files(folder)) }
  writeNote(cache, folder, written)
}

/** Notes down what a folder was made from, and nothing of its files. */
export const noteMadeFrom = (cache: string, folder: string, inputs: string): void =>
  writeNote(cache, folder, { inputs })

function writeNote(cache: string, folder: string, note: Partial<Written>): void {
  const path = notePath(cache, folder, 'json')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(note))
}
