import { createHash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { FileReading } from '../report.ts'
import { rowOf, textOfRow } from '../row.ts'
import { piecesIn, type ReadingPieces, rowTextIn, textsOf, wholeOf } from './pieces.ts'

/** A reading as it travels from the process that made it: its row as text, and all of it, compressed. */
export interface PackedReading {
  readonly row: string
  /** How long it is unpacked, in four bytes, then its pieces and its row, compressed. */
  readonly packed: Uint8Array
}

/** Fast rather than small: a reading of 60 KB becomes about 7 KB either way. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 }
const lengthOfLength = 4
/** More than is ever left over, so that unpacking never asks for a second piece of memory. */
const spare = 64

/** Where texts become bytes; a reading that needs more gets memory of its own. */
const scratch = Buffer.allocUnsafe(1 << 20)
/** No character takes more bytes than so many for each of its UTF-16 units. */
const mostBytes = 3

/**
 * Texts as lines of UTF-8; valid until the next call. Each by itself: a text without Chinese is only copied, which
 * one that is joined with others is not.
 */
function bytesOfLines(texts: readonly string[]): Buffer {
  const most = texts.reduce((sum, text) => sum + text.length * mostBytes + 1, 0)
  const bytes = most <= scratch.length ? scratch : Buffer.allocUnsafe(most)
  let end = 0
  for (const text of texts) {
    if (end > 0) end += bytes.write('\n', end)
    end += bytes.write(text, end)
  }
  return bytes.subarray(0, end)
}

/** Packs a reading for a cache entry. */
export function packReading(reading: FileReading): PackedReading {
  const row = textOfRow(rowOf(reading))
  const bytes = bytesOfLines([row, ...textsOf(reading)])
  const length = Buffer.alloc(lengthOfLength)
  length.writeUInt32LE(bytes.length)
  return { row, packed: Buffer.concat([length, zstdCompressSync(bytes, { params })]) }
}

/** Told how long it gets, it takes a third of the time that it takes in many small pieces. */
function unpack(packed: Uint8Array): Buffer {
  const length = Buffer.from(packed.buffer, packed.byteOffset, lengthOfLength).readUInt32LE()
  return zstdDecompressSync(packed.subarray(lengthOfLength), { chunkSize: length + spare })
}

/** The reading in a pack. */
export const unpackReading = ({ packed }: PackedReading): FileReading => wholeOf(unpackPieces(packed))

/** The pieces of the reading in a pack. */
export const unpackPieces = (packed: Uint8Array): ReadingPieces => piecesIn(unpack(packed))

const hashLength = 32
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** The bytes of the entry of one file: SHA-256 of the rest, the number of readings, the length of each, then each. */
export function entryOf(readings: readonly PackedReading[]): Buffer {
  const lengths = Buffer.alloc(4 * (readings.length + 1))
  lengths.writeUInt32LE(readings.length, 0)
  for (const [i, { packed }] of readings.entries()) lengths.writeUInt32LE(packed.length, 4 * (i + 1))
  const body = Buffer.concat([lengths, ...readings.map(({ packed }) => packed)])
  return Buffer.concat([digest(body), body])
}

/** The packs of an entry; null when the entry is damaged. */
function packsOf(entry: Buffer): Buffer[] | null {
  const body = entry.subarray(hashLength)
  if (entry.length < hashLength + 4 || !digest(body).equals(entry.subarray(0, hashLength))) return null
  const count = body.readUInt32LE(0)
  let from = 4 * (count + 1)
  return Array.from({ length: count }, (_, i) => {
    const start = from
    from += body.readUInt32LE(4 * (i + 1))
    return body.subarray(start, from)
  })
}

/** The rows of an entry, each as JSON, or null when it is damaged. */
export const rowsIn = (entry: Buffer): string[] | null =>
  packsOf(entry)?.map((packed) => rowTextIn(unpack(packed))) ?? null

/** The pieces of one of the readings of an entry, or null when it is damaged. */
export function piecesOfEntry(entry: Buffer, index: number): ReadingPieces | null {
  const packed = packsOf(entry)?.[index]
  return packed ? unpackPieces(packed) : null
}
