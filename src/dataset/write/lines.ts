import { closeSync, openSync, readSync } from 'node:fs'

const pieceSize = 1 << 20
const lineFeed = 10

/** The lines of a file, one after the other, however large it is; none holds on to the memory of others. */
export function* linesOf(path: string): Generator<string> {
  for (const line of byteLinesOf(path)) yield line.toString()
}

/** The same as bytes, each there until the next is asked for. */
export function* byteLinesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  let piece = Buffer.allocUnsafe(pieceSize)
  let left = 0
  try {
    for (;;) {
      const length = readSync(file, piece, left, piece.length - left, null)
      const end = left + length
      let from = 0
      // What was left has no end of line in it.
      for (let at = piece.indexOf(lineFeed, left); at >= 0 && at < end; at = piece.indexOf(lineFeed, from)) {
        yield piece.subarray(from, at)
        from = at + 1
      }
      if (length === 0) break
      left = end - from
      // A line that fills all of it needs more.
      const next = left === piece.length ? Buffer.allocUnsafe(2 * left) : piece
      piece.copy(next, 0, from, end)
      piece = next
    }
    if (left > 0) yield piece.subarray(0, left)
  } finally {
    closeSync(file)
  }
}
