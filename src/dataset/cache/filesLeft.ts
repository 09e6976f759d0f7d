import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { filesBelow, stateOf } from './folderStamp.ts'
import { joined, type PackedStates, pathsIn, stateLength } from './packedStates.ts'

// How the files of a large folder were left: the state of each, and of each folder below it, which changes when a file
// in it comes or goes. So it takes one look at each to know that all are as they were, and no folder has to be listed,
// which takes five times as long. Folders are kept with a slash at the end of their path; that of all is empty. What
// someone puts into a folder while a build changes it is not told from what the build does.

/** How the files of a folder are found. */
export interface FilesFound {
  /** Something that is not as it was left; null where all is, and empty where it is not known how it was. */
  readonly other: string | null
  /** All files, with a zero after each path. */
  readonly paths: string
}

/** How the files of a folder were left; null where that is not known. */
function readLeft(path: string): PackedStates | null {
  try {
    const { paths, numbers } = deserialize(readFileSync(path)) as PackedStates
    const isWhole =
      numbers instanceof Float64Array && pathsIn({ paths }).length * stateLength === numbers.length
    return isWhole ? { paths, numbers } : null
  } catch {
    return null
  }
}

const isFolder = (path: string): boolean => path === '' || path.endsWith('/')

/** What is not as it was left, or null; each file comes before the folders that it is in. */
function otherThanLeft(folder: string, paths: readonly string[], { numbers }: PackedStates): string | null {
  for (const [i, path] of paths.entries()) {
    const state = stateOf(folder + path)
    const from = i * stateLength
    for (let k = 0; k < stateLength; k += 1)
      // A link that leads nowhere has no state, and none may be what it had.
      if (!Object.is(state[k] ?? Number.NaN, numbers[from + k])) return path || '.'
  }
  return null
}

/**
 * Looks for the files of a folder, and whether all are as they were left.
 *
 * @param left where it is noted down how they were
 */
export function lookForFiles(folder: string, left: string): FilesFound {
  const before = readLeft(left)
  const known = before ? pathsIn(before) : []
  const other = before ? otherThanLeft(`${folder}/`, known, before) : ''
  const files = other === null ? known.filter((path) => !isFolder(path)) : filesBelow(folder)
  return { other, paths: joined(files) }
}

/** What became of the files of a folder. */
export interface FilesChanged {
  /** Those that were written, and those that went, with a zero after each path. */
  readonly fresh: string
  readonly gone: string
  /** The states of some of those that were written, which need not be looked at again. */
  readonly known: PackedStates
  /** Whether all others are as they were left; else there are none. */
  readonly goesOn: boolean
}

/** The folders in which paths are, with those in which these are. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const parent = path.slice(0, end + 1)
      if (folders.has(parent)) break
      folders.add(parent)
      if (end < 0) break
    }
  }
  return folders
}

/** Those of before that did not change, as they are kept. */
function unchanged(before: PackedStates, changed: ReadonlySet<string>): PackedStates {
  const numbers = new Float64Array(before.numbers.length)
  let length = 0
  const kept = pathsIn(before).filter((path, i) => {
    if (changed.has(path)) return false
    numbers.set(before.numbers.subarray(i * stateLength, (i + 1) * stateLength), length)
    length += stateLength
    return true
  })
  return { paths: joined(kept), numbers: numbers.slice(0, length) }
}

/** The states of paths; of those that are known as they are known. No object is made of any: they may be many. */
function statesOf(folder: string, paths: readonly string[], known: PackedStates): PackedStates {
  const places = new Map(pathsIn(known).map((path, i) => [path, i * stateLength]))
  const numbers = new Float64Array(paths.length * stateLength).fill(Number.NaN)
  for (const [i, path] of paths.entries()) {
    const at = places.get(path)
    const state =
      at === undefined ? stateOf(join(folder, path)) : known.numbers.subarray(at, at + stateLength)
    numbers.set(state, i * stateLength)
  }
  return { paths: joined(paths), numbers }
}

/** Where the next note of a folder waits until it is put in place. */
const nextNote = (left: string): string => `${left}.next`

/**
 * Writes how the files of a folder are left, once all of it is there, as the next note of it. The note before stays in
 * place until `placeNote`: as long as other notes are of another build, none may say that all is as it was left.
 */
export function noteFiles(folder: string, left: string, { fresh, gone, known, goesOn }: FilesChanged): void {
  const next = nextNote(left)
  rmSync(next, { force: true })
  const before = goesOn ? readLeft(left) : null
  if (goesOn && !before) return
  const [files, removed] = [pathsIn({ paths: fresh }), pathsIn({ paths: gone })]
  const folders = [...foldersOf([...files, ...removed])]
  // One from which all went is gone itself, as a rule.
  const there = folders.filter((path) => existsSync(join(folder, path)))
  let states = statesOf(folder, [...files, ...there], known)
  if (before) {
    const kept = unchanged(before, new Set([...files, ...folders, ...removed]))
    const numbers = new Float64Array(kept.numbers.length + states.numbers.length)
    numbers.set(kept.numbers)
    numbers.set(states.numbers, kept.numbers.length)
    states = { paths: kept.paths + states.paths, numbers }
  }
  mkdirSync(dirname(left), { recursive: true })
  writeFileSync(next, serialize(states))
}

/** Puts the next note of a folder in the place of the one before; without one, nothing is known of the folder any more. */
export function placeNote(left: string): void {
  if (existsSync(nextNote(left))) renameSync(nextNote(left), left)
  else rmSync(left, { force: true })
}
