import type { Cell } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import type { Reading } from '../../model/values.ts'
import { atPlaces, byOrder, type Placed, standsUnder } from './places.ts'
import { fullRows, regularRows } from './regular.ts'
import { isBlank as isBlankText, parseValue } from './value.ts'
import { bestWays, waysToLeaveOut } from './ways.ts'

/** What printed figures say of themselves: a total that its parts make up, one that they do not, or neither. */
export type Proof = (values: readonly (number | null)[]) => 'proved' | 'contradicted' | 'open'
export const noProof: Proof = () => 'open'

/** One row of values and what is known of its shape. */
export interface RowShape {
  readonly values: readonly Cell[]
  /** How many labels stand before the values. */
  readonly labels: number
  /** What comes next in the table: rows before the same kind of neighbour end in the same empty cells. */
  readonly next: string
  /** Which rows of the form it belongs with: those that stand as deep, and so have as many merged cells before them. */
  readonly rank?: string
  /** Whether the row is as wide as its table, so that its cells stand where `x` says. */
  readonly sound: boolean
}

/** The columns that the rows under one header have. */
export interface Columns {
  /** How many columns of the form. */
  readonly width: number
  /** Places, from 0 among all columns of figures, of those that the form does not have, such as 小计. */
  readonly foreign: readonly number[]
  /** Where the columns of the form stand in the grid; absent when the header does not say. */
  readonly positions?: readonly number[] | undefined
  /** How many columns of the grid each label of the header spans, beside `positions`. */
  readonly spans?: readonly number[]
  readonly proof: Proof
}

/** Values laid onto columns: one cell a column, and how sure that is. */
export interface Fitted {
  readonly cells: readonly Cell[]
  readonly reading: Reading
  /** Cells that hold something and were given no column. */
  readonly left: readonly Cell[]
  readonly why: Why
}
/** How a row was laid onto its columns: by its shape alone, as the only possible outcome, or by arithmetic. */
export type Why = 'shape' | 'same_whatever' | 'identity'

export const isBlank = (cell: Cell): boolean => isBlankText(cell.text)
/** Two figures in one cell: then another cell of the row is not what it seems. */
const isJoined = ({ text }: Cell): boolean =>
  text.length > 2 && text.includes('\n') && /\p{N}\s*\n\s*\p{N}/u.test(text)
/** A remark, as opposed to a value: something with a digit in it may be a damaged figure. */
const isWords = (cell: Cell): boolean =>
  parseValue(cell.text).kind === 'unreadable' && !/[\p{N}\p{Co}\ufffd]/u.test(cell.text)

/**
 * Lays the values of rows onto the columns of the form; null for a row where no way is certain.
 *
 * A row is `exact` when its cells stand under the header in a sound grid, or when it has as many cells as there
 * are columns and its table has rows of just that shape. Any other row has lost or gained a cell: every way to
 * read it is worked out, and one is taken as `recovered` if all come to the same or the printed totals prove it.
 */
export function layRows(rows: readonly RowShape[], columns: Columns): (Fitted | null)[] {
  if (rows.every((row) => isWhole(row, columns)))
    return mapped(rows, ({ values }) => exactly({ cells: values, left: [] }))
  const all = columns.width + columns.foreign.length
  const shapes = mapped(rows, (row) => withoutWords(row, all))
  const sure = sureRows(
    mapped(shapes, ({ row }) => row),
    columns,
    all,
  )
  const open = shapes.flatMap(({ row }, i) => (sure[i] ? [] : [row]))
  const recovered = open.length ? recoverRows(open, columns, printsEveryCell(sure)).values() : null
  return mapped(shapes, ({ left }, i) => {
    const found = sure[i] ? exactly(sure[i]) : (recovered?.next().value ?? null)
    return found && left.length ? { ...found, left: [...found.left, ...left] } : found
  })
}

/** Whether a row has just the cells of the columns, each where it should: then nothing of it has to be worked out. */
const isWhole = ({ values, sound }: RowShape, { width, foreign, positions }: Columns): boolean =>
  values.length === width &&
  foreign.length === 0 &&
  (positions === undefined || (sound && standsUnder(values, positions))) &&
  !values.some(isJoined)

/**
 * The rows of which the shape is certain. In a table whose rows stand under its header, one that does not has lost
 * its shape, whatever its length, unless each of its cells is printed.
 */
function sureRows(rows: readonly RowShape[], columns: Columns, all: number): (Placed | null)[] {
  const placed = mapped(rows, (row) => atPlaces(row, columns))
  const joined = mapped(rows, (row) => row.values.some(isJoined))
  // Then nothing else need be asked, as of nearly every web page.
  if (placed.every((one) => one !== null)) return mapped(placed, (one, i) => (joined[i] ? null : one))
  const byPlace =
    placed.filter((one) => one !== null).length * 2 > rows.length ||
    (rows.length === 1 && columns.positions !== undefined)
  const full = byPlace ? fullRows(rows, () => all) : null
  const frames = full ? mapped(rows, (row) => full.get(row) ?? null) : regularRows(rows, all)
  return mapped(rows, (row, i) =>
    joined[i] ? null : (placed[i] ?? byOrder(row, columns, frames[i] ?? null)),
  )
}

/** Cells whose places are certain. */
export const exactly = ({ cells, left }: Placed): Fitted => ({ cells, left, reading: 'exact', why: 'shape' })

/** So many rows must be sure, all their cells printed, for an empty cell elsewhere to be none of the form's. */
const rowsEnough = 5
const printsEveryCell = (sure: readonly (Placed | null)[]): boolean => {
  const rows = sure.filter((row) => row !== null)
  return rows.length >= rowsEnough && !rows.some((row) => row.cells.some(isBlank))
}

/**
 * Rows off their shape, those with as many cells together: what is too many in one is too many in all.
 *
 * @param full whether the table prints every cell, so that empty ones are never figures
 */
export function recoverRows(rows: readonly RowShape[], columns: Columns, full = false): (Fitted | null)[] {
  const found = mapped(rows, (): Fitted | null => null)
  const values = mapped(rows, (row) => (full ? row.values.filter((cell) => !isBlank(cell)) : row.values))
  const alike = Map.groupBy(rows.keys(), (i) => `${rows[i]?.next} ${values[i]?.length}`)
  for (const group of alike.values()) {
    const ofGroup = mapped(group, (i) => values[i] as readonly Cell[])
    const best = bestWays(ofGroup, waysToLeaveOut(ofGroup, columns.width), columns.proof)
    for (const [k, i] of group.entries()) {
      const way = best[k]
      if (way) found[i] = { cells: way.cells, reading: 'recovered', left: [], why: way.why }
    }
  }
  return found
}

interface Shape {
  readonly row: RowShape
  readonly left: readonly Cell[]
}

/** Sets aside words at the end of a row that is too long: a note behind the last column is not a value. */
function withoutWords(row: RowShape, width: number): Shape {
  let end = row.values.length
  while (end > width && isWords(row.values[end - 1] as Cell)) end -= 1
  const left = row.values.slice(end)
  return left.length ? { row: { ...row, values: row.values.slice(0, end) }, left } : { row, left }
}
