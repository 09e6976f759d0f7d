import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import type { PublishedTable } from '../describe/columns.ts'
import { csvHeader } from './csv.ts'
import type { SegmentContent } from './segmentContent.ts'
import type { TableFormat } from './tableFiles.ts'

/** A segment as it was written, by which the next run knows whether and how to take it over. */
export interface WrittenSegment {
  /** A hash of all that its rows follow from; null of one that is always made anew. */
  readonly digest: string | null
  readonly rows: number
  /** How many bytes it has in each file of CSV. */
  readonly bytes: Partial<Record<TableFormat, number>>
}

/** The same file of a dataset before, with the segments that it has. */
export interface BeforeFile {
  readonly path: string
  readonly segments: readonly WrittenSegment[]
}

/** A file that is written a segment at a time. */
export interface SegmentFile {
  /** Writes a segment; gives its length, where it is one range of bytes. */
  write(content: SegmentContent): number | undefined
  /** Takes over the segment at a place of the file before, as it stands there. */
  take(place: number): void
  /** Finishes the file; nothing may be written after. */
  close(): void
}

const pieceSize = 4 << 20

/** Copies bytes from one open file to the end of another. */
function copyRange(from: number, to: number, start: number, length: number, piece: Buffer): void {
  for (let done = 0; done < length; ) {
    const read = readSync(from, piece, 0, Math.min(piece.length, length - done), start + done)
    if (read === 0)
      throw new Error(`a file of the dataset before ends at ${start + done}, before its segment does`)
    writeFileSync(to, piece.subarray(0, read))
    done += read
  }
}

/** The ranges of the segments of a file before. */
class RangesBefore {
  readonly #file: number
  readonly #ranges: readonly (readonly [start: number, length: number])[]
  readonly #piece = Buffer.allocUnsafe(pieceSize)

  constructor({ path, segments }: BeforeFile, format: TableFormat, first: number) {
    this.#file = openSync(path, 'r')
    let start = first
    this.#ranges = segments.map(({ bytes }) => {
      const length = bytes[format] ?? 0
      start += length
      return [start - length, length]
    })
  }

  copy(place: number, to: number): void {
    const [start, length] = this.#ranges[place] as readonly [number, number]
    copyRange(this.#file, to, start, length, this.#piece)
  }

  close(): void {
    closeSync(this.#file)
  }
}

/**
 * Writes a table as CSV. For spreadsheets it begins with a byte order mark, by which Excel knows UTF-8, and has
 * no text that becomes a formula.
 */
export function csvFile(
  path: string,
  table: PublishedTable,
  format: 'csv' | 'excel',
  before?: BeforeFile,
): SegmentFile {
  const forSheet = format === 'excel'
  const file = openSync(path, 'w')
  const header = Buffer.from((forSheet ? '\ufeff' : '') + csvHeader(table))
  writeFileSync(file, header)
  const ranges = before && new RangesBefore(before, format, header.length)
  return {
    write(content) {
      const bytes = content.csv(forSheet)
      writeFileSync(file, bytes)
      return bytes.length
    },
    take: (place) => ranges?.copy(place, file),
    close() {
      closeSync(file)
      ranges?.close()
    },
  }
}
