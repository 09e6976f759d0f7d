import Papa from 'papaparse'
import type { Cell, Document } from '../../model/document.ts'
import { finding } from '../../model/issue.ts'
import { tableLimits } from './limits.ts'
import { blocksOfSheet } from './sheet.ts'

type Delimiter = ',' | '\t'

/**
 * Which character separates the cells, or null when the text is no table of separated values. Commas between
 * cells stand on most lines and are rare in Chinese prose, which has its own; tabs are left to the reader of
 * plain text unless cells are in quotes, which only a parser of quotes reads rightly.
 */
export function csvDelimiter(text: string): Delimiter | null {
  if (!mayHaveCells(text)) return null
  const lines = text.split(/\r\n|\n|\r/, 400).filter((line) => line.trim() !== '')
  const separated = lines.filter((line) => (line.match(/,/g)?.length ?? 0) >= 2)
  const others = lines.filter((line) => /[\t|]/.test(line)).length
  if (separated.length >= 5 && separated.length >= lines.length / 2 && others <= lines.length / 10) return ','
  const quoted = lines.filter((line) => /(^|\t)"[^\t]*("\t|"$)/.test(line)).length
  const tabbed = lines.filter((line) => line.includes('\t')).length
  return tabbed >= 5 && quoted >= 3 ? '\t' : null
}

/** Whether a text has the commas, or the quotes and tabs, without which it is no such table. */
function mayHaveCells(text: string): boolean {
  if (text.includes('"') && text.includes('\t')) return true
  let commas = 0
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    commas += 1
    if (commas === 10) return true
  }
  return false
}

const lineFeeds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** Reads separated values. Rows are known, columns are not: merged cells became empty ones. */
export function readCsv(text: string, delimiter: Delimiter): Document {
  const rows: Cell[][] = []
  let line = 1
  let cut = false
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter,
    step: ({ data }, parser) => {
      const cells = data.slice(0, tableLimits.columns)
      const printed = cells.map((cell, i) => ({ text: tidy(cell), at: { line, cell: i + 1 } }))
      // Nothing tells an empty row of a table from one between two tables; it is taken to be between.
      rows.push(printed.some((cell) => cell.text !== '') ? printed : [])
      line += 1 + data.reduce((sum, cell) => sum + lineFeeds(cell), 0)
      cut ||= data.length > tableLimits.columns || rows.length >= tableLimits.rows
      if (rows.length >= tableLimits.rows) parser.abort()
    },
  })
  const blocks = blocksOfSheet(rows, 'rows')
  if (!cut) return { title: '', blocks }
  const found = `${tableLimits.rows} × ${tableLimits.columns}`
  return { title: '', blocks, findings: [finding('content_cut', { found })] }
}

/** A cell without spaces around it, and without the `="12"` that keeps Excel from changing text. */
const tidy = (cell: string): string => cell.trim().replace(/^="(.*)"$/s, '$1')
