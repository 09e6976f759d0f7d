import type { Table } from '../../../model/document.ts'
import { matchLabel } from '../../recognise/labels.ts'
import { parseValue } from '../../recognise/value.ts'
import type { Glyph } from './geometry.ts'
import type { RuledCell, RuledTable } from './grid.ts'
import { cellText, isFigure, joinLines, lineText, visualLines } from './lines.ts'

/** A cell between rules with its text and the line of the page on which it begins. */
export interface TextCell extends Omit<RuledCell, 'glyphs' | 'overflows'> {
  text: string
  readonly line: number
}
/** A table of cells between rules, on one page. */
export interface PageTable {
  readonly page: number
  readonly y: number
  readonly rows: TextCell[][]
}

/**
 * Whether lines are lacking inside a table: cells that hold several figures, or a label and its figures. One
 * such cell may be a wrapped number; many are rows or columns without rules, to be told apart by their places.
 */
export function isUnderruled(table: RuledTable): boolean {
  if (table.xs.length < 3 || table.rows.every((row) => row.length < 2)) return true
  const cells = table.rows.flat().map(({ glyphs }) => piecesOf(glyphs))
  const crowded = cells.filter((pieces) => pieces.filter(isNumber).length > 1 || labelWithNumber(pieces))
  const numbers = cells.filter((pieces) => pieces.some(isNumber))
  return crowded.length > 1 && crowded.length > 0.3 * numbers.length
}

const isNumber = (text: string): boolean => /\d/.test(text) && parseValue(text).kind === 'number'
const labelWithNumber = (pieces: readonly string[]): boolean =>
  pieces.some(isNumber) && pieces.some((piece) => matchLabel(piece).length > 0)

/** The lines of a cell, cut where white parts figures from what is before them. */
function piecesOf(glyphs: readonly Glyph[]): string[] {
  if (!glyphs.some(isFigure)) return []
  return visualLines(glyphs)
    .flatMap((line) => lineText(line).split(/\n|(?<=\D) (?=\d)/))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** The texts of a table. A number that runs over the border of its cell gets a sign that makes it unreadable. */
export function pageTable(table: RuledTable, page: number, lineOf: ReadonlyMap<Glyph, number>): PageTable {
  const rows = table.rows.map((row) => {
    const numbers = row.map((cell) => firstLine(cell.glyphs, lineOf))
    const known = row
      .map((cell, i) => (cell.rowspan === 1 ? numbers[i] : undefined))
      .filter((line) => line !== undefined)
    const fallback =
      known.at(-1) ?? numbers.find((line) => line !== undefined) ?? lineAt(row[0]?.box.y0 ?? 0, lineOf)
    return row.map(({ glyphs, overflows, ...cell }, i): TextCell => {
      const text = cellText(glyphs)
      return { ...cell, text: overflows ? `${text}\ufffd` : text, line: numbers[i] ?? fallback }
    })
  })
  return { page, y: table.box.y0, rows }
}

function firstLine(glyphs: readonly Glyph[], lineOf: ReadonlyMap<Glyph, number>): number | undefined {
  const numbers = glyphs.map((glyph) => lineOf.get(glyph) ?? Infinity)
  return numbers.length ? Math.min(...numbers) : undefined
}

/** The first line of the page below a height. */
function lineAt(y: number, lineOf: ReadonlyMap<Glyph, number>): number {
  let [found, last] = [Infinity, 1]
  for (const [glyph, line] of lineOf) {
    last = Math.max(last, line)
    if (glyph.y > y) found = Math.min(found, line)
  }
  return Math.min(found, last)
}

export const blockOf = ({ rows, page }: PageTable): Table => ({
  kind: 'table',
  layout: 'grid',
  rows: rows.map((row) =>
    row.map(({ text, line, x, colspan, rowspan }, i) => ({
      text,
      at: { page, line, cell: i + 1 },
      x,
      colspan,
      rowspan,
    })),
  ),
})

const isLabel = (text: string): boolean => matchLabel(text).length > 0
/** A number, a stroke that stands for none, or nothing: no half of a label. */
const isPrintedValue = (text: string): boolean => parseValue(text).kind !== 'unreadable'
const textsOf = (row: readonly TextCell[]): string => JSON.stringify(row.map((cell) => cell.text))

/**
 * Puts together what a page break cut: the two halves of a label, and of a row. A label is joined only when the
 * halves together are a label of the forms and the lower one is none; the figures of a row only when the lower
 * half has no label of its own and no place has figures on both pages.
 */
export function joinCutRow(upper: PageTable, lower: PageTable): void {
  const [above, below] = [upper.rows.at(-1), lower.rows]
  let first = 0
  while (
    below[first] &&
    upper.rows[first] &&
    textsOf(below[first] as TextCell[]) === textsOf(upper.rows[first] as TextCell[])
  )
    first += 1
  const rest = below[first]
  if (!above || !rest || upper.rows.length <= first) return
  const pairs = rest.flatMap((cell) => {
    const over = bottomCells(upper).find((one) => sameStretch(one, cell))
    return over ? [{ over, cell }] : []
  })
  const owned = rest.some((cell) => isLabel(cell.text))
  for (const { over, cell } of pairs) {
    const text = joinLines([over.text, cell.text])
    if (isPrintedValue(cell.text) || isLabel(cell.text) || !isLabel(text)) continue
    over.text = text
    cell.text = ''
  }
  if (owned || !above.some((cell) => isLabel(cell.text))) return
  const cut = rest.map((cell) => ({ cell, over: overOf(upper, cell) })).filter(({ cell }) => cell.text !== '')
  // Figures under a header are a row of their own; under figures they are the rest of those.
  if (cut.some(({ over }) => !over || isLabel(over.text))) return
  for (const { over, cell } of cut) {
    if (over) over.text = joinLines([over.text, cell.text])
    cell.text = ''
  }
  below.splice(first, 1)
}

/** The cell of the lowest row under which a cell of the next page stands, by the greatest overlap. */
function overOf(upper: PageTable, cell: TextCell): TextCell | undefined {
  const shared = (one: TextCell) => Math.min(one.box.x1, cell.box.x1) - Math.max(one.box.x0, cell.box.x0)
  const [best] = bottomCells(upper).sort((a, b) => shared(b) - shared(a))
  return best && shared(best) > 0 ? best : undefined
}

/** Says of the figures of a last row that the next page begins with more of them, whichever they belong to. */
export function doubtLastRow(table: { readonly rows: readonly (readonly { text: string }[])[] }): void {
  for (const cell of table.rows.at(-1) ?? []) if (isNumber(cell.text)) cell.text = `${cell.text}\ufffd`
}

/** The cells that reach the lower end of a table. */
const bottomCells = ({ rows }: PageTable): TextCell[] =>
  rows.flat().filter((cell) => cell.row + cell.rowspan === rows.length)

const sameStretch = (a: TextCell, b: TextCell): boolean =>
  Math.abs(a.box.x0 - b.box.x0) < 4 && Math.abs(a.box.x1 - b.box.x1) < 4
