import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import { type ReadingRow, rowsInText, textOfRow } from '../row.ts'
import { replaceFile } from './replaceFile.ts'

/** What is known of a file from its last reading. */
export interface KnownFile {
  readonly bytes: number
  readonly mtimeMs: number
  readonly sha256: string
}

/** A file changed so shortly before it was looked at may change again without its time showing it. */
const settledMs = 2000

/** What earlier runs know of the files of one raw folder: their hashes, and the rows that were read of them. */
export class KnownFiles {
  readonly #files: string
  readonly #rows: string

  constructor(cache: string, raw: string) {
    const name = sha256(raw).slice(0, 16)
    this.#files = join(cache, 'folders', `${name}.json`)
    this.#rows = join(cache, 'folders', `${name}.rows.jsonl`)
  }

  /** By path; empty when nothing is known, or what is there cannot be read. */
  async files(): Promise<Map<string, KnownFile>> {
    try {
      return new Map(Object.entries(JSON.parse(await readFile(this.#files, 'utf8'))))
    } catch {
      return new Map()
    }
  }

  /** Remembers the files but those that changed a moment ago. */
  async keepFiles(files: ReadonlyMap<string, KnownFile>, lookedAt: number): Promise<void> {
    const settled = [...files].filter(([, { mtimeMs }]) => mtimeMs < lookedAt - settledMs)
    await replaceFile(this.#files, [JSON.stringify(Object.fromEntries(settled))])
  }

  /** The rows of the entries wanted, as far as they are known. */
  async rows(wanted: ReadonlySet<string>): Promise<Map<string, readonly ReadingRow[]>> {
    const found = new Map<string, readonly ReadingRow[]>()
    try {
      const file = await open(this.#rows)
      for await (const line of file.readLines()) {
        const key = line.slice(0, keyLength)
        if (!wanted.has(key)) continue
        found.set(key, rowsInText(line.slice(keyLength + 1)))
      }
    } catch {
      // Gone or cut off: the entries themselves have the rows, too.
    }
    return found
  }

  async keepRows(rows: ReadonlyMap<string, readonly ReadingRow[]>): Promise<void> {
    await replaceFile(this.#rows, lines(rows))
  }
}

const keyLength = 64
function* lines(rows: ReadonlyMap<string, readonly ReadingRow[]>): Generator<string> {
  for (const [key, ofKey] of rows) yield `${key} [${ofKey.map(textOfRow).join(',')}]\n`
}
