import type { Cell, Table } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { matchLabel } from '../recognise/labels.ts'
import { parseValue, saysValue } from '../recognise/value.ts'
import { blank, type Line, placed, type TakeTable, textCell } from './lines.ts'
import { isHeading } from './text.ts'

const onlyPipes = (line: Line | undefined): boolean => line !== undefined && /^\s*\|[\s|]*$/.test(line.text)
const hasPipe = (line: Line | undefined): boolean => line?.text.includes('|') ?? false
const endsInPipe = (line: Line | undefined): boolean => line?.text.trimEnd().endsWith('|') ?? false
/** The line below the head of a markdown table. */
const isRule = (line: Line): boolean => /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/.test(line.text.trim())

const value = (cell: Cell): boolean => saysValue(parseValue(cell.text))

/** A bar stands in menus and titles too: a table holds a label of the forms, or a row of figures. */
function isTable(rows: readonly (readonly Cell[])[]): boolean {
  return rows.some(
    (row) => row.some((cell) => matchLabel(cell.text).length > 0) || row.filter(value).length >= 5,
  )
}

/** Cells divided by bars: whole rows on a line, or a cell a line with the bar behind it, before it or below it. */
export const takePipes: TakeTable = (lines, from) => {
  if (!pipesBegin(lines, from)) return null
  const taken = takeAlternating(lines, from) ?? takeBarred(lines, from)
  return taken?.table && !isTable(taken.table.rows) ? { table: null, next: taken.next } : taken
}

/** Whether there is a bar no further down than one may stand below the first cell. */
function pipesBegin(lines: readonly Line[], from: number): boolean {
  for (let i = from; i <= from + cellLines; i += 1) if (hasPipe(lines[i])) return true
  return false
}

/** A row of one merged cell has no bar where bars only stand between cells; it is known by its label. */
function isBareRow(lines: readonly Line[], i: number, from: number): boolean {
  const line = lines[i]
  if (line === undefined || !hasPipe(lines[i + 1]) || onlyPipes(lines[i + 1])) return false
  const between = i === from || !endsInPipe(lines[i - 1])
  return between && !endsInPipe(lines[i + 1]) && matchLabel(line.text.trim()).length > 0
}

/** A label broken over lines of which only the last has the bar: `结果` above `维持 |`. Null when there is none. */
function wrappedCell(lines: readonly Line[], i: number): Line | null {
  const first = lines[i]
  if (!isCellText(first)) return null
  for (let count = 2; count <= cellLines; count += 1) {
    const last = lines[i + count - 1]
    if (last === undefined || blank(last) || onlyPipes(last)) return null
    if (!hasPipe(last)) continue
    const parts = lines.slice(i, i + count).map((line) => line.text.trim())
    const text = parts.join('\n')
    return matchLabel(text.slice(0, text.indexOf('|'))).length > 0 ? { number: first.number, text } : null
  }
  return null
}

/** Lines with bars in them, up to the first without. */
const takeBarred: TakeTable = (lines, from) => {
  const region: Line[] = []
  let next = from
  for (;;) {
    const wrapped = hasPipe(lines[next]) ? null : wrappedCell(lines, next)
    const line = wrapped ?? (hasPipe(lines[next]) || isBareRow(lines, next, from) ? lines[next] : undefined)
    if (!line) break
    region.push(line)
    next += wrapped ? wrapped.text.split('\n').length : 1
  }
  if (!region.length) return null
  const closed = region.filter(endsInPipe).length * 2 > region.length
  const cells = mapped(
    region.filter((line) => !isRule(line)),
    (line) => cellsOf(line, closed),
  )
  const whole = cells.filter((row) => row.filter((cell) => cell.text !== '').length > 1).length
  return { table: arranged(cells, whole * 3 >= cells.length), next }
}

/**
 * `rowwise`: every line is a row. Else lines hold a cell each, and where rows end is not marked, except that a
 * line which holds several cells is a row of its own.
 */
function arranged(cells: readonly Cell[][], rowwise: boolean): Table {
  if (rowwise) return { kind: 'table', layout: 'rows', rows: placed(cells) }
  const rows: Cell[][] = []
  let stream: Cell[] = []
  const endStream = () => {
    if (stream.length) rows.push(stream)
    stream = []
  }
  for (const row of cells) {
    if (row.filter((cell) => cell.text !== '').length > 1) {
      endStream()
      rows.push(row)
    } else for (const cell of row) stream.push(cell)
  }
  endStream()
  return { kind: 'table', layout: rows.length === 1 ? 'stream' : 'rows', rows: placed(rows) }
}

/** Markdown writes a bold cell between asterisks and a line break in a cell as HTML does. */
const withoutMarks = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gi, '\n')
    .trim()
    .replace(/^\*\*([^*]*)\*\*$/, '$1')
    .trim()
const unmarked = (text: string): string => (/[<*]/.test(text) ? withoutMarks(text) : text.trim())

