/** What Compare shows of the agencies chosen: a drawing each, a table of their years, and one of their indicators. */
import {
  type ExploreRow,
  isWeak,
  type Measure,
  numberOf,
  sumYears,
  type Value,
  type YearSum,
} from '../explore/rows.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { wilson } from '../stats/wilson.ts'
import { yearColumns } from './columns.ts'
import { locale, make, say } from './page.ts'

const panelHeight = 170

export interface Compared {
  readonly id: string
  /** Its reports, earliest first; none for one without a report that counts. */
  readonly rows: readonly ExploreRow[]
}

export const nameOf = ({ id, rows }: Compared): string => rows.at(-1)?.name ?? id

/** The years of any of them, the latest first. */
export const yearsOf = (agencies: readonly Compared[]): number[] =>
  [...new Set(agencies.flatMap(({ rows }) => rows.map((row) => row.year)))].sort((a, b) => b - a)

const parts = ([part, whole]: readonly [number, number]) =>
  `${formatNumber(locale, part)}／${formatNumber(locale, whole)}`

/** A figure, and of a share its parts and its interval under it. */
function figure(value: Value | undefined): (Node | string)[] {
  const number = numberOf(value)
  if (number === null) return ['–']
  if (typeof value === 'number') return [formatNumber(locale, value)]
  const pair = value as readonly [number, number]
  const share = wilson(...pair)
  const interval = share ? formatInterval(locale, share.lower, share.upper) : ''
  return [
    formatShare(locale, number),
    make('span', { className: 'of' }, ` ${parts(pair)}`, make('br'), interval),
  ]
}

/** The cell of an agency and year, leading to what it is made of. */
function cell(row: ExploreRow | undefined, measure: Measure, i: number, pages: string): HTMLElement {
  if (!row) return make('td', { className: 'n', title: say('noReport') }, '×')
  const value = row.values[i]
  const [known, ...about] = figure(value)
  if (known === undefined || known === '–') return make('td', { className: 'n' }, '–')
  const place = measure.id === 'new_requests' ? '.requests.received.total' : ''
  const href = `${pages}${encodeURIComponent(row.id)}/#y${row.year}${place}`
  return make(
    'td',
    { className: isWeak(value) ? 'n weak' : 'n' },
    make('a', { href }, known),
    row.aggregate ? ' *' : '',
    ...about,
  )
}

const heads = (first: string, agencies: readonly Compared[], pages: string): HTMLElement[] => [
  make('th', { scope: 'col', className: 'stay' }, first),
  ...agencies.map((agency) =>
    make(
      'th',
      { scope: 'col', className: 'n', lang: 'zh-CN' },
      make('a', { href: `${pages}${encodeURIComponent(agency.id)}/` }, nameOf(agency)),
    ),
  ),
]

const line = (name: string, cells: readonly HTMLElement[]) =>
  make('tr', {}, make('th', { scope: 'row', className: 'stay' }, name), ...cells)

/** Head and body of a table: an agency a column, a year a row. */
export function yearsTable(agencies: readonly Compared[], measure: Measure, i: number, pages: string) {
  const rows = yearsOf(agencies).map((year) =>
    line(
      String(year),
      agencies.map(({ rows }) =>
        cell(
          rows.find((row) => row.year === year),
          measure,
          i,
          pages,
        ),
      ),
    ),
  )
  return { head: heads(say('year'), agencies, pages), rows }
}

/** Head and body of a table: an agency a column, an indicator a row, all of one year. */
export function measuresTable(
  agencies: readonly Compared[],
  measures: readonly Measure[],
  year: number,
  pages: string,
) {
  const ofYear = agencies.map(({ rows }) => rows.find((row) => row.year === year))
  const rows = measures.map((measure, i) =>
    line(
      measure[locale],
      ofYear.map((row) => cell(row, measure, i, pages)),
    ),
  )
  return { head: heads(say('measure'), agencies, pages), rows }
}

/** Under a year of a drawing: of a share its parts. */
const partsNote = ({ of, sum }: YearSum) => (of > 0 ? parts([sum, of]) : '')

/** A drawing for each agency, all with the same years and the same scale; reports of several bodies are left out. */
export function panels(
  agencies: readonly Compared[],
  { kind, ...measure }: Measure,
  i: number,
  width: number,
): HTMLElement[] {
  const own = agencies.map(({ rows }) =>
    sumYears(
      rows.filter((row) => !row.aggregate),
      i,
    ),
  )
  const years = yearsOf(agencies)
  const most = Math.max(1, ...own.flat().map((year) => (year.known > 0 ? year.sum : 0)))
  const shared = { first: years.at(-1) ?? 0, last: years[0] ?? 0, most }
  return agencies.map((agency, a) => {
    const name = nameOf(agency)
    const title = `${name}: ${measure[locale]}`
    const look = { kind, locale, title, width, height: panelHeight, shared, note: partsNote }
    const drawn = yearColumns(own[a] ?? [], look)
    const caption = make('figcaption', { lang: 'zh-CN' }, name)
    return make('figure', {}, caption, ...(drawn.length > 0 ? drawn : [make('p', {}, say('nothingToDraw'))]))
  })
}
