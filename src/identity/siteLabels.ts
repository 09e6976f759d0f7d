import { type Cell, type Document, isTable } from '../model/document.ts'
import { formatLocator } from '../model/locator.ts'
import { plainText } from './plain.ts'

/** What a page says beside one of its own labels, such as 发布机构 or 索引号. Plain text. */
export interface SiteLabel {
  readonly label: 'publisher' | 'index_number'
  readonly value: string
  /** Label and value as they stand there. */
  readonly words: string
  readonly locator: string
}

const publisher = '发布机构|发布单位|发布部门|公开主体|发文机关|信息来源|来源'
const labels = new RegExp(`^(?:(?<publisher>${publisher})|索引号)(?<colon>[::])?(?<value>.*)$`)
/** What all of these begin with; nearly no other cell does. */
const begins = /^\s*[发公信来索]/
/** Longer texts are neither such a label nor its value. */
const longestValue = 60
/** The table of such labels stands before all others, and has a few rows. */
const [firstTables, firstRows] = [2, 8]

/** The label at the beginning of a cell; its value may stand behind it, or in the cell beside it. */
function labelled(cell: Cell, next: Cell | undefined): SiteLabel[] {
  const text = plainText(cell.text)
  const match = labels.exec(text)?.groups
  if (!match) return []
  const { publisher: isPublisher, colon, value = '' } = match
  const beside = next === undefined || next.text.length > longestValue ? '' : plainText(next.text)
  if (value === '' ? beside === '' : !colon) return []
  const label = isPublisher ? 'publisher' : 'index_number'
  const words = value ? text : `${text}${beside}`
  return [{ label, value: value || beside, words, locator: formatLocator(cell.at) }]
}

/** What the tables at the head of a page say of it. */
export function siteLabels({ blocks, publisher: ofPage }: Document): SiteLabel[] {
  const found: SiteLabel[] = ofPage
    ? [{ label: 'publisher', value: plainText(ofPage), words: `ContentSource: ${ofPage}`, locator: '' }]
    : []
  for (const table of blocks.slice(0, 60).filter(isTable).slice(0, firstTables)) {
    for (const row of table.rows.slice(0, firstRows)) {
      for (let i = 0; i < row.length; i += 1) {
        const cell = row[i] as Cell
        if (cell.text.length < 2 || cell.text.length > longestValue || !begins.test(cell.text)) continue
        for (const label of labelled(cell, row[i + 1])) found.push(label)
      }
    }
  }
  return found
}
