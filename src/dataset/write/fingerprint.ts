import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Size and SHA-256 of a file. */
export interface Fingerprint {
  readonly bytes: number
  readonly sha256: string
}

const pieceSize = 1 << 20

/**
 * Size and SHA-256 of a file, read piece by piece. Into the same memory: a stream takes as much as the file has,
 * which has all other memory looked through again and again for what can be freed.
 */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const [hash, piece] = [createHash('sha256'), Buffer.allocUnsafe(pieceSize)]
  let bytes = 0
  const file = await open(path)
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, pieceSize, null)
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(piece.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}
