import { scaleLinear } from 'd3-scale'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ZeroActivity } from '../stats/zeroActivity.ts'
import { type Drawing, group, line, type Shape, type Size, text, widthOf } from './drawing.ts'
import { shorten } from './text.ts'
import { yearsFromTo } from './years.ts'
import { isMeasured, tooFew } from './zeroActivityWords.ts'

/** The plot of one group: its place for every year, and its scale of shares from 0 to 1. */
interface Plot {
  readonly years: readonly number[]
  readonly left: number
  readonly top: number
  readonly height: number
  readonly column: number
  /** Half the length of the stroke that stands for a share. */
  readonly half: number
}

const xOf = (plot: Plot, year: number) => plot.left + (plot.years.indexOf(year) + 0.5) * plot.column
const yOf = (plot: Plot) => scaleLinear([0, 1], [plot.top + plot.height, plot.top])
const widthOfPlot = (plot: Plot) => plot.years.length * plot.column

function grid(plot: Plot, labelled: boolean): Shape[] {
  const y = yOf(plot)
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(share === 0 ? 'axis' : 'grid', plot.left, y(share), plot.left + widthOfPlot(plot), y(share)),
    ...(labelled && (share * 2) % 1 === 0
      ? [text('tick', plot.left - 6, y(share) + 4, `${share * 100}%`, 'end')]
      : []),
  ])
}

/** The interval and the share of one year; dashed where the reports are too few to compare. */
function point(plot: Plot, row: ZeroActivity): Shape[] {
  if (!isMeasured(row)) return []
  const [x, y] = [xOf(plot, row.year), yOf(plot)]
  const weak = row.readable < tooFew
  return [
    line(weak ? 'interval-weak' : 'interval', x, y(row.lower), x, y(row.upper)),
    line(weak ? 'rate-weak' : 'rate', x - plot.half, y(row.rate), x + plot.half, y(row.rate)),
  ]
}

/** The counts under the axis, a column a year: what the share is taken of, and how much was reported. */
function counts(plot: Plot, rows: readonly ZeroActivity[], locale: Locale): Shape[] {
  const zh = locale === 'zh'
  const top = plot.top + plot.height
  const lines: [string, 'zero' | 'readable' | 'reports'][] = zh
    ? [
        ['为零', 'zero'],
        ['读得出', 'readable'],
        ['报告', 'reports'],
      ]
    : [
        ['zero', 'zero'],
        ['readable', 'readable'],
        ['reports', 'reports'],
      ]
  return [
    ...plot.years.map((year) => text('label', xOf(plot, year), top + 18, `${year}`, 'middle')),
    ...lines.flatMap(([label, key], i) => [
      text('tick', plot.left - 6, top + 38 + i * 17, label, 'end'),
      ...plot.years.map((year) => {
        const row = rows.find((one) => one.year === year)
        return text(
          'value',
          xOf(plot, year),
          top + 38 + i * 17,
          row ? formatNumber('en', row[key]) : '–',
          'middle',
        )
      }),
    ]),
  ]
}

/** The share beside its stroke where there is room, else above: never on an end of the interval. */
function shareLabels(plot: Plot, rows: readonly ZeroActivity[], locale: Locale): Shape[] {
  return rows.filter(isMeasured).map((row) => {
    const words = formatShare(locale, row.rate)
    const x = xOf(plot, row.year)
    const y = yOf(plot)
    const [stroke, end] = [y(row.rate), y(row.upper)]
    if (plot.column >= 84) {
      return text('strong', x + plot.half + 4, stroke + (row.rate < 0.03 ? -4 : 5), words)
    }
    return text('halo', x, (stroke - end < 28 ? end : stroke) - 6, words, 'middle')
  })
}

/** Draws the share of all reports that are at zero: a column a year, the counts in rows below. */
export function drawZeroActivity(rows: readonly ZeroActivity[], locale: Locale, size: Size): Drawing {
  const width = widthOf[size]
  const years = yearsFromTo(rows.map((row) => row.year))
  if (years.length === 0) {
    return {
      width,
      height: 20,
      shapes: [text('note', 0, 14, locale === 'zh' ? '没有报告。' : 'No reports.')],
    }
  }
  const left = size === 'wide' ? 58 : 54
  const column = Math.min(160, (width - left) / years.length)
  const plot: Plot = {
    years,
    left,
    top: 24,
    height: size === 'wide' ? 240 : 210,
    column,
    half: Math.min(12, column / 4),
  }
  const shapes = [
    ...grid(plot, true),
    ...rows.flatMap((row) => point(plot, row)),
    ...shareLabels(plot, rows, locale),
    ...counts(plot, rows, locale),
  ]
  return { width, height: plot.top + plot.height + 80, shapes }
}

/** One small panel: the name of a group, its shares, and the counts of its last year. */
function small(
  name: string,
  rows: readonly ZeroActivity[],
  years: readonly number[],
  width: number,
  locale: Locale,
): Shape[] {
  const plot: Plot = {
    years,
    left: 0,
    top: 28,
    height: 84,
    column: width / years.length,
    half: Math.min(7, width / years.length / 3),
  }
  const last = rows.filter(isMeasured).at(-1)
  const [zh, bottom] = [locale === 'zh', plot.top + plot.height]
  const few = last && last.readable < tooFew ? (zh ? '，太少' : ', too few') : ''
  const counted = last
    ? `${last.year}${zh ? ' 年' : ': '}${zh ? ' ' : ''}${formatNumber('en', last.zero)}/${formatNumber('en', last.readable)}${few}`
    : zh
      ? '读不出'
      : 'not readable'
  const ends = years.length === 1 ? [years[0] ?? 0] : [years[0] ?? 0, years.at(-1) ?? 0]
  return [
    text('heading', 0, 13, shorten(name, width, 13)),
    ...grid(plot, false),
    ...rows.flatMap((row) => point(plot, row)),
    ...ends.map((year) => text('tick', xOf(plot, year), bottom + 14, `${year}`, 'middle')),
    text('note', 0, bottom + 32, counted),
  ]
}

/** Draws the shares of groups as small panels with the same years and the same scale from 0 to 100 %. */
export function drawZeroGroups(
  groups: readonly { readonly name: string; readonly rows: readonly ZeroActivity[] }[],
  years: readonly number[],
  locale: Locale,
  size: Size,
): Drawing {
  const left = 36
  const gap = size === 'wide' ? 28 : 22
  // Three or six groups stand better in threes than in fours with a hole.
  const across =
    size === 'narrow' ? 2 : groups.length < 4 || groups.length === 5 || groups.length === 6 ? 3 : 4
  const width = (widthOf[size] - left - gap * (across - 1)) / across
  const height = 172
  const y = scaleLinear([0, 1], [112, 28])
  const shapes = groups.flatMap((one, i): Shape[] => {
    const [x, top] = [left + (i % across) * (width + gap), Math.floor(i / across) * height]
    const scale = [0, 0.5, 1].map((share) => text('tick', -6, y(share) + 4, `${share * 100}%`, 'end'))
    return [
      group(x, top, [...(i % across === 0 ? scale : []), ...small(one.name, one.rows, years, width, locale)]),
    ]
  })
  return {
    width: widthOf[size],
    height: Math.max(1, Math.ceil(groups.length / across) * height - 12),
    shapes,
  }
}
