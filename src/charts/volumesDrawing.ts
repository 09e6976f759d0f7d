import { counted, reportsWords, requestsWords } from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { activityWords } from '../i18n/vocabulary.ts'
import type { VolumePoint, VolumeYear } from '../stats/volumes.ts'
import { type Dot, type DotStyle, heightOf } from './dots.ts'
import { type Drawing, group, line, type Shape, type Size, stack, text, widthOf } from './drawing.ts'
import { boxOf, placeLabels } from './labels.ts'
import { textWidth } from './text.ts'
import {
  dotsOfRow,
  type Frame,
  fits,
  frameOf,
  heightOfRow,
  type Row,
  rowsOf,
  styleFor,
} from './volumesLayout.ts'

/** Up to how many reports of a row are named beside their dots. */
const named = 5

/** What a dot is, in words. */
function dotWords({ per, exact }: DotStyle, locale: Locale): string {
  if (locale === 'zh') {
    const dot = per === 1 ? '每点一份报告' : `每点 ${formatNumber('en', per)} 份报告`
    return exact ? `${dot}。` : `${dot}，按 1、2–4、5–9、10–19……件分段堆放。`
  }
  const dot = per === 1 ? 'Each dot is a report' : `Each dot is ${counted(per, 'report')}`
  return exact ? `${dot}.` : `${dot}, piled in ranges 1, 2–4, 5–9, 10–19 ….`
}

/** Shapes for dots: single marks with their words where each is one report, else all of a size in one path. */
function dotShapes(
  dots: readonly Dot[],
  activity: VolumePoint['activity'],
  titles: readonly string[],
): Shape[] {
  if (titles.length === dots.length && dots.length <= 40) {
    return dots.map((dot, i) => ({
      kind: 'mark',
      activity,
      at: [dot.x, -dot.up],
      r: dot.r,
      title: titles[i] ?? '',
    }))
  }
  return [...Map.groupBy(dots, (dot) => dot.r)].map(([r, same]) => ({
    kind: 'dots',
    activity,
    r,
    points: same.map((dot) => [dot.x, -dot.up] as const),
  }))
}

/** How many reports there are; where some cannot be read, how many of them can, since sums are over those. */
function coverageWords({ reports, readable }: VolumeYear, locale: Locale): string {
  if (readable === reports) return reportsWords(locale, reports)
  const part = `${formatNumber('en', readable)}/${formatNumber('en', reports)}`
  return locale === 'zh' ? `${part} 份读得出` : `${part} readable`
}

function rowHead(row: Row, locale: Locale, frame: Frame, height: number): Shape[] {
  const { summary } = row
  const reports = summary ? coverageWords(summary, locale) : ''
  const sum = summary && summary.sum !== null ? requestsWords(locale, summary.sum) : ''
  const total = sum && (locale === 'zh' ? `合计 ${sum}` : sum)
  if (frame.size === 'narrow') {
    const words = [reports, total].filter(Boolean).join(locale === 'zh' ? '，' : ', ')
    return [text('strong', 0, -height + 13, `${row.year}`), text('note', 40, -height + 13, words)]
  }
  const lines = [reports, total].filter(Boolean)
  const top = -(lines.length * 15) + 1
  return [
    text('strong', 0, top, `${row.year}`),
    ...lines.map((words, i) => text('note', 0, top + 15 + i * 15, words)),
  ]
}

function titlesOf(row: Row, activity: VolumePoint['activity'], locale: Locale): string[] {
  const members = row.points.filter((point) => point.activity === activity)
  const sorted = members.sort((a, b) => (a.received ?? 0) - (b.received ?? 0))
  const state = activityWords[activity][locale]
  return sorted.map(({ name, year, received }) =>
    activity === 'some'
      ? `${name} ${year}: ${requestsWords(locale, received ?? 0)}`
      : `${name} ${year}: ${state}`,
  )
}

/** The names beside the dots: all where they are few, else that of the agency that received most. */
function labelsOf(row: Row, some: readonly Dot[], style: DotStyle) {
  const received = row.points.filter((point) => point.activity === 'some')
  const falling = received.sort((a, b) => (b.received ?? 0) - (a.received ?? 0))
  const shown = style.exact && falling.length <= named ? falling : falling.slice(0, 1)
  const most = Math.max(...some.map((dot) => dot.x))
  return shown.flatMap((point, i) => {
    const dot = style.exact ? some[some.length - 1 - i] : some.find((one) => one.x === most)
    return dot ? [{ dot, words: `${point.name} ${formatNumber('en', point.received)}` }] : []
  })
}

