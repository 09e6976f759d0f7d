import { escapeXml } from '../../charts/svg.ts'
import { type Locale, langOf } from '../../i18n/locale.ts'
import { locatorWords, placeAnchor } from '../../i18n/locators.ts'
import { sourceWords } from '../../i18n/source.ts'
import type { Cell, Table } from '../../model/document.ts'
import { formatLocator } from '../../model/locator.ts'
import type { UsedPlace } from './used.ts'

// The cells are put together as text: a source has some hundred of them, and a site as many sources as reports.
// As in the statutory tables, ends and quotes that HTML does not need are left out. What a part of a row is follows
// from its place: a row has the place of its first cell and then its cells, or in turn the place of a line and its cell.

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
  return isPart ? ` id=${placeAnchor(rowLocator(cell))}` : ''
}

/** What stands in a cell: where the dataset uses it, a link to its figure on the profile, its labels as the title. */
function content(cell: Cell, place: UsedPlace | undefined, { locale, profile }: SourceLinks): string {
  const text = escapeXml(cell.text)
  if (!place) return text
  const label = escapeXml(place.label)
  const own = ownLanguage(locale)
  const shown = text || `<span class=visually-hidden${own}>${sourceWords.empty[locale]}</span>`
  return `<a href=${profile}#${place.anchor} title="${label}">${shown}</a>`
}

const span = (name: string, count: number | undefined) =>
  count !== undefined && count > 1 ? ` ${name}=${count}` : ''

/** The rows of a grid, with its merged cells, as rows of a table. */
export function gridMarkup({ rows }: Table, links: SourceLinks): string {
  const cellMarkup = (cell: Cell) => {
    const locator = formatLocator(cell.at)
    const place = links.used.get(locator)
    const looks = place ? ' class=used' : ''
    const size = `${span('colspan', cell.colspan)}${span('rowspan', cell.rowspan)}`
    return `<td id=${placeAnchor(locator)}${looks}${size}>${content(cell, place, links)}`
  }
  return rows
    .map((row) => {
      const place = `<td class=place${ownLanguage(links.locale)}>${rowPlace(row[0], links.locale)}`
      return `<tr${rowId(row[0])}>${place}${row.map(cellMarkup).join('')}`
    })
    .join('')
}

const lineOf = (cell: Cell) => ('line' in cell.at ? cell.at.line : 0)
/** A row whose cells each have a line of their own is shown as these lines. */
const inLines = (row: readonly Cell[]) => new Set(row.map(lineOf)).size > 1

/** The rows of a table without columns, each as its cells beside one another. */
export function rowsMarkup({ rows }: Table, links: SourceLinks): string {
  const cellMarkup = (cell: Cell) => {
    const locator = formatLocator(cell.at)
    const place = links.used.get(locator)
    const looks = place ? ' class=used' : ''
    return `<span id=${placeAnchor(locator)}${looks}>${content(cell, place, links)}</span>`
  }
  const placeMarkup = (cell: Cell | undefined) => `<span${rowId(cell)}>${rowPlace(cell, links.locale)}</span>`
  return rows
    .map((row) =>
      inLines(row)
        ? `<div class=lines>${row.map((cell) => placeMarkup(cell) + cellMarkup(cell)).join('')}</div>`
        : `<div>${placeMarkup(row[0])}<span>${row.map(cellMarkup).join('')}</span></div>`,
    )
    .join('')
}
