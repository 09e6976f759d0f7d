import type { Cell, Table } from '../../../model/document.ts'
import type { Glyph } from './geometry.ts'
import { type LabelBlock, labelBlocks } from './labels.ts'
import type { NumberedLine } from './lines.ts'
import type { Rule, Rules } from './rules.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A table found by the places of its text alone. */
export interface PlacedTable {
  readonly y: number
  readonly table: Table
}
export interface Unruled {
  readonly tables: readonly PlacedTable[]
  /** What went into the tables; all other text is prose. */
  readonly used: ReadonlySet<Glyph>
}

/** A row of figures, with its label if it has one. Figures printed below each other in it share a place. */
interface Row {
  readonly y: number
  readonly size: number
  readonly label: LabelBlock | null
  readonly values: Token[][]
}

/** So many figures on a line without a label are a row; fewer may be anything. */
const rowWithoutLabel = 5

/**
 * Finds tables without ruling lines, or with too few to make cells. Rows are lines of figures with a label of
 * the forms beside them; what cannot be tied to a label stays in the prose, so that no cell is made up.
 */
export function unruledTables(lines: readonly NumberedLine[], rules: Rules, page: number): Unruled {
  const tokens = lines.flatMap((line) => tokensOf(line, rules))
  const byLine = [...Map.groupBy(tokens, (token) => token.line).values()]
  if (!byLine.some((line) => line.some((token) => token.value))) return { tables: [], used: new Set() }
  const blocks = labelBlocks(tokens, rules)
  const rows = rowsOf(byLine, blocks, rules)
  const parts = partsOf(rows, blocks)
  const used = new Set<Glyph>()
  for (const row of rows)
    for (const token of row.values.flat()) for (const glyph of token.glyphs) used.add(glyph)
  for (const block of parts.flatMap((part) => ('row' in part ? (part.row.label ?? []) : part.header))) {
    for (const token of block.tokens) for (const glyph of token.glyphs) used.add(glyph)
  }
  return { tables: tablesOf(parts, page), used }
}

function rowsOf(byLine: readonly Token[][], blocks: readonly LabelBlock[], rules: Rules): Row[] {
  const rows: Row[] = []
  const without: Token[][] = []
  for (const line of byLine) {
    const values = line.filter((token) => token.value)
    const first = values[0]
    if (!first) continue
    const label = labelOf(first, blocks)
    const right = label ? values.filter((token) => token.x0 >= label.x1 - 0.3 * token.size) : values
    const same = rows.find((row) => label !== null && row.label === label)
    if (same) addBelow(same, right)
    else if (label) rows.push(rowOf(label, right))
    else without.push(values.length === line.length ? line : values)
  }
  for (const values of without) {
    const free = !values.some((value) => rows.some((row) => mayBelong(value, row, rules)))
    const whole = values.length >= rowWithoutLabel && byLine.includes(values)
    if (free && whole) rows.push(rowOf(null, values))
    else attach(values, rows, rules)
  }
  return rows.sort((a, b) => a.y - b.y)
}

const rowOf = (label: LabelBlock | null, values: readonly Token[]): Row => {
  const { y, size } = values[0] as Token
  return { y, size, label, values: values.map((token) => [token]) }
}

/** The label of a row beside a figure: on its line, or with lines above and below it; of several, the nearest. */
function labelOf(value: Token, blocks: readonly LabelBlock[]): LabelBlock | null {
  const beside = blocks.filter(
    (block) =>
      block.labels.some((label) => label.role === 'row') &&
      block.firstLine <= value.line &&
      value.line <= block.lastLine &&
      block.x1 <= value.x0 + 0.3 * value.size,
  )
  return beside.reduce<LabelBlock | null>((best, block) => (best && best.x1 >= block.x1 ? best : block), null)
}

/** Figures on another line of the same row: under figures they make their values doubtful, beside them they are cells. */
function addBelow(row: Row, values: readonly Token[]): void {
  for (const value of values) {
    const place = row.values.find((tokens) => tokens.some((token) => overlap(token, value)))
    if (place) place.push(value)
    else row.values.push([value])
  }
  row.values.sort((a, b) => (a[0] as Token).x0 - (b[0] as Token).x0)
}

const overlap = (a: { x0: number; x1: number }, b: { x0: number; x1: number }): boolean =>
  Math.min(a.x1, b.x1) > Math.max(a.x0, b.x0)

/**
 * Figures without a label close to a row are parts of its wrapped numbers, or of those of the row on the other
 * side: what stands at their place is doubtful in every row that they may belong to, and so is an empty cell.
 */
function attach(values: readonly Token[], rows: readonly Row[], rules: Rules): void {
  for (const value of values) {
    for (const row of rows) {
      if (mayBelong(value, row, rules)) addBelow(row, [{ ...value, text: `${value.text}\ufffd` }])
    }
  }
}

