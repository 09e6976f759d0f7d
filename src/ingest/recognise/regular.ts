import type { Cell } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { isBlank, type RowShape } from './fit.ts'

/** Where the figures of a row begin among its cells; what stands outside of them is empty. */
export interface Frame {
  readonly first: number
}
type Frames = ReadonlyMap<RowShape, Frame>

/** A way in which the rows of an undamaged table are alike. */
interface Likeness {
  /** Rows that are compared with each other. */
  readonly group: (row: RowShape) => string
  /** What is the same in all of them. */
  readonly size: (row: RowShape) => number
}
const cells = (row: RowShape): number => row.values.length
const cellsAndLabels = (row: RowShape): number => row.values.length + row.labels

/**
 * Merged cells leave rows with as many cells behind the label, or with as many in all, or with as many empty
 * cells at the end as the next row has merged ones before its label.
 */
const likenesses: readonly Likeness[] = [
  { group: () => '', size: cells },
  { group: () => '', size: cellsAndLabels },
  { group: (row) => `${row.labels}`, size: cells },
  { group: (row) => row.rank ?? '', size: cells },
  { group: (row) => row.next, size: cells },
  { group: (row) => row.next, size: cellsAndLabels },
]
/** This many of the rows must agree for the others to count as off their shape. */
const usual = 0.6
/** In so many rows every column must be printed for the empty cells around them to be none of the form's. */
const full = 0.8

/**
 * For each row, where its figures begin, if it has the shape that rows of its kind have in this table; null for
 * a row off the shape, which has lost or gained a cell, and where two likenesses disagree.
 *
 * @param width how many columns of figures there are
 */
export function regularRows(rows: readonly RowShape[], width: number): (Frame | null)[] {
  // An undamaged table without merged cells, as most are.
  if (rows.every((row) => cells(row) === width)) return mapped(rows, () => atStart)
  const printed = printedParts(rows)
  const all = [framesOf(printed, () => width), bareRows(rows, width), mostAlike(rows, printed, width)]
  const filledUp = rows.some((row) => cells(row) > width)
  return mapped(rows, (row) => {
    if (filledUp && cells(row) === width && mayLackOne(row)) return null
    const frames = all.flatMap((frame) => frame.get(row) ?? [])
    const [frame] = frames
    return frame && frames.every((one) => one.first === frame.first) ? frame : null
  })
}

const atStart: Frame = { first: 0 }

/** Where other rows are filled up with empty cells, one at an end may be such, and a figure be lost. */
const mayLackOne = ({ values }: RowShape): boolean =>
  isBlank(values[0] as Cell) || isBlank(values.at(-1) as Cell)

/** The one likeness that most rows bear out: a damaged row may fit another by chance. */
function mostAlike(rows: readonly RowShape[], printed: PrintedParts, width: number): Frames {
  let most: Frames = new Map()
  for (const likeness of likenesses) {
    const alike = alikeRows(rows, likeness, printed, width)
    if (alike.size > most.size) most = alike
    if (most.size === rows.length) break
  }
  return most
}

/** Where the first and the last printed cell of a row stand, and how many are printed. */
interface PrintedPart {
  readonly first: number
  readonly last: number
  readonly count: number
}
type PrintedParts = ReadonlyMap<RowShape, PrintedPart>

const printedParts = (rows: readonly RowShape[]): PrintedParts =>
  new Map(rows.map((row) => [row, printedPart(row)]))

function printedPart({ values }: RowShape): PrintedPart {
  let first = -1
  let last = -1
  let count = 0
  for (let i = 0; i < values.length; i += 1) {
    if (isBlank(values[i] as Cell)) continue
    if (first < 0) first = i
    last = i
    count += 1
  }
  return { first, last, count }
}

/**
 * The rows whose figures go from the first printed cell to the last, in a table where nearly all do.
 *
 * @param width how many columns of figures a row has; undefined where that is not known
 */
