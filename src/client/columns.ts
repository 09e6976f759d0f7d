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

/** The room that a column with its figure, its year and its number of reports has where there is enough, and needs. */
const [goodPitch, leastPitch] = [48, 34]

/** The years to draw: those asked for as far as there is room, else those from the first to the last with a figure. */
export function yearsToDraw(
  years: readonly YearSum[],
  asked: { readonly first: number; readonly last: number },
  width: number,
): { first: number; last: number } {
  const known = years.filter((year) => year.known > 0).map(({ year }) => year)
  const hasRoom = (asked.last - asked.first + 1) * goodPitch <= width
  return hasRoom || known.length === 0 ? asked : { first: Math.min(...known), last: Math.max(...known) }
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
 * Draws a column a year, years without figures left empty (×: no report; –: none whose figure can be given): sums as
 * bars from 0, shares as strokes with their intervals, and under each year how many reports it is of. Nothing of nothing.
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
  const held = new Set(years.map(({ year }) => year))
  root.append(svg('title', {}, `${title}: ${described(first, last, columns, held).join(', ')}`))
  root.append(svg('path', { class: 'chart-axis', d: `M0 ${y(0)}H${(last - first + 1) * pitch}` }))
  // Where there is no room for the words of each year, those of every second or third stand there; the title has all.
  const step = Math.ceil(leastPitch / pitch)
  for (let year = first; year <= last; year += 1) {
    const x = (year - first + 0.5) * pitch
    const column = columns.find((one) => one.year === year)
    const isNamed = (last - year) % step === 0
    if (isNamed) {
      const below = column ? column.note : held.has(year) ? '–' : '×'
      root.append(
        svg('text', { class: 'chart-label', x, y: height - 24, 'text-anchor': 'middle' }, String(year)),
        svg('text', { class: 'chart-tick', x, y: height - 8, 'text-anchor': 'middle' }, below),
      )
    }
    if (column) root.append(...shapes(isNamed ? column : { ...column, words: '' }, kind, x, pitch, y))
  }
  return [root]
}

/** Each year in words; of those without a column, whether a report is held. */
const described = (first: number, last: number, columns: readonly Column[], held: ReadonlySet<number>) =>
  Array.from({ length: last - first + 1 }, (_, i) => {
    const column = columns.find(({ year }) => year === first + i)
    if (!column) return `${first + i} ${held.has(first + i) ? '–' : '×'}`
    return `${column.year} ${column.words}${column.note ? ` (${column.note})` : ''}`
  })

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
