import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { byteLinesOf } from './lines.ts'
import type { ReportsPart } from './parts.ts'
import { type Part, type Place, type WrittenPart, writePart } from './tableParts.ts'

/** Where the packed rows of a part wait for the database, a line a report that was made anew. */
const waitingAt = (folder: string, path: string): string => join(folder, '.packed', path)

/** Writes the cells of a year, and keeps what the database takes of them until `cellsInOrder` asks for it. */
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

/** The cells of a year as they wait: which reports each segment has, and which segments were taken over. */
export interface PackedPart {
  readonly path: string
  readonly reports: readonly { readonly ids: readonly string[] }[]
  readonly taken: readonly (number | null)[]
}

/** Where the packed cells of all reports wait. */
export interface PackedCells {
  /** The folder of the dataset as it is written. */
  readonly folder: string
  readonly parts: readonly PackedPart[]
  /** Of each report, in the order of the reports, the place of its part. */
  readonly order: Uint16Array
}

/** What waits of a part as it was written. */
export const packedPart = ({ path, reports }: ReportsPart, { taken }: WrittenPart): PackedPart => ({
  path,
  reports: reports.map(({ ids }) => ({ ids })),
  taken,
})

/** The reports of a part in order, each with its packed rows; null for one that was taken over. */
function* packedRowsOf(folder: string, { path, reports, taken }: PackedPart): Generator<PackedRows> {
  const lines = byteLinesOf(waitingAt(folder, path))
  for (const [i, { ids }] of reports.entries())
    for (const id of ids) yield [id, taken[i] === null ? (lines.next().value as Uint8Array) : null]
}

/** The packed cells of all reports in the order of the reports, which the parts have them in as well. */
export function* cellsInOrder({ folder, parts, order }: PackedCells): Generator<PackedRows> {
  const waiting = parts.map((part) => packedRowsOf(folder, part))
  for (const part of order) {
    const next = waiting[part]?.next()
    if (next && !next.done) yield next.value
  }
}

/** Removes all that was kept. */
export const forgetPacked = (folder: string): void =>
  rmSync(join(folder, '.packed'), { recursive: true, force: true })
