import { printable } from '../dataset/printable.ts'
import { type CellId, cellId } from '../model/cells.ts'
import {
  type FormRow,
  type FormSection,
  type FormTable,
  type FormVersion,
  resultGroups,
} from '../model/form.ts'
import { areSameWords } from '../model/rowNotTaken.ts'
import type { CellValue } from '../model/values.ts'
import type { Paint } from './paint.ts'
import { clip, padEnd, padStart, width } from './width.ts'

/** Labels longer than this are cut off; no two of the form begin alike as far as here. */
const labelLimit = 50

export type CellsById = ReadonlyMap<CellId, CellValue>

/** What the signs in the tables mean. */
export const legend =
  '·  blank    ∅  not in the report    ?…?  not a number, or a row that fits no columns    /  not applicable    =n  proved, not printed    ~  recovered    *  printed otherwise, see below'

/** The cell as one word: no two kinds of it look alike, with colours or without. */
export function cellWord(cell: CellValue | undefined): string {
  const said = {
    number: () => String(cell?.value),
    blank: () => '·',
    not_applicable: () => printable(cell?.raw ?? '').trim() || '/',
    unreadable: () => `?${printable(cell?.raw ?? '')}?`,
    missing: () => '∅',
  }[cell?.kind ?? 'missing']()
  if (!cell) return said
  const proved = cell.kind !== 'number' && cell.effective_value !== null ? `=${cell.effective_value}` : ''
  return `${said}${proved}${cell.reading === 'recovered' ? '~' : ''}${printedOtherwise(cell) ? '*' : ''}`
}

/** Whether a number is printed in another way than it is written here. */
export const printedOtherwise = (cell: CellValue): boolean =>
  cell.kind === 'number' && cell.raw.trim() !== String(cell.value)

function paintCell(cell: CellValue | undefined, word: string, paint: Paint): string {
  if (!cell) return paint('missing', word)
  if (cell.reading === 'recovered') return paint('recovered', word)
  if (cell.kind === 'number') return word
  return paint(cell.effective_value === null ? cell.kind : 'proved', word)
}

/** Where the cells of a row stand: the line or the row of the source that they share, or each of several. */
export function rowLocator(cells: readonly (CellValue | undefined)[]): string {
  const places = cells.map((cell) => cell?.locator.replace(/, cell \d+$/, '') ?? '').filter(Boolean)
  return [...new Set(places)].join('; ')
}

/** A statutory table in the shape of the form: a part for each clause, a line for each row, with where it stands. */
export function tableLines(table: FormTable, version: FormVersion, cells: CellsById, paint: Paint): string[] {
  return table.forms[version].flatMap((section) => sectionLines(table, section, cells, paint))
}

interface LabelledRow {
  readonly label: string
  readonly row: FormRow | null
}

/** The rows of a section; those of a group of results are set in under its name. */
function labelled(section: FormSection): LabelledRow[] {
  return section.rows.flatMap((row, i) => {
    const group = resultGroups.find((one) => one.id === row.group)
    if (!group) return [{ label: clip(row.zh, labelLimit), row }]
    const member = { label: clip(`  ${row.zh}`, labelLimit), row }
    return section.rows[i - 1]?.group === row.group ? [member] : [{ label: group.zh, row: null }, member]
  })
}

/** Whether the cells of a row all hold the same words, as those of a row that fits no columns do. */
const isOneText = ([first, ...others]: readonly (CellValue | undefined)[]): boolean =>
  others.length > 0 &&
  first?.kind === 'unreadable' &&
  others.every((cell) => cell?.kind === 'unreadable' && areSameWords(cell, first))

/** What stands between columns. */
const gap = '  '
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function sectionLines(table: FormTable, section: FormSection, cells: CellsById, paint: Paint): string[] {
  const rows = labelled(section)
  const labelWidth = Math.max(...rows.map(({ label }) => width(label)), width(section.clause))
  const ofRow = (row: FormRow) =>
    section.columns.map((column) => cells.get(cellId(table.id, row.id, column.id)))
  // The words of a row that fits no columns stand once, over all of them.
  const divided = section.rows.map(ofRow).filter((found) => !isOneText(found))
  const widths = section.columns.map((column, i) =>
    Math.max(width(column.zh), ...divided.map((found) => width(cellWord(found[i])))),
  )
  const heads = section.columns.map((column, i) => padStart(column.zh, widths[i] ?? 0))
  const head = paint('aside', [padEnd(section.clause, labelWidth), ...heads].join(gap))
  const lines = rows.map(({ label, row }) => {
    if (!row) return label
    const found = ofRow(row)
    const whole = sum(widths) + gap.length * (widths.length - 1)
    const words = isOneText(found)
      ? [paintCell(found[0], padEnd(cellWord(found[0]), whole), paint)]
      : found.map((cell, i) => paintCell(cell, padStart(cellWord(cell), widths[i] ?? 0), paint))
    return `${[padEnd(label, labelWidth), ...words].join(gap)}   ${paint('aside', rowLocator(found))}`.trimEnd()
  })
  return [head, ...lines]
}

/** What was printed where a number is written otherwise, a line a cell. */
export const printedLines = (cells: readonly CellValue[]): string[] =>
  cells
    .filter(printedOtherwise)
    .map(
      (cell) => `* ${cell.cell_id}: ${cell.value} is printed as “${printable(cell.raw)}” (${cell.locator})`,
    )
