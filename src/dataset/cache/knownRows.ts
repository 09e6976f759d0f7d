import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { type ReadingRow, rowsInText } from '../row.ts'
import { byteLinesOf } from '../write/lines.ts'
import { replaceFile } from './replaceFile.ts'

const keyLength = 64
const checkLength = 8
const textStart = keyLength + 1 + checkLength + 1
const pieceLength = 1 << 20
/** So many lines that nobody wants are left alone, however few others there are. */
const mostStale = 1000

const checkOf = (key: string, text: string | Uint8Array): string =>
  crc32(text, crc32(key)).toString(16).padStart(checkLength, '0')

/**
 * The rows of many entries in one file, a line an entry: its key, a checksum and the rows as JSON. Lines are only
 * added; of two with one key the later holds, and one that was cut off or altered is none.
 */
export class KnownRows {
  readonly #path: string
  #file: number | undefined
  /** Where the file is begun anew until it is finished. */
  #beside: string | undefined
  #unwritten = ''
  #lines = 0

  constructor(path: string) {
    this.#path = path
  }

  /** The rows of the entries wanted, as far as they are known. */
  read(wanted: ReadonlySet<string>): Map<string, readonly ReadingRow[]> {
    const found = new Map<string, readonly ReadingRow[]>()
    for (const line of this.#linesThere()) {
      this.#lines += 1
      const key = line.toString('latin1', 0, keyLength)
      const text = line.subarray(textStart)
      if (!wanted.has(key) || line.toString('latin1', keyLength + 1, textStart - 1) !== checkOf(key, text))
        continue
      found.set(key, rowsInText(text.toString()))
    }
    return found
  }

  #linesThere = (): Iterable<Buffer> => (existsSync(this.#path) ? byteLinesOf(this.#path) : [])

  /** Forgets all rows, once others are kept instead. */
  beginAnew(): void {
    this.#beside = `${this.#path}.${process.pid}`
    this.#lines = 0
  }

  /** Adds the rows of an entry, each as JSON. */
  add(key: string, rows: readonly string[]): void {
    const text = `[${rows.join(',')}]`
    // The line before may have been cut off.
    if (this.#file === undefined && this.#unwritten === '' && !this.#beside) this.#unwritten = '\n'
    this.#unwritten += `${key} ${checkOf(key, text)} ${text}\n`
    this.#lines += 1
    if (this.#unwritten.length >= pieceLength) this.#write()
  }

  #write(): void {
    if (this.#file === undefined) {
      mkdirSync(dirname(this.#path), { recursive: true })
      this.#file = this.#beside ? openSync(this.#beside, 'w') : openSync(this.#path, 'a')
    }
    writeFileSync(this.#file, this.#unwritten)
    this.#unwritten = ''
  }

  /** Writes what was added; once most lines are of no entry wanted, they are left out. */
  async finish(wanted: ReadonlySet<string>): Promise<void> {
    if (this.#unwritten !== '' || this.#beside) this.#write()
    this.stop()
    if (this.#beside) renameSync(this.#beside, this.#path)
    this.#beside = undefined
    if (this.#lines > 2 * wanted.size + mostStale) await replaceFile(this.#path, this.#wantedLines(wanted))
  }

  /** Adds no more. */
  stop(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  /** The lines that hold of the entries wanted. */
  *#wantedLines(wanted: ReadonlySet<string>): Generator<string> {
    const last = new Map<string, number>()
    let nth = 0
    for (const line of this.#linesThere()) {
      nth += 1
      const key = line.toString('latin1', 0, keyLength)
      if (wanted.has(key)) last.set(key, nth)
    }
    const kept = new Set(last.values())
    nth = 0
    for (const line of this.#linesThere()) {
      nth += 1
      if (kept.has(nth)) yield `${line}\n`
    }
  }
}
