import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../ingest/discover.ts'
import { KnownRows } from './knownRows.ts'
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
  readonly rows: KnownRows

  constructor(cache: string, raw: string) {
    const name = sha256(raw).slice(0, 16)
    this.#files = join(cache, 'folders', `${name}.json`)
    this.rows = new KnownRows(join(cache, 'folders', `${name}.rows.txt`))
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
}
