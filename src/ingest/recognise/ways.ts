import type { Cell } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { isBlank, type Proof, type Why } from './fit.ts'
import { parseValue } from './value.ts'

/** More cells than this beyond the columns are not tried: nothing certain comes of it. */
const surplusLimit = 3

/** Which cells of a row are taken, by their places in it. */
type Way = readonly number[]

/** A row as one way reads it. */
interface WayTaken {
  readonly cells: readonly Cell[]
  readonly why: Why
}

const trimmed = (values: readonly Cell[]): readonly Cell[] => {
  const first = values.findIndex((cell) => !isBlank(cell))
  const last = values.findLastIndex((cell) => !isBlank(cell))
  return values.slice(Math.max(first, 0), last + 1)
}

/** Every choice of `width` of `count` places, in order. */
function choices(count: number, width: number): Way[] {
  const found: number[][] = []
  const extend = (way: number[], from: number) => {
    if (way.length === width) found.push(way)
    else for (let i = from; i <= count - (width - way.length); i += 1) extend([...way, i], i + 1)
  }
  extend([], 0)
  return found
}

/**
 * Every way to leave out as many cells as the rows have too many; rows of one length. With many more, all but
 * a few of them are empty at the ends: then only what is between the first and the last printed cell is tried.
 */
export function waysToLeaveOut(rows: readonly (readonly Cell[])[], width: number): Way[] {
  const count = rows[0]?.length ?? 0
  if (count < width) return []
  if (count - width <= surplusLimit) return choices(count, width)
  const inner = mapped(rows, trimmed)
  const longest = Math.max(...inner.map((row) => row.length))
  if (longest < width || longest - width > surplusLimit) return []
  const starts = new Set(rows.map((row, i) => row.indexOf(inner[i]?.[0] as Cell)))
  const [start] = starts
  if (starts.size !== 1 || start === undefined) return []
  return choices(longest, width).map((way) => way.map((place) => place + start))
}

const numbers = (cells: readonly Cell[]): (number | null)[] =>
  mapped(cells, (cell) => parseValue(cell.text).value)
/** Whether two ways to read a row print the same; `taken` gives as many cells for each. */
const readAlike = (one: readonly Cell[], other: readonly Cell[]): boolean =>
  one.every((cell, i) => cell.text === other[i]?.text)

interface Tried {
  readonly way: Way
  readonly proved: number
  readonly contradicted: number
}

/**
 * For each row the way that its table bears out: of all ways those that the printed totals contradict least and
 * prove most often, if they read the row alike. Null for a row that they read differently.
 */
export function bestWays(
  rows: readonly (readonly Cell[])[],
  ways: readonly Way[],
  proof: Proof,
): (WayTaken | null)[] {
  const different = mapped(rows, (row) => distinct(row, ways))
  // Nothing is left to be borne out, as where what is too many is empty.
  if (different.every((all) => all.length === 1))
    return mapped(different, (all) => ({ cells: all[0] as Cell[], why: 'same_whatever' }))
  const tried = ways.map((way): Tried => {
    const outcomes = mapped(rows, (row) => proof(numbers(taken(row, way))))
    return {
      way,
      proved: outcomes.filter((one) => one === 'proved').length,
      contradicted: outcomes.filter((one) => one === 'contradicted').length,
    }
  })
  const rank = (one: Tried) => one.proved - one.contradicted * 3
  const most = Math.max(...tried.map(rank))
  const best = tried.filter((one) => rank(one) === most && (one.contradicted === 0 || most > 0))
  return mapped(rows, (row, i) => {
    const all = different[i] as Cell[][]
    if (all.length === 1) return { cells: all[0] as Cell[], why: 'same_whatever' }
    const readings = distinct(
      row,
      best.map((one) => one.way),
    )
    const proved = readings.filter((cells) => proof(numbers(cells)) === 'proved')
    return proved.length === 1 && readings.length === 1
      ? { cells: proved[0] as Cell[], why: 'identity' }
      : null
  })
}

const taken = (row: readonly Cell[], way: Way): Cell[] => mapped(way, (place) => row[place] as Cell)

/** The different readings that ways give of one row, each by the cells of the last way that gives it. */
function distinct(row: readonly Cell[], ways: readonly Way[]): Cell[][] {
  const found: Cell[][] = []
  for (const way of ways) {
    const cells = taken(row, way)
    const known = found.findIndex((other) => readAlike(other, cells))
    if (known < 0) found.push(cells)
    else found[known] = cells
  }
  return found
}
