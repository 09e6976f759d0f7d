import type { Cell } from '../../model/document.ts'
import type { Reading } from '../../model/values.ts'
import { parseValue } from './value.ts'

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

/** Whether printed figures prove themselves, such as a total that its parts make up. */
export type Proof = (values: readonly (number | null)[]) => boolean

const isBlank = (cell: Cell): boolean => parseValue(cell.text).kind === 'blank'
/** A remark, as opposed to a value: something with a digit in it may be a damaged figure. */
const isWords = (cell: Cell): boolean =>
  parseValue(cell.text).kind === 'unreadable' && !/\p{N}/u.test(cell.text)
const numbers = (cells: readonly Cell[]): (number | null)[] =>
  cells.map((cell) => parseValue(cell.text).value)
const printed = (cells: readonly Cell[]): string => JSON.stringify(cells.map((cell) => cell.text))

/** More values than this beyond the columns are not tried: nothing certain comes of it. */
const dropLimit = 2

/** What is known of a row besides its values. */
export interface Ground {
  /** How printed figures prove themselves; without it they never do. */
  readonly proof?: Proof
  /**
   * Whether a blank at either end of the row is an empty cell of the form. Where merged cells left blanks
   * behind, it may be one of those instead, and a value may have been lost in its place.
   */
  readonly blanksAreCells: boolean
  /** The places of the columns in the grid, where both the header and the values have one. */
  readonly positions?: readonly number[] | undefined
  /** Whether a row with more cells than columns must be laid out by position: so in a table without merged labels. */
  readonly placesOnly?: boolean
}

/**
 * Lays the values of a row onto `width` columns.
 *
 * When exactly one way to place the values exists, it is `exact`. With values too many, or blanks that could go
 * either way, every way is worked out, and one is taken as `recovered` if all come to the same or the printed
 * total proves just one. Otherwise null: none is taken.
 */
export function layOnColumns(values: readonly Cell[], width: number, ground: Ground): Fitted | null {
  const { proof = () => false, blanksAreCells, positions, placesOnly = false } = ground
  const { kept, left } = withoutWords(values, width)
  const first = kept.findIndex((cell) => !isBlank(cell))
  if (first < 0) return kept.length >= width ? exact(kept.slice(0, width), left) : null
  const last = kept.findLastIndex((cell) => !isBlank(cell))
  const inner = last - first + 1
  const placed = positions && atPositions(kept, positions)
  // There are columns that the form does not have: only places tell what is what.
  if (placesOnly && positions && kept.length > width) return besideOthers(kept, positions, left)
  // Words in place of a figure look like words behind the last column, unless all figures are there.
  if (left.length > 0 && inner !== width) return placed ? exact(placed, left) : null
  if (inner > width) return dropSurplus(kept.slice(first, last + 1), width, proof, left)
  if (inner === width) return exact(kept.slice(first, last + 1), left)
  const ways = blanksAreCells ? windows(kept, first, last, width) : []
  if (ways.length === 1) return exact(ways[0] as Cell[], left)
  if (placed) return exact(placed, left)
  const proved = ways.filter((way) => proof(numbers(way)))
  return proved.length === 1 ? recovered(proved[0] as Cell[], left, 'identity') : null
}

/** Leaves out what is too many, if every way to do so comes to the same or the total proves just one. */
function dropSurplus(
  cells: readonly Cell[],
  width: number,
  proof: Proof,
  left: readonly Cell[],
): Fitted | null {
  const distinct = [...new Map(drops(cells, width).map((way) => [printed(way), way])).values()]
  if (distinct.length === 1) return recovered(distinct[0] as Cell[], left, 'same_whatever')
  const proved = distinct.filter((way) => proof(numbers(way)))
  return proved.length === 1 ? recovered(proved[0] as Cell[], left, 'identity') : null
}

/** As `atPositions`, where columns of the site's own stand behind those of the form: their figures are left over. */
function besideOthers(
  cells: readonly Cell[],
  positions: readonly number[],
  left: readonly Cell[],
): Fitted | null {
  const end = Math.max(...positions)
  const behind = cells.filter((cell) => cell.x !== undefined && cell.x > end)
  const placed = atPositions(
    cells.filter((cell) => !behind.includes(cell)),
    positions,
  )
  return placed && exact(placed, [...left, ...behind.filter((cell) => !isBlank(cell))])
}

/** The cells that stand right under the columns, if each column has one and nothing is printed elsewhere. */
function atPositions(cells: readonly Cell[], positions: readonly number[]): Cell[] | null {
  const placed = positions.map((x) => cells.find((cell) => cell.x === x))
  const strays = cells.filter(
    (cell) => !isBlank(cell) && (cell.x === undefined || !positions.includes(cell.x)),
  )
  return strays.length === 0 && placed.every((cell) => cell !== undefined) ? placed : null
}

const exact = (cells: readonly Cell[], left: readonly Cell[]): Fitted => ({
  cells,
  reading: 'exact',
  left,
  why: 'shape',
})
const recovered = (cells: readonly Cell[], left: readonly Cell[], why: Why): Fitted => ({
  cells,
  reading: 'recovered',
  left,
  why,
})

/** Sets aside words at the end of a row that is too long: a note behind the last column is not a value. */
function withoutWords(values: readonly Cell[], width: number): { kept: readonly Cell[]; left: Cell[] } {
  const left: Cell[] = []
  let kept = values
  while (kept.length > width && isWords(kept.at(-1) as Cell)) {
    left.unshift(kept.at(-1) as Cell)
    kept = kept.slice(0, -1)
  }
  return { kept, left }
}

/** Every stretch of `width` cells that holds all that is printed. */
function windows(cells: readonly Cell[], first: number, last: number, width: number): Cell[][] {
  const found: Cell[][] = []
  for (
    let start = Math.max(0, last - width + 1);
    start <= Math.min(first, cells.length - width);
    start += 1
  ) {
    found.push(cells.slice(start, start + width))
  }
  return found
}

/** Every way to leave out as many cells as are too many. */
function drops(cells: readonly Cell[], width: number): Cell[][] {
  const surplus = cells.length - width
  if (surplus > dropLimit) return []
  const without = (from: readonly Cell[]) => from.map((_, i) => from.filter((_, j) => j !== i))
  return surplus === 1 ? without(cells) : without(cells).flatMap(without)
}
