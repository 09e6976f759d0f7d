import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import type { NotesOfFile } from '../readFile.ts'
import type { ReadLimits } from '../reading/reader.ts'
import { entryOf, type PackedReading, piecesOfEntry, rowsIn } from './entry.ts'
import type { ReadingPieces } from './pieces.ts'

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
    return join(this.#folder, 'readings', key.slice(0, 2), key)
  }

  /** The rows of an entry, each as JSON; null when there is none, or none that can be trusted. */
  rows(key: string): string[] | null {
    const path = this.#pathOf(key)
    // Most often there is none, and to be told so by an error takes ten times as long.
    if (!existsSync(path)) return null
    try {
      return rowsIn(readFileSync(path))
    } catch {
      return null
    }
  }

  /**
   * The pieces of one of the readings of an entry.
   *
   * @throws LostEntry when it is not there or damaged
   */
  pieces(key: string, index: number): ReadingPieces {
    try {
      const pieces = piecesOfEntry(readFileSync(this.#pathOf(key)), index)
      if (pieces) return pieces
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    throw new LostEntry(key)
  }

  /** An entry is small and comes often: waiting for it costs less than taking turns does. */
  put(key: string, readings: readonly PackedReading[]): void {
    const path = this.#pathOf(key)
    written += 1
    const beside = `${path}.${process.pid}-${written}`
    const entry = entryOf(readings)
    try {
      writeFileSync(beside, entry)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(beside, entry)
    }
    renameSync(beside, path)
  }
}
