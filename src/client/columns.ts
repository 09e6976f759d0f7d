import type { YearSum } from '../explore/rows.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { wilson } from '../stats/wilson.ts'

const [top, bottom] = [24, 42]

/** How columns are drawn. */
export interface ColumnsLook {
  readonly kind: 'count' | 'share'
  readonly locale: Locale
  readonly title: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** The years from and to, and the largest value, where others set them; by default those of what is drawn. */
  readonly shared?: { readonly first: number; readonly last: number; readonly most?: number }
  /** What stands under a year; by default of how many reports it is. */
  readonly note?: (year: YearSum) => string
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text) element.textContent = text
  return element
}

interface Column {
  readonly year: number
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly words: string
  readonly note: string
}

const reportsOf = (year: YearSum) => `n = ${year.known}`

function columnOf(year: YearSum, { kind, locale, note = reportsOf }: ColumnsLook): Column | null {
  const about = { year: year.year, note: note(year) }
  if (kind === 'count') {
    if (year.known === 0) return null
    return { ...about, value: year.sum, lower: 0, upper: 0, words: formatNumber(locale, year.sum) }
  }
  const share = wilson(year.sum, year.of)
  return share && { ...about, ...share, words: formatShare(locale, share.value) }
}

/**
 * Draws a column a year, years without figures left empty: sums as bars from 0, shares as strokes with their
 * intervals, and under each year how many reports it is of. Nothing of nothing.
 */
export function yearColumns(years: readonly YearSum[], look: ColumnsLook): Node[] {
  const { kind, title, width, height, shared } = look
  const columns = years.flatMap((year) => columnOf(year, look) ?? [])
  const [first, last] = [shared?.first ?? columns[0]?.year, shared?.last ?? columns.at(-1)?.year]
  if (columns.length === 0 || first === undefined || last === undefined) return []
  const most = kind === 'share' ? 1 : (shared?.most ?? Math.max(1, ...columns.map(({ value }) => value)))
  const pitch = Math.min(110, width / (last - first + 1))
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom)
  const root = svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img' })
  const described = columns.map(({ year, words, note }) => `${year} ${words}${note ? ` (${note})` : ''}`)
  root.append(svg('title', {}, `${title}: ${described.join(', ')}`))
  root.append(svg('path', { class: 'chart-axis', d: `M0 ${y(0)}H${(last - first + 1) * pitch}` }))
  for (let year = first; year <= last; year += 1) {
    const x = (year - first + 0.5) * pitch
    root.append(
      svg('text', { class: 'chart-label', x, y: height - 24, 'text-anchor': 'middle' }, String(year)),
    )
    const column = columns.find((one) => one.year === year)
    const below = column ? column.note : '×'
    root.append(svg('text', { class: 'chart-tick', x, y: height - 8, 'text-anchor': 'middle' }, below))
    if (column) root.append(...shapes(column, kind, x, pitch, y))
  }
  return [root]
}

function shapes(
  { value, lower, upper, words }: Column,
  kind: 'count' | 'share',
  x: number,
  pitch: number,
  y: (value: number) => number,
): SVGElement[] {
  const above = (kind === 'count' ? y(value) : y(upper)) - 6
  const label = svg('text', { class: 'chart-value', x, y: above, 'text-anchor': 'middle' }, words)
  if (kind === 'share') {
    return [
      svg('path', { class: 'chart-interval', d: `M${x} ${y(lower)}V${y(upper)}` }),
      svg('path', { class: 'chart-rate', d: `M${x - 10} ${y(value)}H${x + 10}` }),
      label,
    ]
  }
  const half = Math.min(24, pitch * 0.3)
  const bar = { class: 'chart-bar', x: x - half, y: y(value), width: 2 * half, height: y(0) - y(value) }
  return [svg('rect', bar), label]
}
