import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Size and SHA-256 of a file. */
export interface Fingerprint {
  readonly bytes: number
  readonly sha256: string
}

const pieceSize = 1 << 20

/** Size and SHA-256 of a file, read as a stream. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize })) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
