import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { byteLinesOf } from './lines.ts'
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
