import { createHash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { FileReading } from '../report.ts'
import { fromListed, type ListedRow, type ReadingRow, rowOf, toListed } from '../row.ts'

/** A reading as it travels from the process that made it: its row, and all of it, compressed. */
export interface PackedReading {
  readonly row: ReadingRow
  readonly packed: Uint8Array
}

/** Fast rather than small: a reading of 60 KB becomes about 4 KB either way. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 }
const compress = (value: unknown): Buffer => zstdCompressSync(JSON.stringify(value), { params })
const decompress = (bytes: Uint8Array): unknown => JSON.parse(zstdDecompressSync(bytes).toString())

/** Packs a reading for a cache entry. */
export const packReading = (reading: FileReading): PackedReading => ({
  row: rowOf(reading),
  packed: compress(reading),
})

/** The reading in a pack. */
export const unpackReading = ({ packed }: PackedReading): FileReading => decompress(packed) as FileReading

const hashLength = 32
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * The bytes of the entry of one file: SHA-256 of the rest, the number of readings, the length of each part, then
 * the parts: the rows of all readings, and each reading.
 */
export function entryOf(readings: readonly PackedReading[]): Buffer {
  const parts = [compress(readings.map(({ row }) => toListed(row))), ...readings.map((one) => one.packed)]
  const lengths = Buffer.alloc(4 * (parts.length + 1))
  lengths.writeUInt32LE(parts.length, 0)
  for (const [i, part] of parts.entries()) lengths.writeUInt32LE(part.length, 4 * (i + 1))
  const body = Buffer.concat([lengths, ...parts])
  return Buffer.concat([digest(body), body])
}

/** One of the parts of an entry; null when the entry is damaged. */
function partOf(entry: Buffer, index: number): Buffer | null {
  const body = entry.subarray(hashLength)
  if (entry.length < hashLength + 4 || !digest(body).equals(entry.subarray(0, hashLength))) return null
  let from = 4 * (body.readUInt32LE(0) + 1)
  for (let i = 0; i < index; i += 1) from += body.readUInt32LE(4 * (i + 1))
  return body.subarray(from, from + body.readUInt32LE(4 * (index + 1)))
}

/** The rows of an entry, or null when it is damaged. */
export function rowsIn(entry: Buffer): ReadingRow[] | null {
  const part = partOf(entry, 0)
  return part && (decompress(part) as ListedRow[]).map(fromListed)
}

/** One of the readings of an entry, or null when it is damaged. */
export function readingIn(entry: Buffer, index: number): FileReading | null {
  const part = partOf(entry, index + 1)
  return part && (decompress(part) as FileReading)
}
