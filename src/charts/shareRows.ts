import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { wilson } from '../stats/wilson.ts'
import { type Drawing, group, line, type Shape, type Size, text, widthOf } from './drawing.ts'
import { textWidth, wrap } from './text.ts'
import { tooFew } from './zeroActivityWords.ts'

/** A share of a year: so many of so many. */
export interface SharePoint {
  readonly year: number
  readonly count: number
  readonly of: number
}

/** A row of shares, a point a year. Rows have the same years. */
export interface ShareRow {
  readonly label: string
  /** What is counted, and what it is of, in a word. */
  readonly countLabel: string
  readonly ofLabel: string
  readonly points: readonly SharePoint[]
}

/** What all rows share. */
interface Frame {
  readonly locale: Locale
  readonly left: number
  readonly column: number
  readonly years: readonly number[]
}

const plotHeight = 64
const headHeight = 44
const widestColumn = 100
const margins = { wide: 190, narrow: 50 } as const

const xOf = ({ left, column, years }: Frame, year: number) => left + (years.indexOf(year) + 0.5) * column
const rightOf = ({ left, column, years }: Frame) => left + years.length * column
/** Height of a share in the plot of a row, whose axis is at 0. */
const yOf = (share: number) => -share * plotHeight

function grid(frame: Frame): Shape[] {
  return [0, 0.5, 1].flatMap((share) => [
    line(share === 0 ? 'axis' : 'grid', frame.left, yOf(share), rightOf(frame), yOf(share)),
    text('tick', frame.left - 6, yOf(share) + 4, `${share * 100}%`, 'end'),
  ])
}

/**
 * The interval, the share and its figure: above the interval, or below it where it is near the top. Of very few the
 * figure is the counts, at the stroke, since the interval is nearly everything.
 */
function pointShapes(frame: Frame, { year, count, of }: SharePoint): Shape[] {
  const share = wilson(count, of)
  if (!share) return []
  const x = xOf(frame, year)
  const half = Math.min(10, frame.column / 4)
  const [stroke, top, bottom] = [yOf(share.value), yOf(share.upper), yOf(share.lower)]
  const weak = of < tooFew
  const [above, below] = weak ? [stroke - 6, stroke + 15] : [top - 6, bottom + 15]
  const isHigh = (weak ? share.value : share.upper) > 0.85 && below < -4
  const place = isHigh ? below : above
  const words = weak ? `${count}/${of}` : formatShare(frame.locale, share.value)
  return [
    line(weak ? 'interval-weak' : 'interval', x, bottom, x, top),
    line(weak ? 'rate-weak' : 'rate', x - half, stroke, x + half, stroke),
    text('halo', x, place, words, 'middle'),
  ]
}

/** The numbers below the axis of a row: what is counted and, where the next row has another, what it is of. */
function numbers(frame: Frame, row: ShareRow, withWhole: boolean): Shape[] {
  const lines: [string, (point: SharePoint) => number][] = [
    [row.countLabel, ({ count }) => count],
    ...(withWhole ? [[row.ofLabel, ({ of }) => of] as [string, (point: SharePoint) => number]] : []),
  ]
  return lines.flatMap(([label, take], i) => [
    text('tick', frame.left - 6, 17 + i * 16, label, 'end'),
    ...row.points.map((point) =>
      text(
        'value',
        xOf(frame, point.year),
        17 + i * 16,
        point.of > 0 ? formatNumber('en', take(point)) : '–',
        'middle',
      ),
    ),
  ])
}

/** Where the years of a break begin. */
const breaksAt = ({ years, left, column }: Frame, breaks: ReadonlyMap<number, string>) =>
  years.flatMap((year, i) => {
    const words = breaks.get(year)
    return words === undefined || i === 0 ? [] : [{ x: left + i * column, words }]
  })

/** The words at a break: after its line, or before it where the drawing ends. */
const breakWords = (x: number, words: string, size: Size): Shape =>
  x + 4 + textWidth(words, 11) <= widthOf[size]
    ? text('tick', x + 4, 34, words)
    : text('tick', x - 4, 34, words, 'end')

/** Draws shares with their intervals, a row a measure and a column a year, all on a scale from 0 to 100 %. */
export function drawShareRows(
  rows: readonly ShareRow[],
  breaks: ReadonlyMap<number, string>,
  locale: Locale,
  size: Size,
): Drawing {
  const width = widthOf[size]
  const years = rows[0]?.points.map((point) => point.year) ?? []
  if (years.length === 0) {
    return {
      width,
      height: 20,
      shapes: [text('note', 0, 14, locale === 'zh' ? '没有报告。' : 'No reports.')],
    }
  }
  const left = margins[size]
  const frame: Frame = { locale, left, column: Math.min(widestColumn, (width - left) / years.length), years }
  const changes = breaksAt(frame, breaks)
  let y = headHeight
  const drawn = rows.flatMap((row, i): Shape[] => {
    const withWhole = rows[i + 1]?.ofLabel !== row.ofLabel
    // A label stands in the margin, or above its row where there is none.
    const lines = size === 'wide' ? wrap(row.label, left - 60, 12) : wrap(row.label, width, 12)
    const above = size === 'wide' ? 18 : 18 + lines.length * 16
    const first = size === 'wide' ? -plotHeight / 2 - (lines.length - 1) * 8 : -plotHeight - above + 16
    y += above + plotHeight
    const shapes = [
      ...lines.map((words, at) => text('label', 0, first + at * 16, words)),
      ...grid(frame),
      ...changes.map(({ x }) => line('break', x, -plotHeight - 6, x, withWhole ? 36 : 20)),
      ...row.points.flatMap((point) => pointShapes(frame, point)),
      ...numbers(frame, row, withWhole),
    ]
    const placed = group(0, y, shapes)
    y += withWhole ? 44 : 28
    return [placed]
  })
  const heads = [
    ...years.map((year) => text('label', xOf(frame, year), 14, `${year}`, 'middle')),
    ...changes.flatMap(({ x, words }) => [line('break', x, 24, x, 38), breakWords(x, words, size)]),
  ]
  return { width, height: y, shapes: [...heads, ...drawn] }
}
