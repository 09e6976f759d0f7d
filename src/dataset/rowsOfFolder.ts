import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { discover, type FoundFile, sha256, sizeLimit } from '../ingest/discover.ts'
import { ReadingCache } from './cache/cache.ts'
import { codeVersion } from './cache/codeVersion.ts'
import type { PackedReading } from './cache/entry.ts'
import { type KnownFile, KnownFiles } from './cache/known.ts'
import { notesByFile, readNotes } from './notes.ts'
import { processesFor, readAll } from './reading/readAll.ts'
import { Reader, type ReadLimits } from './reading/reader.ts'
import { type ReadingRow, rowInText } from './row.ts'

/** Every `of`-th file, beginning with the `part`-th. */
export interface Shard {
  readonly part: number
  readonly of: number
}

/** How to come by the rows of a folder. */
export interface RowsOptions {
  readonly raw: string
  readonly cache: string
  readonly limits: ReadLimits
  readonly fresh: boolean
  /** Whether to read the files again that were given up for time or memory. */
  readonly retry: boolean
  /** Keys of entries that turned out damaged. */
  readonly lost: ReadonlySet<string>
  readonly shard: Shard | null
  readonly jobsFor: (files: readonly FoundFile[]) => number
  /** Whether what comes of the folder is there already; asked before anything is read. `inputs` as in `FolderRows`. */
  readonly isThere?: (inputs: string) => boolean
  readonly onProgress?: (done: number, total: number) => void
}

/** The rows of a folder, and where the readings are that they are of. */
export interface FolderRows {
  /** How many files there are. */
  readonly files: number
  /** A hash of all that the rows follow from; null when something was not kept, and may come out otherwise again. */
  readonly inputs: string | null
  /**
   * All rows, sorted by path; of a shard those alone that were known before. They are handed out once, so that they can
   * be forgotten when they are placed.
   */
  readonly takeRows: () => readonly ReadingRow[]
  /** Where the reading of a row is, by the place of the row. */
  readonly placeOf: (index: number) => ReadingPlace
  /** What the reading of a row depends on, as a hash. */
  readonly keyOf: (index: number) => string
}

/** Where a reading is: in an entry of the cache, or here because it was not kept. */
export type ReadingPlace = KeptReading | { readonly packed: PackedReading }

/** A reading in an entry of the cache. */
export interface KeptReading {
  /** The folder of the cache. */
  readonly cache: string
  readonly key: string
  /** Which of the entry it is. */
  readonly index: number
}

/** The module that reads: with all that it imports, it is the code that a reading depends on. */
const readingModule = fileURLToPath(new URL('./reading/process.ts', import.meta.url))

/** The content of every file as a hash; files whose size and time are known are not opened. */
function hashAll(
  raw: string,
  files: readonly FoundFile[],
  known: ReadonlyMap<string, KnownFile>,
): Map<string, KnownFile> {
  const hashes = new Map<string, KnownFile>()
  for (const { path, bytes, mtimeMs } of files) {
    const before = known.get(path)
    if (before?.bytes === bytes && before.mtimeMs === mtimeMs) hashes.set(path, before)
    else if (bytes > sizeLimit) hashes.set(path, { bytes, mtimeMs, sha256: `too large: ${bytes}` })
    else {
      const content = contentOf(join(raw, path))
      // What cannot be opened is never known: it is tried again in every run.
      if (content) hashes.set(path, { bytes, mtimeMs, sha256: sha256(content) })
    }
  }
  return hashes
}

/** The bytes of a file, or null. Files are small: to wait for one takes a third of what taking turns does. */
function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/**
 * The rows of all files of a folder. What the cache has is taken from there; the rest is read, in processes of
 * their own, and put there. A file that was given up for time or memory is kept by the limits that it had, and read
 * again with others or by `retry`; one that made its process crash is not kept.
 * Null when `isThere` says that they are not needed.
 */
export async function rowsOfFolder(options: RowsOptions): Promise<FolderRows | null> {
  const { raw, limits } = options
  const known = new KnownFiles(options.cache, resolve(raw))
  const before = options.fresh ? new Map<string, KnownFile>() : await known.files()
  // Of a folder that was not read before. Started before all else: it loads what reads while this process looks
  // for what there is to read.
  const started = before.size === 0 ? [new Reader(raw, limits)] : []
  try {
    return await rowsWith(started, known, before, options)
  } finally {
    known.rows.stop()
    for (const reader of started) reader.stop()
  }
}

