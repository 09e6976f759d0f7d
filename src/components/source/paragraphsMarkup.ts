import { escapeXml } from '../../charts/svg.ts'
import { type Locale, langOf } from '../../i18n/locale.ts'
import { placeAt } from '../../i18n/locators.ts'
import { type Block, isTable, type Paragraph, type Table } from '../../model/document.ts'
import { rowPlace } from './cellsMarkup.ts'

/** The blocks of a source in their order: tables, and the paragraphs between two of them together. */
export function textsAndTables(blocks: readonly Block[]): (Table | Paragraph[])[] {
  const parts: (Table | Paragraph[])[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (isTable(block)) parts.push(block)
    else if (Array.isArray(last)) last.push(block)
    else parts.push([block])
  }
  return parts
}

/** Paragraphs of a source, each with its place beside it; put together as text, like the cells of its tables. */
export function paragraphsMarkup(paragraphs: readonly Paragraph[], locale: Locale): string {
  const parts: string[] = []
  for (const paragraph of paragraphs) {
    const { at, heading, text } = paragraph
    const place = `<span class=place>${rowPlace(paragraph, locale)}</span>`
    const printed = `<span lang=${langOf('zh')}>${escapeXml(text)}</span>`
    parts.push(`<p id=${placeAt(at).anchor}${heading ? ' class=heading' : ''}>${place} ${printed}</p>`)
  }
  return parts.join('')
}
