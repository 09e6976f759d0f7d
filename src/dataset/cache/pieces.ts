import { sectionsOf } from '../../ingest/prose/sections.ts'
import type { Document } from '../../model/document.ts'
import type { CellValue } from '../../model/values.ts'
import type { FileReading } from '../report.ts'

/**
 * A reading in pieces. The large ones, which are published as they are, stay the JSON that they are, so that a
 * report is finished without taking them apart.
 */
export interface ReadingPieces {
  /** All else: the report without cells, and no document. */
  readonly about: FileReading
  /** The cells of the report. */
  readonly cells: Buffer
  /** The sections of the document. */
  readonly sections: Buffer
  /** The document, or `null`. */
  readonly document: Buffer
}

const lineFeed = 10

/** The pieces of a reading as JSON, which has no line feeds of its own. */
export function textsOf(reading: FileReading): string[] {
  const { report, document } = reading
  const about = { ...reading, report: report && { ...report, cells: [] }, document: null }
  const pieces = [about, report?.cells ?? [], document ? sectionsOf(document) : [], document]
  return pieces.map((piece) => JSON.stringify(piece))
}

/** The text of the row before the pieces, in their bytes. */
export const rowTextIn = (lines: Buffer): string => lines.toString('utf8', 0, lines.indexOf(lineFeed))

/** The pieces of a reading in bytes: its row, then a piece a line. */
export function piecesIn(lines: Buffer): ReadingPieces {
  const ends = [0, 0, 0, 0]
  for (let i = 0, from = 0; i < ends.length; i += 1) {
    ends[i] = lines.indexOf(lineFeed, from)
    from = (ends[i] ?? 0) + 1
  }
  const [row = 0, a = 0, b = 0, c = 0] = ends
  return {
    about: JSON.parse(lines.toString('utf8', row + 1, a)) as FileReading,
    cells: lines.subarray(a + 1, b),
    sections: lines.subarray(b + 1, c),
    document: lines.subarray(c + 1),
  }
}

/** The reading of its pieces. */
export function wholeOf({ about, cells, document }: ReadingPieces): FileReading {
  const { report } = about
  return {
    ...about,
    report: report && { ...report, cells: JSON.parse(cells.toString()) as CellValue[] },
    document: JSON.parse(document.toString()) as Document | null,
  }
}
