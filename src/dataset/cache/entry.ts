import { createHash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { FileReading } from '../report.ts'
import { fromListed, type ListedRow, type ReadingRow, rowOf, toListed } from '../row.ts'
import { piecesIn, type ReadingPieces, textOf, wholeOf } from './pieces.ts'

/** A reading as it travels from the process that made it: its row, and both that and all of it, compressed. */
export interface PackedReading {
  readonly row: ReadingRow
  readonly packedRow: Uint8Array
  readonly packed: Uint8Array
}

/** Fast rather than small: a reading of 60 KB becomes about 4 KB either way. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 }
const compress = (text: string): Buffer => zstdCompressSync(text, { params })

/** Packs a reading for a cache entry. */
export function packReading(reading: FileReading): PackedReading {
  const row = rowOf(reading)
  const packedRow = compress(JSON.stringify(toListed(row)))
  return { row, packedRow, packed: compress(textOf(reading)) }
}

/** The reading in a pack. */
export const unpackReading = ({ packed }: PackedReading): FileReading => wholeOf(unpackPieces(packed))

/** The pieces of the reading in a pack. */
export const unpackPieces = (packed: Uint8Array): ReadingPieces => piecesIn(zstdDecompressSync(packed))

const hashLength = 32
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * The bytes of the entry of one file: SHA-256 of the rest, the number of parts, the length of each part, then the
 * parts: the rows of all readings, then the readings.
 */
export function entryOf(readings: readonly PackedReading[]): Buffer {
  const parts = [...readings.map((one) => one.packedRow), ...readings.map((one) => one.packed)]
  const lengths = Buffer.alloc(4 * (parts.length + 1))
  lengths.writeUInt32LE(parts.length, 0)
  for (const [i, part] of parts.entries()) lengths.writeUInt32LE(part.length, 4 * (i + 1))
  const body = Buffer.concat([lengths, ...parts])
  return Buffer.concat([digest(body), body])
}

/** The parts of an entry; null when the entry is damaged. */
function partsOf(entry: Buffer): Buffer[] | null {
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

/** The rows of an entry, or null when it is damaged. */
export function rowsIn(entry: Buffer): ReadingRow[] | null {
  const parts = partsOf(entry)
  const rows = parts?.slice(0, parts.length / 2)
  return rows?.map((row) => fromListed(JSON.parse(zstdDecompressSync(row).toString()) as ListedRow)) ?? null
}

/** The pieces of one of the readings of an entry, or null when it is damaged. */
export function piecesOfEntry(entry: Buffer, index: number): ReadingPieces | null {
  const parts = partsOf(entry)
  const packed = parts?.[parts.length / 2 + index]
  return packed ? unpackPieces(packed) : null
}
