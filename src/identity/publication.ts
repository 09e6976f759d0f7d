import { type Document, isParagraph } from '../model/document.ts'

const label = /^(公开日期|发布日期|发布时间|发文日期|公布日期)[:：]?$/
/** Without and with its colon; most cells are longer labels or single figures. */
const labelLengths = [4, 5]
const datePattern = /(?<!\d)(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/

/** An ISO date, or empty when the text has none that exists. */
function isoDate(text: string): string {
  const [, year, month, day] = datePattern.exec(text.normalize('NFKC')) ?? []
  if (!year || !month || !day) return ''
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : ''
}

/** The date of publication that a page states beside its label, ISO; empty when it states none. */
export function publishedOn(document: Document): string {
  for (const block of document.blocks) {
    if (isParagraph(block)) {
      const match = /(?:公开日期|发布日期|发布时间|公布日期)[:：]\s*(.{8,20})/.exec(block.text)
      if (match?.[1]) return isoDate(match[1])
      continue
    }
    for (const row of block.rows) {
      const i = row.findIndex((cell) => labelLengths.includes(cell.text.length) && label.test(cell.text))
      const beside = i >= 0 ? row[i + 1] : undefined
      if (beside) return isoDate(beside.text)
    }
  }
  return ''
}
