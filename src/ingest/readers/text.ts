import type { Block, Cell, Document, Paragraph, Table } from '../../model/document.ts'

/** One line of the source, numbered from 1. */
interface Line {
  readonly number: number
  readonly text: string
}

/** A run of lines of one layout, taken from the front of `lines`; null when they do not begin with that layout. */
type TakeTable = (lines: readonly Line[], from: number) => { table: Table; next: number } | null

const blank = (line: Line | undefined): boolean => line !== undefined && line.text.trim() === ''

/**
 * Reads a plain text file: lines, of which some make up tables.
 *
 * Three ways in which tables survive as text are known: cells that each end in `|`, cells that each stand on
 * a line of their own after a tab, and rows whose cells are separated by tabs. Every other line is a paragraph.
 */
export function readText(text: string): Document {
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => ({ number: i + 1, text: line }))
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const taken = takePipes(lines, i) ?? takeTabs(lines, i)
    if (taken) {
      blocks.push(taken.table)
      i = taken.next
    } else {
      const line = lines[i] as Line
      if (!blank(line)) blocks.push(paragraph(line))
      i += 1
    }
  }
  return { title: '', blocks }
}

function paragraph(line: Line): Paragraph {
  // A heading of Markdown begins with number signs.
  const text = line.text.trim().replace(/^#{1,6}\s+/, '')
  const heading = isHeading(text) || text !== line.text.trim()
  return { kind: 'paragraph', text, heading, at: { line: line.number } }
}

/** Section headings are short, numbered, and end without a full stop: `一、总体情况`, `1、 总体情况`. */
export function isHeading(text: string): boolean {
  return text.length <= 40 && /^([一二三四五六七八九十]+|\d)\s*、/.test(text) && !/[。；;]$/.test(text)
}

const endsInPipe = (line: Line | undefined): boolean => line !== undefined && /\|\s*$/.test(line.text)

/**
 * Cells each of which ends in a pipe, one or several on a line; `|||` is so many empty cells. Where rows end is
 * not marked, except that a line which holds several cells is a row of its own.
 */
const takePipes: TakeTable = (lines, from) => {
  if (!endsInPipe(lines[from])) return null
  // In Markdown every row begins with a pipe; elsewhere a pipe in front ends an empty first cell.
  const markdown = /^\s*\|.*[^|\s]/.test(lines[from]?.text ?? '')
  const rows: Cell[][] = []
  let stream: Cell[] = []
  const endStream = () => {
    if (stream.length) rows.push(stream)
    stream = []
  }
  let i = from
  for (; endsInPipe(lines[i]); i += 1) {
    const cells = pipeCells(lines[i] as Line, markdown)
    if (cells.every((cell) => /^:?-{3,}:?$/.test(cell.text))) continue
    if (cells.filter((cell) => cell.text !== '').length > 1) {
      endStream()
      rows.push(cells)
    } else stream.push(...cells)
  }
  endStream()
  const layout = rows.length === 1 ? 'stream' : 'rows'
  return { table: { kind: 'table', layout, rows: placed(rows) }, next: i }
}

function pipeCells(line: Line, markdown: boolean): Cell[] {
  const text = markdown ? line.text.replace(/^\s*\|/, '') : line.text
  const parts = text.split('|').slice(0, -1)
  const at = (cell: number) =>
    parts.length > 1 ? { line: line.number, cell: cell + 1 } : { line: line.number }
  return parts.map((part, i) => ({ text: part.trim(), at: at(i) }))
}

/**
 * Gives cells their column where rows are as wide as most rows of the table: nothing was lost from those, so
 * their empty cells stand in place of merged ones. Rows of another width have lost or gained a cell.
 */
function placed(rows: readonly Cell[][]): Cell[][] {
  const widths = [...Map.groupBy(rows, (row) => row.length)].sort(([, a], [, b]) => b.length - a.length)
  const [width, usual] = widths[0] ?? [0, []]
  if (usual.length * 3 < rows.length * 2) return [...rows]
  return rows.map((row) => (row.length === width ? row.map((cell, x) => ({ ...cell, x })) : row))
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

/** A line without a tab right after a tabbed line goes on with its last cell, if the table goes on after it. */
function continuesCell(lines: readonly Line[], i: number): boolean {
  const before = lines[i - 1]
  const text = (lines[i] as Line).text.trim()
  if (before === undefined || blank(before) || text.length > 40 || isHeading(text)) return false
  const after = lines[i + 1]
  return after !== undefined && (after.text.includes('\t') || blank(after))
}

const takeTabs: TakeTable = (lines, from) => {
  if (!lines[from]?.text.includes('\t') || blank(lines[from])) return null
  const next = tabRegion(lines, from)
  const region = lines.slice(from, next)
  const oneCellALine = region.every((line) => !/.\t/.test(line.text))
  const rows = oneCellALine ? cellALineRows(region) : placed(tabSeparatedRows(region))
  return rows.length ? { table: { kind: 'table', layout: 'rows', rows }, next } : null
}

/** Each cell on its own line after a tab; a blank line ends a row; a line without a tab goes on with the cell. */
function cellALineRows(region: readonly Line[]): Cell[][] {
  const rows: Cell[][] = [[]]
  for (const line of region) {
    const row = rows.at(-1) as Cell[]
    if (line.text.startsWith('\t')) row.push({ text: line.text.trim(), at: { line: line.number } })
    else if (blank(line)) rows.push([])
    else joinToLast(row, line)
  }
  return rows.filter((row) => row.length > 0)
}

function joinToLast(row: Cell[], line: Line): void {
  const last = row.at(-1)
  if (!last) row.push({ text: line.text.trim(), at: { line: line.number } })
  else row[row.length - 1] = { ...last, text: `${last.text}\n${line.text.trim()}` }
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
        line.text
          .split('\t')
          .map((text, i) => ({ text: text.trim(), at: { line: line.number, cell: i + 1 } })),
      )
  }
  return rows
}
