import type { Random } from '../random.ts'
import type { InventedReport } from '../truth.ts'
import type { Grid } from './grid.ts'
import { type PageOptions, type Piece, pageOf } from './page.ts'

/** A report as a file. */
export interface Rendered {
  readonly bytes: Uint8Array
  readonly extension:
    | 'txt'
    | 'md'
    | 'html'
    | 'htm'
    | 'mht'
    | 'csv'
    | 'tsv'
    | 'docx'
    | 'doc'
    | 'xlsx'
    | 'pdf'
    | 'zip'
}

/** A way in which reports are laid out. */
export interface Layout {
  readonly id: string
  /** What it looks like, and where it is seen. */
  readonly about: string
  /** How common it is among the files of the demo; 0 for damage that would hide its charts. */
  readonly share: number
  readonly render: (report: InventedReport, random: Random) => Rendered
}

/** Writes one table as text. */
export type WriteTable = (grid: Grid, random: Random) => string

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The pieces of a page as text: a line each, tables as written by `write`. */
export function pageText(pieces: readonly Piece[], random: Random, write: WriteTable): string {
  const lines = pieces.map((piece) => (piece.kind === 'table' ? write(piece.grid, random) : piece.text))
  return `${lines.join('\n')}\n`
}

/** A layout of plain text that differs from others in how it writes tables. */
export function textLayout(
  id: string,
  about: string,
  share: number,
  write: WriteTable,
  options: PageOptions = {},
  extension: Rendered['extension'] = 'txt',
): Layout {
  const render = (report: InventedReport, random: Random): Rendered => ({
    bytes: encodeUtf8(pageText(pageOf(report, random, options), random, write)),
    extension,
  })
  return { id, about, share, render }
}
