import { type Drawing, type Shape, text } from '../charts/drawing.ts'
import type { Activity } from '../stats/figures.ts'
import { activityOrder } from '../stats/overview.ts'
import type { YearMark } from '../stats/series.ts'

/** How many agencies are in each state in a year. */
export interface YearStates {
  readonly year: number
  readonly states: Readonly<Record<Activity, number>>
}

const width = 760
/** What a card has room for. */
const mostYears = { line: 8, rows: 5 }
const rowHeight = 44
const left = 60

/** How the dots of a year stand in their row. */
interface DotSize {
  readonly r: number
  readonly pitch: number
  readonly lines: number
  /** How many agencies a dot stands for. */
  readonly per: number
}
const dense = (per: number): DotSize => ({ r: 4.2, pitch: 11, lines: 3, per })
/** From few agencies to very many. */
const dotSizes: readonly DotSize[] = [
  { r: 11, pitch: 30, lines: 1, per: 1 },
  { r: 6.5, pitch: 17, lines: 2, per: 1 },
  ...[1, 10, 100, 1000, 10_000].flatMap((power) => [1, 2, 5].map((digit) => dense(digit * power))),
]

/** The dots of a year, like beside like; each state that occurs has one at least. */
const dotsOf = ({ states }: YearStates, per: number): Activity[] =>
  activityOrder.flatMap((state) => Array.from({ length: Math.ceil(states[state] / per) }, () => state))

const columnsOf = ({ pitch }: DotSize) => Math.floor((width - left) / pitch)

function sizeFor(rows: readonly YearStates[]): DotSize {
  const fits = (size: DotSize) =>
    rows.every((row) => dotsOf(row, size.per).length <= columnsOf(size) * size.lines)
  return dotSizes.find(fits) ?? dense(100_000)
}

/** A row of dots for each of the latest years, and how many agencies a dot stands for. */
export function statesDrawing(all: readonly YearStates[]): { drawing: Drawing; per: number } {
  const rows = all.slice(-mostYears.rows)
  const size = sizeFor(rows)
  const { r, pitch, per } = size
  const shapes = rows.flatMap((one, row): Shape[] => {
    const top = row * rowHeight
    const marks = dotsOf(one, per).map((activity, i): Shape => {
      const [column, line] = [i % columnsOf(size), Math.floor(i / columnsOf(size))]
      return { kind: 'mark', activity, at: [left + r + column * pitch, top + r + line * pitch], r, title: '' }
    })
    return [text('strong', 0, top + Math.max(11, r + 5), String(one.year)), ...marks]
  })
  return { drawing: { width, height: rows.length * rowHeight, shapes }, per }
}

/** The line of an agency: the mark of each of the latest years, with its number of new requests. */
export function lineDrawing(all: readonly YearMark[], numberOf: (mark: YearMark) => string): Drawing {
  const step = width / mostYears.line
  const shapes = all.slice(-mostYears.line).flatMap((mark, i): Shape[] => {
    const x = 28 + i * step
    return [
      { kind: 'mark', activity: mark.activity, at: [x, 34], r: 20, title: '' },
      text('strong', x, 86, numberOf(mark), 'middle'),
      text('label', x, 108, String(mark.year), 'middle'),
    ]
  })
  return { width, height: 120, shapes }
}
