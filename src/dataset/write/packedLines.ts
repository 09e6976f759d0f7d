import { closeSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReportsPart } from './parts.ts'
import { type Part, type Place, type WrittenPart, writePart } from './tableParts.ts'

/** Where the packed rows of a part wait for the database, a line a report that was made anew. */
const waitingAt = (folder: string, path: string): string => join(folder, '.packed', path)

/** Writes the cells of a year, and keeps what the database takes of them until `packedRowsOf` asks for it. */
export async function writeCells(place: Place, part: Part): Promise<WrittenPart> {
  const target = waitingAt(place.folder, part.path)
  mkdirSync(dirname(target), { recursive: true })
  const file = openSync(target, 'w')
  try {
    return await writePart(place, part, {
      made: ({ packed = [] }) => writeFileSync(file, packed.map((rows) => `${rows}\n`).join('')),
      taken: () => {},
    })
  } finally {
    closeSync(file)
  }
}

/** The packed rows of a report, as bytes; null where they were taken over. */
export type PackedRows = readonly [id: string, rows: Uint8Array | null]

const pieceSize = 4 << 20
const lineFeed = 0x0a

/** The lines of a file as bytes, each there until the next is asked for. */
function* byteLinesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  let [piece, length] = [Buffer.allocUnsafe(pieceSize), 0]
  try {
    for (;;) {
      const read = readSync(file, piece, length, piece.length - length, null)
      if (read === 0) return
      length += read
      const there = piece.subarray(0, length)
      let start = 0
      for (let end = there.indexOf(lineFeed); end >= 0; end = there.indexOf(lineFeed, start)) {
        yield there.subarray(start, end)
        start = end + 1
      }
      piece.copyWithin(0, start, length)
      length -= start
      // A line that fills the piece.
      if (length === piece.length) piece = Buffer.concat([piece, Buffer.allocUnsafe(piece.length)])
    }
  } finally {
    closeSync(file)
  }
}

/** The reports of a part in order, each with its packed rows; null for one that was taken over. */
export function* packedRowsOf(
  folder: string,
  { path, reports }: ReportsPart,
  { taken }: WrittenPart,
): Generator<PackedRows> {
  const lines = byteLinesOf(waitingAt(folder, path))
  for (const [i, { ids }] of reports.entries())
    for (const id of ids) yield [id, taken[i] === null ? (lines.next().value as Uint8Array) : null]
}

/** Removes all that was kept. */
export const forgetPacked = (folder: string): void =>
  rmSync(join(folder, '.packed'), { recursive: true, force: true })
