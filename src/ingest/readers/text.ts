import type { Block, Cell, Document, Paragraph } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { matchLabel } from '../recognise/labels.ts'
import { parseValue } from '../recognise/value.ts'
import { blank, type Line, placed, type TakeTable, textCell } from './lines.ts'
import { takePipes } from './pipes.ts'

/**
 * Reads a plain text file: lines, of which some make up tables.
 *
 * Here are the ways in which tables survive as text that have marks of their own: bars (markdown included), and
 * tabs between cells or before each. Every other line is a paragraph; tables without marks are looked for among
 * the paragraphs afterwards (`withLooseTables`).
 */
export function readText(text: string): Document {
  const lineEnd = text.includes('\r') ? /\r\n|\n|\r/ : '\n'
  const lines = mapped(text.split(lineEnd), (line, i) => ({ number: i + 1, text: line }))
  const marks = [...(text.includes('|') ? [takePipes] : []), ...(text.includes('\t') ? [takeTabs] : [])]
  const takeTable: TakeTable = (lines, from) => {
    for (const take of marks) {
      const taken = take(lines, from)
      if (taken) return taken
    }
    return null
  }
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const taken = takeTable(lines, i)
    if (taken) {
      if (taken.table) blocks.push(taken.table)
      else for (const line of lines.slice(i, taken.next)) if (!blank(line)) blocks.push(paragraph(line))
      i = taken.next
    } else {
      const line = lines[i] as Line
      if (!blank(line)) blocks.push(paragraph(line))
      i += 1
    }
  }
  // Of one shape with documents of which something is to be said.
  return { title: '', blocks, findings: undefined }
}

function paragraph(line: Line): Paragraph {
  const whole = line.text.trim()
  // Markdown marks a heading with one to six signs.
  const text = whole.startsWith('#') ? whole.replace(/^#{1,6}\s+/, '') : whole
  return { kind: 'paragraph', text, heading: text !== whole || isHeading(text), at: { line: line.number } }
}

/** Section headings are short, numbered, and end without a full stop: `一、总体情况`, `1、 总体情况`. */
export function isHeading(text: string): boolean {
  return text.length <= 40 && /^([一二三四五六七八九十]+|\d)\s*、/.test(text) && !/[。；;]$/.test(text)
}

/** The lines from `from` that belong to a table of tabs: those with a tab, and what stands between them. */
function tabRegion(lines: readonly Line[], from: number): number {
  let end = from
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i] as Line
    if (line.text.includes('\t')) end = i + 1
    else if (!blank(line) && !continuesCell(lines, i)) break
  }
  return end
}

/**
 * Whether a line without a tab, right after one with tabs, goes on with its last cell: the table must go on
 * after it, and the two must make sense together. Behind a value only a note does, never a heading.
 */
function continuesCell(lines: readonly Line[], i: number): boolean {
  const before = lines[i - 1]
  const line = (lines[i] as Line).text.trim()
  if (before === undefined || blank(before) || line.length > 40) return false
  const after = lines[i + 1]
  if (after === undefined || !(after.text.includes('\t') || blank(after))) return false
  const last = before.text.slice(before.text.lastIndexOf('\t') + 1).trim()
  if (parseValue(last).kind !== 'unreadable') return /^[(（]/.test(line)
  return matchLabel(last + line).length > 0 || !isHeading(line)
}

const takeTabs: TakeTable = (lines, from) => {
  if (!lines[from]?.text.includes('\t') || blank(lines[from])) return null
  const next = tabRegion(lines, from)
  const region = lines.slice(from, next)
  const oneCellALine = region.every((line) => line.text.lastIndexOf('\t') <= 0)
  const rows = oneCellALine ? cellALineRows(region) : placed(tabSeparatedRows(region))
  return rows.length ? { table: { kind: 'table', layout: 'rows', rows }, next } : null
}

/** Each cell on its own line after a tab; a blank line ends a row; a line without a tab goes on with the cell. */
function cellALineRows(region: readonly Line[]): Cell[][] {
  const rows: Cell[][] = [[]]
  for (const line of region) {
    const row = rows.at(-1) as Cell[]
    if (line.text.startsWith('\t')) row.push(textCell(line.text.trim(), { line: line.number }))
    else if (blank(line)) rows.push([])
    else joinToLast(row, line)
  }
  return rows.filter((row) => row.length > 0)
}

function joinToLast(row: Cell[], line: Line): void {
  const last = row.at(-1)
  if (!last) row.push(textCell(line.text.trim(), { line: line.number }))
  else row[row.length - 1] = textCell(`${last.text}\n${line.text.trim()}`, last.at)
}

/** Rows of cells separated by tabs, with as many cells as the line has, however ragged. */
function tabSeparatedRows(region: readonly Line[]): Cell[][] {
  const rows: Cell[][] = []
  for (const line of region) {
    if (blank(line) && !line.text.includes('\t')) continue
    const last = rows.at(-1)
    if (!line.text.includes('\t') && last) joinToLast(last, line)
    else
      rows.push(
        mapped(line.text.split('\t'), (text, i) => textCell(text.trim(), { line: line.number, cell: i + 1 })),
      )
  }
  return rows
}