export const fullRows = (
  rows: readonly RowShape[],
  width: (row: RowShape, i: number) => number | undefined,
): Frames => framesOf(printedParts(rows), width)

function framesOf(rows: PrintedParts, width: (row: RowShape, i: number) => number | undefined): Frames {
  const found = [...rows].filter(([row, { first, last, count }], i) => {
    const wanted = width(row, i)
    return count === wanted && last - first + 1 === wanted
  })
  return found.length >= rows.size * full
    ? new Map(found.map(([row, { first }]) => [row, { first }]))
    : new Map()
}

/** Rows of figures alone where most rows have at least two cells more: no one damage takes just the empty ones. */
function bareRows(rows: readonly RowShape[], width: number): Frames {
  const bare = rows.filter((row) => cells(row) === width && !row.values.some(isBlank))
  const wider = rows.filter((row) => cells(row) >= width + 2)
  return wider.length >= rows.length * usual ? new Map(bare.map((row) => [row, { first: 0 }])) : new Map()
}

function alikeRows(
  rows: readonly RowShape[],
  { group, size }: Likeness,
  printed: PrintedParts,
  width: number,
): Frames {
  const found = new Map<RowShape, Frame>()
  for (const compared of Map.groupBy(rows, group).values()) {
    const alike = agreeing(compared, size)
    // Two alike in a small group may be alike by chance.
    if (alike.length >= 3 || compared.length === rows.length)
      for (const [row, frame] of framed(alike, printed, width)) found.set(row, frame)
  }
  return found.size >= rows.length * usual ? withRank(rows, found) : new Map()
}

/** Without rows of a rank of which most have another shape: a damaged one has come to look like those of another. */
function withRank(rows: readonly RowShape[], found: Frames): Frames {
  const ranks = [...Map.groupBy(rows, (row) => row.rank)]
  const usualRanks = new Set(
    ranks.flatMap(([rank, ofRank]) =>
      ofRank.filter((one) => found.has(one)).length * 2 > ofRank.length ? [rank] : [],
    ),
  )
  return new Map([...found].filter(([row]) => usualRanks.has(row.rank)))
}

/** The rows of a group that agree on their size, if most do. */
function agreeing(rows: readonly RowShape[], size: (row: RowShape) => number): readonly RowShape[] {
  const [most] = [...Map.groupBy(rows, size).values()].sort((a, b) => b.length - a.length)
  return most && most.length >= rows.length * usual ? most : []
}

/**
 * The one place for the figures such that all is empty around them, and most rows fill it from end to end: so
 * many cells from the first, or so many from the last.
 */
function framed(rows: readonly RowShape[], printed: PrintedParts, width: number): [RowShape, Frame][] {
  const room = Math.min(...rows.map(cells)) - width
  if (rows.length === 0 || room < 0) return []
  const offsets = Array.from({ length: room + 1 }, (_, i) => i)
  const placements = [
    ...offsets.map((offset) => () => offset),
    ...offsets.map((offset) => (row: RowShape) => cells(row) - width - offset),
  ]
  const [first, ...others] = placements.filter((one) => isBorneOut(rows, printed, one, width))
  if (!first || others.some((other) => rows.some((row) => other(row) !== first(row)))) return []
  return mapped(rows, (row) => [row, { first: first(row) }])
}

function isBorneOut(
  rows: readonly RowShape[],
  printed: PrintedParts,
  first: (row: RowShape) => number,
  width: number,
): boolean {
  // Where no cell is to spare, the figures have one place only.
  if (rows.every((row) => cells(row) === width)) return true
  let filled = 0
  for (const row of rows) {
    const part = printed.get(row) as PrintedPart
    const start = first(row)
    const end = start + width - 1
    if (part.count > 0 && (part.first < start || part.last > end)) return false
    if (part.first === start && part.last === end) filled += 1
  }
  return filled >= Math.max(2, rows.length * usual)
}
