import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

const pieceLength = 1 << 20

/** Writes a file beside its place and moves it there whole, however large it is. */
export async function replaceFile(path: string, texts: Iterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  const file = await open(beside, 'w')
  try {
    let piece = ''
    for (const text of texts) {
      piece += text
      if (piece.length < pieceLength) continue
      await file.appendFile(piece)
      piece = ''
    }
    await file.appendFile(piece)
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
