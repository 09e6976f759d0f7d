import { escapeXml } from '../../charts/svg.ts'
import { type Locale, langOf } from '../../i18n/locale.ts'
import { placeAt, rowPlaceAt } from '../../i18n/locators.ts'
import { sourceWords } from '../../i18n/source.ts'
import type { Cell, Table } from '../../model/document.ts'
import { onceFor } from '../../stats/once.ts'
import type { UsedPlace } from './used.ts'

// The cells are put together as text: a source has some hundred of them, and a site as many sources as reports.
// As in the statutory tables, ends and quotes that HTML does not need are left out. What a part of a row is follows
// from its place: a row has the place of its first cell and then its cells, or in turn the place of a line and its cell.
// A source has a page in each language, one after the other: what both have in common is made once. Parts are put in a
// list and joined at the end: texts put together one by one are a tree of which all is collected later.

/** What the cells of a source are shown with. */
export interface SourceLinks {
  readonly locale: Locale
  /** The places that lead to the profile, by locator. */
  readonly used: ReadonlyMap<string, UsedPlace>
  /** The address of the agency's profile, where these lead. */
  readonly profile: string
}

/** The place of a row or paragraph in words; of a line of text only its number, which stands in the margin. */
export function rowPlace(part: Pick<Cell, 'at'> | undefined, locale: Locale): string {
  if (!part) return ''
  return 'line' in part.at ? String(part.at.line) : rowPlaceAt(part.at).words[locale]
}

/** The cells are Chinese; what is said of them on an English page is not. */
const ownLanguage = (locale: Locale) => (locale === 'zh' ? '' : ` lang=${langOf(locale)}`)

/** The anchor of a whole row, where issues of a row lead; none where each cell has a line of its own. */
function rowId(cell: Cell | undefined): string {
  const isPart = cell && ('table' in cell.at || ('cell' in cell.at && cell.at.cell !== undefined))
  return isPart ? ` id=${rowPlaceAt(cell.at).anchor}` : ''
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
  const { locator, anchor } = placeAt(cell.at)
  return {
    locator,
    id: anchor,
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

/** Says that a cell is empty, for those who do not see it. */
const nothing = (locale: Locale): string =>
  `<span class=visually-hidden${ownLanguage(locale)}>${sourceWords.empty[locale]}</span>`

/**
 * Adds a cell as an element without its end; one in a grid with the size it has there. Where it leads to the profile, what
 * stands in it is a link to its figure on the profile, with its labels as the title.
 */
function addCell(parts: string[], cell: PlacedCell, links: SourceLinks, inGrid: boolean): void {
  const { id, text } = cell
  const place = links.used.get(cell.locator)
  parts.push(inGrid ? '<td id=' : '<span id=', id)
  if (place) parts.push(' class=', place.kind)
  if (inGrid) parts.push(cell.size)
  if (!place) parts.push('>', text)
  else {
    const { locale, profile } = links
    parts.push('><a href=', profile, place.attributes[locale], '>', text || nothing(locale), '</a>')
  }
}

/** The rows of a grid, with its merged cells, as rows of a table. */
export function gridMarkup(table: Table, links: SourceLinks): string {
  const own = ownLanguage(links.locale)
  const parts: string[] = []
  for (const { rows, cells } of rowsOf(table)) {
    parts.push(`<tr${rows[0]?.id}><td class=place${own}>${rows[0]?.place[links.locale]}`)
    for (const cell of cells) addCell(parts, cell, links, true)
  }
  return parts.join('')
}

/** The rows of a table without columns, each as its cells beside one another. */
export function rowsMarkup(table: Table, links: SourceLinks): string {
  const parts: string[] = []
  for (const { rows, cells, inLines } of rowsOf(table)) {
    parts.push(inLines ? '<div class=lines>' : `<div>${placeMarkup(rows[0], links.locale)}<span>`)
    for (let i = 0; i < cells.length; i += 1) {
      if (inLines) parts.push(placeMarkup(rows[i], links.locale))
      addCell(parts, cells[i] as PlacedCell, links, false)
      parts.push('</span>')
    }
    parts.push(inLines ? '</div>' : '</span></div>')
  }
  return parts.join('')
}

const placeMarkup = (row: PlacedRow | undefined, locale: Locale): string =>
  row ? `<span${row.id}>${row.place[locale]}</span>` : ''
