import { closeSync, openSync, readSync } from 'node:fs'
import { withMore } from '../dataset/sharedMemory.ts'

const [newline, quote, comma] = [0x0a, 0x22, 0x2c]

/**
 * The rows of a CSV file that is sorted by its first column, as bytes: those with the same value in it together, with
 * that value; the header too. Never more of the file than these and a piece of it are in memory, and always in the
 * same: the rows are there until the next are asked for.
 *
 * @param chunkBytes how much is read at once
 */
export function* linesByKey(
  path: string,
  chunkBytes = 2 ** 20,
): Generator<readonly [key: string, lines: Uint8Array]> {
  const file = openSync(path, 'r')
  try {
    yield* groups((memory, at) => readSync(file, memory, at, chunkBytes, null), chunkBytes)
  } finally {
    closeSync(file)
  }
}

/** @param read puts the next bytes into memory, at most a chunk of them, and says how many */
function* groups(
  read: (memory: Buffer, at: number) => number,
  chunkBytes: number,
): Generator<readonly [string, Uint8Array]> {
  /** What was read and not given yet: the rows of one value, up to `line`, and what comes after them. */
  let memory = Buffer.allocUnsafeSlow(2 * chunkBytes)
  let length = 0
  let line = 0
  /** The length of what these rows begin with. */
  let key = 0
  for (;;) {
    if (memory.length - length < chunkBytes) memory = withMore(memory, length)
    const added = read(memory, length)
    if (added === 0) break
    length += added
    const held = memory.subarray(0, length)
    const lines = new Lines(held)
    let from = 0
    for (let end = lines.end(line); end > 0; end = lines.end(line)) {
      if (key === 0 || !isRepeated(held, from, key, line)) {
        if (key > 0) yield [textOf(held, from, key), held.subarray(from, line)]
        from = line
        key = held.indexOf(comma, line) + 1 - line
      }
      line = end
    }
    memory.copyWithin(0, from, length)
    length -= from
    line -= from
  }
  if (key > 0) yield [textOf(memory, 0, key), memory.subarray(0, line)]
}

/** The lines of bytes, from the first to the last. */
class Lines {
  readonly #bytes: Buffer
  /** The next quote, which few lines have; -1 when there is none any more. */
  #quote: number

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#quote = bytes.indexOf(quote)
  }

  /** Where the line ends that begins there; 0 when it is not there whole. */
  end(from: number): number {
    if (this.#quote >= 0 && this.#quote < from) this.#quote = this.#bytes.indexOf(quote, from)
    const end = this.#bytes.indexOf(newline, from) + 1
    return this.#quote < 0 || this.#quote >= end ? end : endOfQuoting(this.#bytes, from)
  }
}

/** As `Lines.end`, of a line with quotes: within them, a line break is part of a field. */
function endOfQuoting(bytes: Buffer, from: number): number {
  let quoted = false
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === quote) quoted = !quoted
    else if (bytes[at] === newline && !quoted) return at + 1
  }
  return 0
}

/** Whether so many bytes stand at another place once more. */
function isRepeated(bytes: Buffer, from: number, length: number, at: number): boolean {
  for (let i = 0; i < length; i += 1) if (bytes[at + i] !== bytes[from + i]) return false
  return true
}

/** A key with its comma as text. */
const textOf = (bytes: Buffer, from: number, length: number): string =>
  bytes.toString('utf8', from, from + length - 1)
