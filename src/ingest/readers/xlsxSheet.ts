import type { Cell } from '../../model/document.ts'
import { tableLimits } from './limits.ts'
import type { Styles } from './xlsxStyles.ts'
import { parseXml, type XmlHandler } from './xml.ts'

interface Stored {
  readonly text: string
  readonly bordered: boolean | null
}
interface Span {
  readonly colspan: number
  readonly rowspan: number
}

/** What is needed to read one sheet: its number, what its cells refer to, and how many cells may be taken. */
export interface SheetContext {
  readonly number: number
  readonly strings: readonly string[]
  readonly styles: Styles
  readonly cells: number
}

/** How a cell may keep what it holds: number, boolean, error, date, result of a formula; strings are apart. */
const knownTypes: ReadonlySet<string> = new Set(['n', 'b', 'e', 'd', 'str'])

/** Column, from 0, and row, from 1, of a reference such as `AB12`. */
function position(reference: string): { x: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (!letters || !digits) return null
  let x = 0
  for (const letter of letters) x = x * 26 + letter.charCodeAt(0) - 64
  return { x: x - 1, row: Number(digits) }
}

/** Gathers the cells, the merged ranges and what is hidden. */
class SheetReader implements XmlHandler {
  readonly rows = new Map<number, Map<number, Stored>>()
  readonly merges: { x: number; row: number; span: Span }[] = []
  readonly hidden = new Set<number>()
  cut = false
  taken = 0
  private readonly context: SheetContext
  private row = 0
  private x = -1
  private rowHidden = false
  private cell: {
    type: string
    style: number
    value: string
    text: string
    formula: string
    stray: string
  } | null = null
  private inside = ''
  private phonetic = false

  constructor(context: SheetContext) {
    this.context = context
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'col') this.readColumn(attributes)
    else if (name === 'row') {
      this.row = Number(attributes['r'] ?? this.row + 1)
      this.rowHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true'
      this.x = -1
    } else if (name === 'c') this.beginCell(attributes)
    else if (name === 'mergeCell') this.readMerge(attributes['ref'] ?? '')
    else if (name === 'v' || name === 't' || name === 'f') this.inside = name
    else if (name === 'rPh') this.phonetic = true
  }

  text(data: string): void {
    if (!this.cell || this.phonetic) return
    if (this.inside === 'v') this.cell.value += data
    else if (this.inside === 't') this.cell.text += data
    else if (this.inside === 'f') this.cell.formula += data
    else this.cell.stray += data.trim()
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.inside = ''
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'c') this.endCell()
  }

  private readColumn({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (hidden !== '1' && hidden !== 'true') return
    const last = Math.min(Number(max), tableLimits.columns)
    for (let x = Number(min); x <= last; x += 1) this.hidden.add(x - 1)
  }

  private beginCell(attributes: Readonly<Record<string, string>>): void {
    const at = position(attributes['r'] ?? '')
    this.x = at?.x ?? this.x + 1
    const style = Number(attributes['s'] ?? 0)
    this.cell = { type: attributes['t'] ?? 'n', style, value: '', text: '', formula: '', stray: '' }
  }

  private endCell(): void {
    const { cell, x, row } = this
    this.cell = null
    if (!cell || this.rowHidden || this.hidden.has(x)) return
    const text = this.printed(cell)
    const outside = x >= tableLimits.columns || row > tableLimits.rows || this.taken >= this.context.cells
    if (outside) {
      this.cut ||= text !== ''
      return
    }
    this.taken += 1
    const cells = this.rows.get(row) ?? new Map<number, Stored>()
    cells.set(x, { text, bordered: this.context.styles.bordered(cell.style) })
    this.rows.set(row, cells)
  }

  private printed({ type, style, value, text, formula, stray }: NonNullable<SheetReader['cell']>): string {
    // Text beside the value is damage: what the cell says is not certain.
    if (stray !== '') return `[${stray}] ${value}${text}`
    // Text inside a cell whose type holds none: its type is damaged.
    if (text !== '' && type !== 'inlineStr') return `[${type}] ${value}${text}`
    if (type === 's') return this.context.strings[Number(value)]?.trim() ?? `[string ${value}]`
    if (type === 'inlineStr') return text.trim()
    if (value === '' && formula !== '') return `=${formula}`
    if (!knownTypes.has(type)) return `[${type}] ${value}${text}`
    return type === 'n' && value !== '' ? this.context.styles.print(style, value) : value.trim()
  }

  private readMerge(reference: string): void {
    const [from, to] = reference.split(':').map(position)
    if (!from || !to || this.merges.length >= tableLimits.cells) return
    const colspan = Math.min(to.x, tableLimits.columns) - from.x + 1
    const rowspan = Math.min(to.row, tableLimits.rows) - from.row + 1
    if (colspan > 0 && rowspan > 0) this.merges.push({ x: from.x, row: from.row, span: { colspan, rowspan } })
  }
}

/** The rows of a sheet as a grid; `rows` has an empty one wherever rows of the sheet are empty. */
export function rowsOfSheet(
  xml: string,
  context: SheetContext,
): { rows: Cell[][]; cells: number; cut: boolean } {
  const reader = new SheetReader(context)
  parseXml(xml, reader)
  const spans = new Map<string, Span>()
  const covered = coveredCells(reader, spans)
  const rows: Cell[][] = []
  let before = 0
  for (const [row, cells] of [...reader.rows].sort(([a], [b]) => a - b)) {
    if (row > before + 1) rows.push([])
    before = row
    rows.push(rowCells(row, cells, reader.hidden, covered, spans, context.number))
  }
  return { rows, cells: reader.taken, cut: reader.cut }
}

/** The cells of the sheet that a merged one covers. Each row keeps its ranges, so that no area is walked twice. */
function coveredCells(reader: SheetReader, spans: Map<string, Span>): Map<number, [number, number][]> {
  const covered = new Map<number, [number, number][]>()
  let work = 0
  for (const { x, row, span } of reader.merges) {
    spans.set(`${x},${row}`, span)
    for (let r = row; r < row + span.rowspan && work < tableLimits.cells; r += 1) {
      work += 1
      if (!reader.rows.has(r)) continue
      const ranges = covered.get(r) ?? []
      ranges.push([r === row ? x + 1 : x, x + span.colspan])
      covered.set(r, ranges)
    }
  }
  return covered
}

function rowCells(
  row: number,
  stored: ReadonlyMap<number, Stored>,
  hidden: ReadonlySet<number>,
  covered: ReadonlyMap<number, readonly [number, number][]>,
  spans: ReadonlyMap<string, Span>,
  table: number,
): Cell[] {
  const ranges = covered.get(row) ?? []
  // An empty row is of a table only if there are lines around its cells.
  if (![...stored.values()].some((cell) => cell.text !== '' || cell.bordered)) return []
  // Behind the last cell that holds something or has a line around it there is nothing of the table.
  const used = [...stored].filter(([, cell]) => cell.text !== '' || cell.bordered !== false).map(([x]) => x)
  const cells: Cell[] = []
  for (let x = 0; x <= Math.max(-1, ...used); x += 1) {
    if (hidden.has(x) || ranges.some(([from, to]) => x >= from && x < to)) continue
    const span = spans.get(`${x},${row}`) ?? { colspan: 1, rowspan: 1 }
    cells.push({ text: stored.get(x)?.text ?? '', at: { table, row, cell: x + 1 }, x, ...span })
  }
  return cells
}
