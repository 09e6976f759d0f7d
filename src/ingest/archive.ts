import { detectFormat } from './detect.ts'
import { listZip, unzipEntry, type ZipEntry, ZipError, zipLimits } from './zip.ts'

/** A file found in an archive: its path with the archive's before it, and its content or why it has none. */
export type Packed =
  | { readonly path: string; readonly content: Uint8Array }
  | { readonly path: string; readonly bytes: number; readonly refused: string }

/** How many archives may stand in one another: the file itself and those directly in it. */
const depthLimit = 2

/** What macOS and Windows add to folders; never a report. */
const clutter = /^(__MACOSX\/|.*\/\.|\.)|(^|\/)(Thumbs\.db|desktop\.ini|~\$[^/]*)$/i

/** A name that can only mean a place inside the archive: no drive, no root, no way up, no control characters. */
export function harmlessName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    .replace(/[\u0000-\u001f\u007f]/g, '_')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
  return parts.join('/') || '_'
}

/**
 * Every file of an archive, in the order of their paths; archives in it are opened once more. Each file is
 * unpacked when it is asked for, so that no more than one is in memory.
 */
export function* unpack(path: string, bytes: Uint8Array): Generator<Packed> {
  yield* unpackFrom(path, bytes, { left: zipLimits.totalBytes, files: zipLimits.entries, depth: 1 })
}

interface Budget {
  left: number
  files: number
  depth: number
}

function* unpackFrom(path: string, bytes: Uint8Array, budget: Budget): Generator<Packed> {
  let entries: readonly (readonly [string, ZipEntry])[]
  try {
    entries = named(listZip(bytes))
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    yield { path, bytes: bytes.length, refused: error.message }
    return
  }
  for (const [name, entry] of entries) {
    budget.files -= 1
    if (budget.files < 0) {
      yield { path, bytes: bytes.length, refused: `more than ${zipLimits.entries} entries` }
      return
    }
    yield* takeEntry(`${path}/${name}`, bytes, entry, budget)
  }
}

function* takeEntry(path: string, bytes: Uint8Array, entry: ZipEntry, budget: Budget): Generator<Packed> {
  try {
    if (entry.size > budget.left) throw new ZipError(`more than ${zipLimits.totalBytes} bytes in all`)
    const content = unzipEntry(bytes, entry)
    budget.left -= content.length
    if (detectFormat(content) !== 'zip') yield { path, content }
    else if (budget.depth >= depthLimit)
      yield { path, bytes: entry.size, refused: 'archives nested too deep' }
    else {
      budget.depth += 1
      yield* unpackFrom(path, content, budget)
      budget.depth -= 1
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    yield { path, bytes: entry.size, refused: error.message }
  }
}

/** The files among the entries under names of their own, sorted: of two with the same name one gets a number. */
function named(entries: readonly ZipEntry[]): [string, ZipEntry][] {
  const taken = new Set<string>()
  const found: [string, ZipEntry][] = []
  for (const entry of entries) {
    const name = harmlessName(entry.name)
    if (entry.folder || clutter.test(name)) continue
    let free = name
    for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`
    taken.add(free)
    found.push([free, entry])
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}
