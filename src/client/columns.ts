import type { YearSum } from '../explore/rows.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { wilson } from '../stats/wilson.ts'

const [height, top, bottom] = [220, 24, 42]

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
  readonly reports: number
}

function columnOf(year: YearSum, kind: 'count' | 'share', locale: Locale): Column | null {
  const about = { year: year.year, reports: year.known }
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
export function yearColumns(
  years: readonly YearSum[],
  kind: 'count' | 'share',
  locale: Locale,
  title: string,
  width: number,
): Node[] {
  const columns = years.flatMap((year) => columnOf(year, kind, locale) ?? [])
  const [first, last] = [columns[0]?.year, columns.at(-1)?.year]
  if (first === undefined || last === undefined) return []
  const most = kind === 'share' ? 1 : Math.max(1, ...columns.map(({ value }) => value))
  const pitch = Math.min(110, width / (last - first + 1))
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom)
  const root = svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img' })
  const described = columns.map(({ year, words, reports }) => `${year} ${words} (n = ${reports})`).join(', ')
  root.append(svg('title', {}, `${title}: ${described}`))
  root.append(svg('path', { class: 'chart-axis', d: `M0 ${y(0)}H${(last - first + 1) * pitch}` }))
  for (let year = first; year <= last; year += 1) {
    const x = (year - first + 0.5) * pitch
    root.append(
      svg('text', { class: 'chart-label', x, y: height - 24, 'text-anchor': 'middle' }, String(year)),
    )
    const column = columns.find((one) => one.year === year)
    const below = column ? `n = ${column.reports}` : '×'
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
