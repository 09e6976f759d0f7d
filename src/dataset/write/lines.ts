import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const pieceSize = 1 << 20

/** The lines of a file, one after the other, however large it is. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  const decoder = new StringDecoder('utf8')
  const piece = Buffer.alloc(pieceSize)
  try {
    let left = ''
    for (;;) {
      const length = readSync(file, piece)
      const lines = (left + (length ? decoder.write(piece.subarray(0, length)) : decoder.end())).split('\n')
      left = lines.pop() ?? ''
      yield* lines
      if (length === 0) break
    }
    if (left) yield left
  } finally {
    closeSync(file)
  }
}