async function rowsWith(
  started: Reader[],
  known: KnownFiles,
  before: ReadonlyMap<string, KnownFile>,
  options: RowsOptions,
): Promise<FolderRows | null> {
  const { raw, limits, shard } = options
  const lookedAt = Date.now()
  const cache = new ReadingCache(options.cache, codeVersion([readingModule]))
  const notes = await readNotes(raw)
  const all = discover(raw)
  const files = shard ? all.filter((_, i) => i % shard.of === shard.part - 1) : all
  const noted = notesByFile(files, notes)
  if (started.length > 0) {
    const more = processesFor(files, options.jobsFor(files)) - started.length
    for (let i = 0; i < more; i += 1) started.push(new Reader(raw, limits))
  }
  const hashes = hashAll(raw, files, before)
  const keys = new Map(
    [...hashes].map(([path, hash]) => [path, cache.keyOf(path, hash.sha256, noted.get(path) ?? {})]),
  )
  // Where one entry turned out damaged others may be: then each is opened and checked.
  const doubtful = options.fresh || options.retry || options.lost.size > 0
  const inputs = sha256(JSON.stringify(files.map(({ path }) => [path, keys.get(path) ?? null])))
  if (!doubtful && !shard && keys.size === files.length && options.isThere?.(inputs)) {
    options.onProgress?.(files.length, files.length)
    return null
  }
  // It gets ready while this process takes in what is known.
  if (started.length === 0 && files.some(({ path }) => hashes.get(path) !== before.get(path))) {
    started.push(new Reader(raw, limits))
  }
  const wanted = new Set(keys.values())
  const rows = doubtful ? new Map<string, readonly ReadingRow[]>() : known.rows.read(wanted)
  if (doubtful) known.rows.beginAnew()
  const take = (key: string, texts: readonly string[], inTexts = shard ? [] : texts.map(rowInText)) => {
    // Of a shard nobody asks for them; those of all files are as much as is kept of anything.
    rows.set(key, shard ? [] : inTexts)
    // What was given up is opened again each time: it is rare, and which limits it had shows in the key alone.
    if (!shard && wanted.has(key)) known.rows.add(key, texts)
  }
  const isKept = (key: string): boolean => {
    if (rows.has(key)) return true
    const kept = options.fresh || options.lost.has(key) ? null : cache.rows(key)
    if (kept) take(key, kept)
    return kept !== null
  }
  const unread: FoundFile[] = []
  let onceGivenUp = 0
  for (const file of files) {
    const key = keys.get(file.path)
    if (key !== undefined && isKept(key)) continue
    const other = key === undefined || options.retry ? null : cache.givenUpKeyOf(key, limits)
    if (other !== null && isKept(other)) {
      keys.set(file.path, other)
      onceGivenUp += 1
    } else unread.push(file)
  }
  const given = new Map<string, readonly PackedReading[]>()
  let done = files.length - unread.length
  options.onProgress?.(done, files.length)
  await readAll(unread, noted, {
    raw,
    jobs: options.jobsFor(unread),
    limits,
    started,
    onRead: (file, readings, outcome) => {
      const wholeKey = keys.get(file.path)
      const key = outcome === 'limit' && wholeKey ? cache.givenUpKeyOf(wholeKey, limits) : wholeKey
      if (outcome === 'limit') onceGivenUp += 1
      const texts = readings.map(({ row }) => row)
      const read = texts.map(rowInText)
      if (outcome !== 'crash' && key !== undefined && isOf(file.path, hashes.get(file.path), read)) {
        cache.put(key, readings)
        keys.set(file.path, key)
        take(key, texts, read)
      } else given.set(file.path, readings)
      done += 1
      options.onProgress?.(done, files.length)
    },
  })
  if (!shard) {
    await known.keepFiles(hashes, lookedAt)
    await known.rows.finish(wanted)
  }
  const ordered = inOrder(files, keys, rows, given, options.cache)
  return {
    files: files.length,
    ...handedOut(ordered.rows, ordered.places),
    inputs: given.size + onceGivenUp === 0 ? inputs : null,
  }
}

/** Whether readings are of the content that was hashed: a file may change between the two. */
function isOf(path: string, hash: KnownFile | undefined, rows: readonly ReadingRow[]): boolean {
  const source = rows[0]?.source
  // Of an archive, only the hashes of the files in it are known; nor is one that was not read hashed.
  if (!source || source.path !== path || source.sha256 === '' || source.format === 'zip') return true
  return source.sha256 === hash?.sha256
}

/** The rows of files in the order of their paths, each with where its reading is. */
function inOrder(
  files: readonly FoundFile[],
  keys: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, readonly ReadingRow[]>,
  given: ReadonlyMap<string, readonly PackedReading[]>,
  cache: string,
): { rows: readonly ReadingRow[]; places: readonly ReadingPlace[] } {
  const placed = files.flatMap(({ path }): { row: ReadingRow; at: ReadingPlace }[] => {
    const notKept = given.get(path)
    if (notKept) return notKept.map((packed) => ({ row: rowInText(packed.row), at: { packed } }))
    const key = keys.get(path) ?? ''
    return (rows.get(key) ?? []).map((row, index) => ({ row, at: { cache, key, index } }))
  })
  placed.sort((a, b) => (a.row.source.path < b.row.source.path ? -1 : 1))
  return { rows: placed.map(({ row }) => row), places: placed.map(({ at }) => at) }
}

/**
 * Hands out rows once. A function of its own: one that knew where the rows are from, too, would keep them in memory
 * for as long as anyone asks for a place.
 */
function handedOut(
  rows: readonly ReadingRow[],
  places: readonly ReadingPlace[],
): Pick<FolderRows, 'takeRows' | 'placeOf' | 'keyOf'> {
  let taken = rows
  const placeOf = (index: number): ReadingPlace => {
    const found = places[index]
    if (!found) throw new Error(`there is no row ${index}`)
    return found
  }
  return {
    takeRows: () => {
      const all = taken
      taken = []
      return all
    },
    placeOf,
    keyOf: (index) => {
      const place = placeOf(index)
      return 'packed' in place ? sha256(place.packed.packed) : `${place.key} ${place.index}`
    },
  }
}