/** One row around its baseline at 0, and the height above it. */
function drawRow(
  row: Row,
  locale: Locale,
  frame: Frame,
  style: DotStyle,
): { shapes: Shape[]; height: number } {
  const placed = dotsOfRow(row, frame, style)
  const labels = placeLabels(labelsOf(row, placed.some, style), placed.some.map(boxOf), {
    left: frame.axis[0],
    right: frame.axis[1] + 8,
    bottom: 0,
    top: 999,
  })
  const zeros = row.summary?.zero ?? 0
  const isCounted = zeros > 12
  const countTop = heightOf(placed.zero) + 5
  const head = frame.size === 'narrow' ? 22 : 0
  const content = Math.max(heightOfRow(placed), labels.height, isCounted ? countTop + 12 : 0)
  const height = Math.max(frame.size === 'narrow' ? 18 : row.summary ? 46 : 18, content) + head
  const empty = locale === 'zh' ? '没有单个机关的报告' : 'no report of a single body'
  const left = frame.zero[0]
  const shapes: Shape[] = [
    line('baseline', left, 0, widthOf[frame.size], 0),
    ...rowHead(row, locale, frame, height),
    ...(['zero', 'some', 'unreadable'] as const).flatMap((state) =>
      dotShapes(placed[state], state, titlesOf(row, state, locale)),
    ),
    ...(isCounted ? [text('value', left + 2, -countTop, formatNumber('en', zeros))] : []),
    ...labels.shapes,
  ]
  if (!row.summary) {
    shapes.push({ kind: 'mark', activity: 'no_report', at: [left + 8, -9], r: 5, title: '' })
    shapes.push(text('note', left + 20, -5, empty))
  }
  return { shapes, height }
}

/** A tick of the axis, short from ten thousand on: `1万`, `10k`. */
function tickWords(value: number, locale: Locale): string {
  if (value < 10_000) return formatNumber('en', value)
  return locale === 'zh' ? `${formatNumber('en', value / 10_000)}万` : `${formatNumber('en', value / 1000)}k`
}

function axisHead(locale: Locale, frame: Frame): Shape[] {
  const zh = locale === 'zh'
  const last = zh ? '读不出' : 'unreadable'
  const end = frame.unreadable ? frame.unreadable[1] - textWidth(last, 11) - 16 : widthOf[frame.size]
  return [
    text('tick', (frame.zero[0] + frame.zero[1]) / 2, 12, zh ? '0 件' : '0 requests', 'middle'),
    ...frame.ticks
      .filter((value) => frame.x(value) < end)
      .map((value) => text('tick', frame.x(value), 12, tickWords(value, locale), 'middle')),
    ...(frame.unreadable ? [text('tick', frame.unreadable[1], 12, last, 'end')] : []),
  ]
}

const partition = (rows: readonly Row[]) =>
  [rows.filter((row) => !row.aggregate), rows.filter((row) => row.aggregate)] as const

/** Rows below one axis, with the bands and gridlines behind them. */
function panel(rows: readonly Row[], locale: Locale, frame: Frame, style: DotStyle): Drawing {
  const top = 20
  let y = top
  const placed = rows.map((row) => {
    const drawn = drawRow(row, locale, frame, style)
    y += drawn.height + 14
    return group(0, y, drawn.shapes)
  })
  const bands = [frame.zero, ...(frame.unreadable ? [frame.unreadable] : [])]
  const behind: Shape[] = [
    ...bands.map(
      ([left, right]): Shape => ({
        kind: 'rect',
        role: 'band',
        at: [left, top],
        width: right - left,
        height: y - top,
      }),
    ),
    ...frame.ticks.map((tick) => line('grid', frame.x(tick), top, frame.x(tick), y)),
  ]
  return {
    width: widthOf[frame.size],
    height: y + 4,
    shapes: [...axisHead(locale, frame), ...behind, ...placed],
  }
}

/**
 * Draws the volumes of every report: a row a year, dots on a log axis, zeros and unreadable figures in bands of
 * their own, aggregate reports in a part of their own. Where reports are many, a dot stands for several.
 */
export function drawVolumes(points: readonly VolumePoint[], locale: Locale, size: Size): Drawing {
  const zh = locale === 'zh'
  const width = widthOf[size]
  const words = (role: 'heading' | 'note', one: string): Drawing => ({
    width,
    height: 16,
    shapes: [text(role, 0, 13, one)],
  })
  if (points.length === 0) return words('note', zh ? '没有报告。' : 'No reports.')
  const frame = frameOf(size, points)
  const [own, aggregate] = partition(rowsOf(points))
  const style = styleFor(own, frame)
  const main = stack([words('note', dotWords(style, locale)), panel(own, locale, frame, style)], 6)
  if (aggregate.length === 0) return main
  // Dots that mean the same look the same in both parts, as far as there is room.
  const exact = { ...style, exact: true }
  const theirs = style.per === 1 && fits(aggregate, frame, exact) ? exact : styleFor(aggregate, frame)
  const title = words(
    'heading',
    zh ? '汇总报告：含下级机关，单列' : 'Aggregate reports: with lower bodies, kept apart',
  )
  const note = theirs.per === style.per ? [] : [words('note', dotWords(theirs, locale))]
  return stack([main, stack([title, ...note, panel(aggregate, locale, frame, theirs)], 6)], 26)
}