/** Whether a figure stands close enough to a row, with no line between, to be a part of a number in it. */
function mayBelong(value: Token, row: Row, rules: Rules): boolean {
  const ys = row.values.flat().map((token) => token.y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const near = value.y > top - 2.2 * value.size && value.y < bottom + 2.2 * value.size
  if (!near || (row.label !== null && value.x0 < row.label.x1 - 0.3 * value.size)) return false
  const [from, to] = [Math.min(row.y, value.y) - 1, Math.max(row.y, value.y) - 0.5 * value.size]
  const parts = (rule: Rule) => rule.from < value.x1 && rule.to > value.x0 && rule.at > from && rule.at < to
  return !rules.across.some(parts)
}

type Part = { readonly y: number; readonly row: Row } | { readonly y: number; readonly header: LabelBlock[] }

/** Rows and headers from the top down. Labels far from all figures are words of the prose. */
function partsOf(rows: readonly Row[], blocks: readonly LabelBlock[]): Part[] {
  const withRow = new Set(rows.map((row) => row.label))
  const free = blocks.filter((block) => !withRow.has(block) && heads(block, rows))
  const parts: Part[] = rows.map((row) => ({ y: row.y, row }))
  const levels: LabelBlock[][] = []
  for (const block of free.sort((a, b) => a.firstLine - b.firstLine)) {
    const level = levels.at(-1)
    if (level?.some((one) => one.lastLine >= block.firstLine)) level.push(block)
    else levels.push([block])
  }
  // Labels that share a line are one header, whose columns go from left to right however high each label stands.
  for (const header of levels) {
    header.sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1)
    parts.push({ y: Math.min(...header.map((block) => block.top)), header })
  }
  return parts.sort((a, b) => a.y - b.y)
}

/** Whether a label without figures stands over a row, or between rows; groups of rows need not be told. */
function heads(block: LabelBlock, rows: readonly Row[]): boolean {
  if (block.labels.every((label) => label.role === 'heading' && label.table === 'requests')) return false
  const size = (block.tokens[0] as Token).size
  return rows.some((row) => row.y > block.top && row.y - block.bottom < 22 * size)
}

function tablesOf(parts: readonly Part[], page: number): PlacedTable[] {
  const tables: PlacedTable[] = []
  let rows: Row[] = []
  const close = () => {
    if (rows[0]) tables.push({ y: rows[0].y, table: tableOfRows(rows, page) })
    rows = []
  }
  for (const part of parts) {
    if ('row' in part) rows.push(part.row)
    else {
      close()
      const cells = part.header.map((block, i) => cell(block.text, page, block.firstLine, i))
      tables.push({ y: part.y, table: { kind: 'table', layout: 'rows', rows: [cells] } })
    }
  }
  close()
  return tables
}

const cell = (text: string, page: number, line: number, i: number): Cell => ({
  text,
  at: { page, line, cell: i + 1 },
})

/** Rows under one header. The columns are sure when figures keep apart and one row fills them all. */
function tableOfRows(rows: readonly Row[], page: number): Table {
  const columns = columnsOf(rows.flatMap((row) => row.values.flat()))
  const index = (value: Token) => columns.findIndex((column) => overlap(column, value))
  const one = (row: Row) =>
    new Set(row.values.map((tokens) => index(tokens[0] as Token))).size === row.values.length
  const sure = rows.length > 1 && rows.every(one) && rows.some((row) => row.values.length === columns.length)
  return {
    kind: 'table',
    layout: sure ? 'grid' : 'rows',
    rows: rows.map((row) => (sure ? gridRow(row, columns.length, index, page) : looseRow(row, page))),
  }
}

/** The stretches that figures take up across the page, kept apart by white. */
function columnsOf(values: readonly Token[]): { x0: number; x1: number }[] {
  const columns: { x0: number; x1: number }[] = []
  for (const { x0, x1 } of [...values].sort((a, b) => a.x0 - b.x0)) {
    const column = columns.at(-1)
    if (column && x0 <= column.x1) column.x1 = Math.max(column.x1, x1)
    else columns.push({ x0, x1 })
  }
  return columns
}

const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join('\n')
const lineOfRow = (row: Row): number => row.values[0]?.[0]?.line ?? row.label?.firstLine ?? 1

function looseRow(row: Row, page: number): Cell[] {
  const label = row.label ? [{ text: row.label.text, line: row.label.firstLine }] : []
  const values = row.values.map((tokens) => ({ text: textOf(tokens), line: (tokens[0] as Token).line }))
  return [...label, ...values].map(({ text, line }, i) => cell(text, page, line, i))
}

function gridRow(row: Row, width: number, index: (value: Token) => number, page: number): Cell[] {
  const cells: Cell[] = Array.from({ length: width }, (_, i) => ({
    ...cell('', page, lineOfRow(row), i + 1),
    x: i + 1,
    colspan: 1,
    rowspan: 1,
  }))
  for (const tokens of row.values) {
    const i = index(tokens[0] as Token)
    cells[i] = { ...(cells[i] as Cell), ...cell(textOf(tokens), page, (tokens[0] as Token).line, i + 1) }
  }
  if (!row.label) return cells
  const label = { ...cell(row.label.text, page, row.label.firstLine, 0), x: 0, colspan: 1, rowspan: 1 }
  return [label, ...cells]
}
