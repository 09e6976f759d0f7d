import { closeSync, openSync, readSync } from 'node:fs'

const [newline, quote, comma] = [0x0a, 0x22, 0x2c]

/**
 * The rows of a CSV file that is sorted by its first column, as bytes: those with the same value in it together, with
 * that value; the header too. Never more of the file than these and a piece of it are in memory.
 *
 * @param chunkBytes how much is read at once
 */
export function* linesByKey(
  path: string,
  chunkBytes = 2 ** 20,
): Generator<readonly [key: string, lines: Uint8Array]> {
  const file = openSync(path, 'r')
  try {
    yield* groups(() => {
      const chunk = Buffer.allocUnsafe(chunkBytes)
      return chunk.subarray(0, readSync(file, chunk))
    })
  } finally {
    closeSync(file)
  }
}

function* groups(read: () => Buffer): Generator<readonly [string, Uint8Array]> {
  /** What was read and not given yet: the rows of one value, up to `line`, and what comes after them. */
  let held = Buffer.alloc(0)
  /** Of these rows, what they begin with. */
  let key: Buffer | undefined
  let line = 0
  for (let chunk = read(); chunk.length > 0; chunk = read()) {
    held = Buffer.concat([held, chunk])
    const lines = new Lines(held)
    let from = 0
    for (let end = lines.end(line); end > 0; end = lines.end(line)) {
      if (!key || !beginsWith(held, line, key)) {
        if (key) yield [textOf(key), held.subarray(from, line)]
        from = line
        key = held.subarray(line, held.indexOf(comma, line) + 1)
      }
      line = end
    }
    held = held.subarray(from)
    line -= from
  }
  if (key) yield [textOf(key), held.subarray(0, line)]
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

function beginsWith(bytes: Buffer, from: number, start: Buffer): boolean {
  for (let i = 0; i < start.length; i += 1) if (bytes[from + i] !== start[i]) return false
  return true
}

const textOf = (key: Buffer): string => key.toString('utf8', 0, key.length - 1)
