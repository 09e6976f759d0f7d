import { type Cell, type Document, isParagraph } from '../model/document.ts'

const label = /^(公开日期|发布日期|发布时间|发文日期|公布日期)[:：]?$/
/** A cell as long as such a label without or with its colon; most are longer labels or single figures. */
const mayBeLabel = ({ text }: Cell): boolean => text.length === 4 || text.length === 5
const inLine = /(?:公开日期|发布日期|发布时间|公布日期)[:：]\s*(.{8,20})/
const datePattern = /(?<!\d)(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/

/** An ISO date, or empty when the text has none that exists. */
function isoDate(text: string): string {
  const [, year, month, day] = datePattern.exec(text.normalize('NFKC')) ?? []
  if (!year || !month || !day) return ''
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : ''
}

/** A label with its colon and a date. */
const shortestLine = 13

/** The date of publication that a page states beside its label, ISO; empty when it states none. */
export function publishedOn(document: Document): string {
  for (const block of document.blocks) {
    if (isParagraph(block)) {
      const match = block.text.length < shortestLine ? null : inLine.exec(block.text)
      if (match?.[1]) return isoDate(match[1])
      continue
    }
    for (const row of block.rows) {
      const i = row.findIndex((cell) => mayBeLabel(cell) && label.test(cell.text))
      const beside = i >= 0 ? row[i + 1] : undefined
      if (beside) return isoDate(beside.text)
    }
  }
  return ''
}
