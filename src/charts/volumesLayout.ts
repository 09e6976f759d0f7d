import { scaleLog } from 'd3-scale'
import { onceFor } from '../stats/once.ts'
import { type VolumePoint, type VolumeYear, volumeYears } from '../stats/volumes.ts'
import {
  type Dot,
  type DotStyle,
  densestStyle,
  dodge,
  dotStyles,
  heightOf,
  pile,
  rangeBounds,
} from './dots.ts'
import { type Size, widthOf } from './drawing.ts'
import { yearsFromTo } from './years.ts'

/** Where things stand from left to right; the same for every row of the drawing. */
export interface Frame {
  readonly size: Size
  /** Bounds of the band of zeros, of the log axis, and of the band of figures that cannot be read. */
  readonly zero: readonly [number, number]
  readonly axis: readonly [number, number]
  readonly unreadable: readonly [number, number] | null
  /** Places a count of at least 1; there is no place for 0. */
  readonly x: (count: number) => number
  readonly ticks: readonly number[]
}
/** The reports of one year and kind, and how they are drawn. */
export interface Row {
  readonly year: number
  readonly aggregate: boolean
  readonly summary: VolumeYear | null
  readonly points: readonly VolumePoint[]
}
/** The dots of a row, by state. */
export interface PlacedRow {
  readonly some: readonly Dot[]
  readonly zero: readonly Dot[]
  readonly unreadable: readonly Dot[]
}

const maxRowHeight = 112

/** Lays out the bands and the axis for all reports of a drawing, so that its rows share them. */
export function frameOf(size: Size, points: readonly VolumePoint[]): Frame {
  const most = points.reduce((max, point) => Math.max(max, point.received ?? 0), 10)
  const [left, zeroWidth, gap] = size === 'wide' ? [124, 124, 16] : [0, 64, 12]
  const hasUnreadable = points.some((point) => point.activity === 'unreadable')
  const right = widthOf[size] - (hasUnreadable ? 62 : 0)
  const axis = [left + zeroWidth + gap, right - 10] as const
  const end = rangeBounds(most).at(-1) ?? 10
  const scale = scaleLog([1, end], [axis[0] + 6, axis[1]])
  const ticks = Array.from({ length: Math.floor(Math.log10(end) + 1e-9) + 1 }, (_, i) => 10 ** i)
  return {
    size,
    zero: [left, left + zeroWidth],
    axis,
    unreadable: hasUnreadable ? [right + 6, widthOf[size]] : null,
    x: (count) => scale(count),
    ticks,
  }
}

/** A row for every year from the first to the last, and for every year with aggregate reports; once for all drawings. */
export const rowsOf: (points: readonly VolumePoint[]) => readonly Row[] = onceFor(makeRows)

function makeRows(points: readonly VolumePoint[]): Row[] {
  const summaries = volumeYears(points)
  const groups = Map.groupBy(points, (point) => `${point.year} ${point.aggregate}`)
  const row = (year: number, aggregate: boolean): Row => ({
    year,
    aggregate,
    summary: summaries.find((one) => one.year === year && one.aggregate === aggregate) ?? null,
    points: groups.get(`${year} ${aggregate}`) ?? [],
  })
  const all = yearsFromTo(points.map((point) => point.year))
  const own = all.map((year) => row(year, false))
  return [...own, ...all.map((year) => row(year, true)).filter((one) => one.summary)]
}

const receivedOf = (row: Row): number[] =>
  row.points
    .flatMap((point) => (point.activity === 'some' ? [point.received ?? 0] : []))
    .sort((a, b) => a - b)

/** Places the dots of a row. Together they stand for every report of it. */
export function dotsOfRow(row: Row, frame: Frame, style: DotStyle): PlacedRow {
  const received = receivedOf(row)
  const count = (activity: VolumePoint['activity']) =>
    row.points.filter((one) => one.activity === activity).length
  const bounds = rangeBounds(received.at(-1) ?? 0)
  const inRanges = () =>
    bounds.slice(0, -1).flatMap((from, i) => {
      const to = bounds[i + 1] ?? from
      const members = received.filter((value) => value >= from && value < to).length
      return pile(members, frame.x(from), frame.x(to) - 2, style)
    })
  return {
    some: style.exact ? dodge(received.map(frame.x), style) : inRanges(),
    zero: pile(count('zero'), ...frame.zero, style),
    unreadable: frame.unreadable ? pile(count('unreadable'), ...frame.unreadable, style) : [],
  }
}

/** How high the dots of a row stand above its baseline. */
export const heightOfRow = (row: PlacedRow) => heightOf([...row.some, ...row.zero, ...row.unreadable])

/** Whether a style keeps every row to its height, and the drawing to its size. */
export function fits(rows: readonly Row[], frame: Frame, style: DotStyle): boolean {
  const most = Math.max(0, ...rows.map((row) => row.points.length))
  return (
    most / style.per <= 900 && rows.every((row) => heightOfRow(dotsOfRow(row, frame, style)) <= maxRowHeight)
  )
}

/** The roomiest style in which every row keeps to its height. */
export const styleFor = (rows: readonly Row[], frame: Frame): DotStyle =>
  dotStyles.find((style) => fits(rows, frame, style)) ?? densestStyle