/** A bar at the very beginning opens the row, as in markdown; behind a space it ends an empty first cell. */
function cellsOf(line: Line, closed: boolean): Cell[] {
  const { text, number } = line
  const only = closed ? onlyCell(text) : null
  if (only !== null) return [textCell(unmarked(only), { line: number })]
  const parts = (text.startsWith('|') ? text.replace(/^\|(?=.*[^|\s])/, '') : text).split('|')
  const cells = closed && parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts
  const at = (cell: number) => (cells.length > 1 ? { line: number, cell: cell + 1 } : { line: number })
  return mapped(cells, (cell, i) => textCell(unmarked(cell), at(i)))
}

/** What stands before the one bar at the end of a line, where cells have a line each; null on any other line. */
function onlyCell(text: string): string | null {
  const bar = text.indexOf('|')
  return bar > 0 && bar === text.length - 1 ? text.slice(0, bar) : null
}

/** A cell's own lines are few and short; anything longer between bars is prose. */
const cellLines = 3
const cellLength = 60

const isCellText = (line: Line | undefined): line is Line =>
  line !== undefined && !blank(line) && !hasPipe(line) && line.text.trim().length <= cellLength

/** How many lines of a cell stand from `at` on; a heading is none, and behind a value only a note in brackets. */
function textRun(lines: readonly Line[], at: number): number {
  let count = 0
  while (count < cellLines && isCellText(lines[at + count]) && goesOn(lines, at, count)) count += 1
  return count
}

function goesOn(lines: readonly Line[], at: number, count: number): boolean {
  const text = (lines[at + count] as Line).text.trim()
  if (isHeading(text) && matchLabel(text).length === 0) return false
  return count === 0 || !value({ text: (lines[at] as Line).text, at: { line: 0 } }) || /^[(（]/.test(text)
}

/**
 * Bars on lines of their own, with cells on the lines between: the bar before the cell or after it. Where rows
 * end is not marked. A bar more is an empty cell.
 */
const takeAlternating: TakeTable = (lines, from) => {
  const before = onlyPipes(lines[from])
  if (!before && !isCellText(lines[from])) return null
  if (!alternates(lines, from)) return null
  const cells: Cell[] = []
  let next = from
  if (!before) {
    const run = textRun(lines, from)
    cells.push(joined(lines.slice(from, from + run)))
    next += run
  }
  while (onlyPipes(lines[next])) {
    const bar = lines[next] as Line
    const bars = bar.text.split('|').length - 1
    for (let i = 1; i < bars; i += 1) cells.push(textCell('', { line: bar.number }))
    const empty = blanksBeforeBar(lines, next + 1)
    if (empty > 0) {
      cells.push(textCell('', { line: bar.number + 1 }))
      next += 1 + empty
      continue
    }
    if (before) next += blanksBeforeCell(lines, next + 1)
    const run = textRun(lines, next + 1)
    const closes = !before && !onlyPipes(lines[next + 1 + run])
    if (closes) return { table: streamOf(cells), next: next + 1 }
    const own = before && !onlyPipes(lines[next + 1 + run]) ? Math.min(run, 1) : run
    // An empty cell is an empty line. Where there is none, at the end of the file or right before the next bar or
    // heading, the cell was lost.
    const nothing = textCell(blank(lines[next + 1]) ? '' : '\ufffd', { line: bar.number })
    cells.push(own ? joined(lines.slice(next + 1, next + 1 + own)) : nothing)
    next += 1 + own
  }
  return { table: streamOf(cells), next }
}

/** How many blank lines stand between two bars: an empty cell. None where text comes before the next bar. */
function blanksBeforeBar(lines: readonly Line[], from: number): number {
  let at = from
  while (blank(lines[at])) at += 1
  return at > from && onlyPipes(lines[at]) ? at - from : 0
}

/** How many blank lines stand between a bar and its cell, if another bar follows the cell. */
function blanksBeforeCell(lines: readonly Line[], from: number): number {
  let at = from
  while (blank(lines[at])) at += 1
  let end = at + textRun(lines, at)
  if (at === from || end === at) return 0
  while (blank(lines[end])) end += 1
  return onlyPipes(lines[end]) ? at - from : 0
}

const streamOf = (cells: Cell[]): Table => ({ kind: 'table', layout: 'stream', rows: [cells] })

/** Whether cells and bars take turns at least twice. */
function alternates(lines: readonly Line[], from: number): boolean {
  let at = from
  let turns = 0
  while (turns < 4) {
    if (onlyPipes(lines[at])) at += 1
    else {
      const run = textRun(lines, at) || (turns > 0 ? blanksBeforeBar(lines, at) : 0)
      if (run === 0) return false
      at += run
      if (turns < 3 && !onlyPipes(lines[at])) return false
    }
    turns += 1
  }
  return true
}

const joined = (lines: readonly Line[]): Cell =>
  textCell(mapped(lines, (line) => line.text.trim()).join('\n'), { line: (lines[0] as Line).number })
