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

/** A reading as text, a piece a line: JSON has no line feeds of its own. */
export function textOf(reading: FileReading): string {
  const { report, document } = reading
  const about = { ...reading, report: report && { ...report, cells: [] }, document: null }
  const pieces = [about, report?.cells ?? [], document ? sectionsOf(document) : [], document]
  return pieces.map((piece) => JSON.stringify(piece)).join('\n')
}

/** The pieces in the bytes of the text of a reading. */
export function piecesIn(text: Buffer): ReadingPieces {
  const ends = [0, 0, 0]
  for (let i = 0, from = 0; i < ends.length; i += 1) {
    ends[i] = text.indexOf(lineFeed, from)
    from = (ends[i] ?? 0) + 1
  }
  const [a = 0, b = 0, c = 0] = ends
  return {
    about: JSON.parse(text.toString('utf8', 0, a)) as FileReading,
    cells: text.subarray(a + 1, b),
    sections: text.subarray(b + 1, c),
    document: text.subarray(c + 1),
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
