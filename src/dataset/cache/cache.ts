import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import type { NotesOfFile } from '../readFile.ts'
import type { ReadLimits } from '../reading/reader.ts'
import type { FileReading } from '../report.ts'
import type { ReadingRow } from '../row.ts'
import { entryOf, type PackedReading, readingIn, rowsIn } from './entry.ts'

/** An entry is not there, or not as it was written: the file has to be read again. */
export class LostEntry extends Error {
  readonly key: string
  constructor(key: string) {
    super(`the cache entry ${key} is damaged or gone`)
    this.key = key
  }
}

let written = 0

/**
 * Readings by what they depend on. An entry is written beside its place and moved there whole, and checked
 * whenever it is opened; so processes and machines can share the folder, and may be killed at any moment.
 */
export class ReadingCache {
  readonly #folder: string
  readonly #version: string

  /** @param version of the code that reads; see `codeVersion` */
  constructor(folder: string, version: string) {
    this.#folder = folder
    this.#version = version
  }

  /** The key of what is read of a file: its content, its path, what `sources.csv` says of it, and the code. */
  keyOf(path: string, contentSha256: string, notes: NotesOfFile): string {
    return sha256(JSON.stringify([this.#version, path, contentSha256, notes]))
  }

  /** The key of a file that was given up within these limits: kept apart, so that it can be tried again. */
  givenUpKeyOf(key: string, limits: ReadLimits): string {
    return sha256(JSON.stringify([key, limits.seconds, limits.megabytes]))
  }

  #pathOf(key: string): string {
    return join(this.#folder, 'readings', key.slice(0, 2), key.slice(2, 4), key)
  }

  /** The rows of an entry; null when there is none, or none that can be trusted. */
  async rows(key: string): Promise<ReadingRow[] | null> {
    const entry = await readFile(this.#pathOf(key)).catch(() => null)
    return entry && rowsIn(entry)
  }

  /**
   * One of the readings of an entry.
   *
   * @throws LostEntry when it is not there or damaged
   */
  reading(key: string, index: number): FileReading {
    try {
      const reading = readingIn(readFileSync(this.#pathOf(key)), index)
      if (reading) return reading
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    throw new LostEntry(key)
  }

  async put(key: string, readings: readonly PackedReading[]): Promise<void> {
    const path = this.#pathOf(key)
    written += 1
    const beside = `${path}.${process.pid}-${written}`
    await mkdir(dirname(path), { recursive: true })
    await writeFile(beside, entryOf(readings))
    await rename(beside, path)
  }
}
