import { escapeXml } from '../../charts/svg.ts'
import { type Locale, langOf } from '../../i18n/locale.ts'
import { locatorWords, placeOf } from '../../i18n/locators.ts'
import { sourceWords } from '../../i18n/source.ts'
import type { Cell, Table } from '../../model/document.ts'
import { formatLocator } from '../../model/locator.ts'
import { onceFor } from '../../stats/once.ts'
import type { UsedPlace } from './used.ts'

// The cells are put together as text: a source has some hundred of them, and a site as many sources as reports.
// As in the statutory tables, ends and quotes that HTML does not need are left out. What a part of a row is follows
// from its place: a row has the place of its first cell and then its cells, or in turn the place of a line and its cell.
// A source has a page in each language, one after the other: what both have in common is made once.

/** What the cells of a source are shown with. */
export interface SourceLinks {
  readonly locale: Locale
  /** The places that the dataset uses, by locator. */
  readonly used: ReadonlyMap<string, UsedPlace>
  /** The address of the agency's profile, where these lead. */
  readonly profile: string
}

/** A row has the place of its first cell, without the cell. */
const rowLocator = (cell: Cell) => formatLocator(cell.at).replace(/, cell \d+$/, '')

/** The place of a row in words; of a line of text only its number, which stands in the margin. */
export function rowPlace(cell: Cell | undefined, locale: Locale): string {
  if (!cell) return ''
  return 'line' in cell.at ? String(cell.at.line) : locatorWords(locale, rowLocator(cell))
}

/** The cells are Chinese; what is said of them on an English page is not. */
const ownLanguage = (locale: Locale) => (locale === 'zh' ? '' : ` lang=${langOf(locale)}`)

/** The anchor of a whole row, where issues of a row lead; none where each cell has a line of its own. */
function rowId(cell: Cell | undefined): string {
  const isPart = cell && ('table' in cell.at || ('cell' in cell.at && cell.at.cell !== undefined))
  return isPart ? ` id=${placeOf(rowLocator(cell)).anchor}` : ''
}

const span = (name: string, count: number | undefined) =>
  count !== undefined && count > 1 ? ` ${name}=${count}` : ''

/** A cell in what is the same on the pages of all languages. */
interface PlacedCell {
  readonly locator: string
  readonly id: string
  readonly size: string
  readonly text: string
}
/** The anchor of a row, and its place in words. */
interface PlacedRow {
  readonly id: string
  readonly place: Readonly<Record<Locale, string>>
}
/** Of a row whose cells each have a line of their own, each cell has a row of its own. */
interface Row {
  readonly rows: readonly PlacedRow[]
  readonly cells: readonly PlacedCell[]
  readonly inLines: boolean
}

function placedCell(cell: Cell): PlacedCell {
  const locator = formatLocator(cell.at)
  return {
    locator,
    id: placeOf(locator).anchor,
    size: `${span('colspan', cell.colspan)}${span('rowspan', cell.rowspan)}`,
    text: escapeXml(cell.text),
  }
}

const placedRow = (cell: Cell | undefined): PlacedRow => ({
  id: rowId(cell),
  place: { zh: rowPlace(cell, 'zh'), en: rowPlace(cell, 'en') },
})

const lineOf = (cell: Cell) => ('line' in cell.at ? cell.at.line : 0)
/** A row whose cells each have a line of their own is shown as these lines. */
const isInLines = ([first, ...others]: readonly Cell[]) =>
  first !== undefined && others.some((cell) => lineOf(cell) !== lineOf(first))

const rowsOf = onceFor(({ rows }: Table): readonly Row[] =>
  rows.map((row) => {
    const inLines = isInLines(row)
    return { inLines, rows: (inLines ? row : [row[0]]).map(placedRow), cells: row.map(placedCell) }
  }),
)

/** What stands in a cell: where the dataset uses it, a link to its figure on the profile, its labels as the title. */
function content(text: string, place: UsedPlace | undefined, { locale, profile }: SourceLinks): string {
  if (!place) return text
  const label = escapeXml(place.label[locale])
  const own = ownLanguage(locale)
  const shown = text || `<span class=visually-hidden${own}>${sourceWords.empty[locale]}</span>`
  return `<a href=${profile}#${place.anchor} title="${label}">${shown}</a>`
}

/** The rows of a grid, with its merged cells, as rows of a table. */
export function gridMarkup(table: Table, links: SourceLinks): string {
  const cellMarkup = ({ locator, id, size, text }: PlacedCell) => {
    const place = links.used.get(locator)
    const looks = place ? ' class=used' : ''
    return `<td id=${id}${looks}${size}>${content(text, place, links)}`
  }
  return rowsOf(table)
    .map(({ rows: [row], cells }) => {
      const place = `<td class=place${ownLanguage(links.locale)}>${row?.place[links.locale]}`
      return `<tr${row?.id}>${place}${cells.map(cellMarkup).join('')}`
    })
    .join('')
}

/** The rows of a table without columns, each as its cells beside one another. */
export function rowsMarkup(table: Table, links: SourceLinks): string {
  const cellMarkup = ({ locator, id, text }: PlacedCell) => {
    const place = links.used.get(locator)
    const looks = place ? ' class=used' : ''
    return `<span id=${id}${looks}>${content(text, place, links)}</span>`
  }
  const placeMarkup = ({ id, place }: PlacedRow) => `<span${id}>${place[links.locale]}</span>`
  return rowsOf(table)
    .map(({ rows, cells, inLines }) =>
      inLines
        ? `<div class=lines>${rows.map((row, i) => placeMarkup(row) + cells.slice(i, i + 1).map(cellMarkup)).join('')}</div>`
        : `<div>${rows.map(placeMarkup).join('')}<span>${cells.map(cellMarkup).join('')}</span></div>`,
    )
    .join('')
}
