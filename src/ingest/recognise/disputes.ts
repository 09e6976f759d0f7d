import { cellIds } from '../../model/cells.ts'
import type { Cell } from '../../model/document.ts'
import { form } from '../../model/form.ts'
import { finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { type TableDraft, tableWords } from './draft.ts'
import { type Fitted, isBlank, layRows, type Proof, type RowShape } from './fit.ts'
import { leftOutFindings, recoveredFinding } from './recovered.ts'
import { parseValue } from './value.ts'

const section = form.disputes.forms['2021'][0]
const rows = section?.rows.map((row) => row.id) ?? []
const outcomes = section?.columns.map((column) => column.id) ?? []

/** The rows of the form, which print their figures in one. */
export const disputesRows: readonly string[] = rows
/** How many figures the one row of the form has. */
export const disputesWidth = rows.length * outcomes.length

/** The header of the form from left to right. */
const statutory = rows.flatMap(() => outcomes)

/** Each block of five ends in the total of the four before it. */
const totalsProve: Proof = (values) => {
  let proved = 0
  for (let start = 0; start < values.length; start += outcomes.length) {
    const block = values.slice(start, start + outcomes.length)
    const total = block.at(-1)
    if (total === null || total === undefined) continue
    if (block.slice(0, -1).reduce<number>((sum, part) => sum + (part ?? 0), 0) !== total)
      return 'contradicted'
    proved += 1
  }
  return proved * outcomes.length === values.length ? 'proved' : 'open'
}

/** Figures of the disputes table: all fifteen in one row as in the form, or five behind the label of their row. */
export interface DisputesRow {
  /** Null for the row of all fifteen. */
  readonly row: string | null
  readonly at: Cell | undefined
  readonly shape: RowShape
  /** Whether the header above has all labels in the order of the form. */
  readonly known: boolean
  /** Whether the header names rows or columns in another order than the form, so that the figures are not in its order. */
  readonly disordered: boolean
  readonly positions: readonly number[] | undefined
}

/** Gathers the table of reconsideration and litigation: one row of figures under a header of three times five. */
export class DisputesGatherer {
  readonly rows: DisputesRow[] = []
  private header: { id: string; cell: Cell; sound: boolean }[] = []
  private groups: string[] = []
  /** Whether the header names litigation before reconsideration. */
  private swapped = false
  private litigationSeen = false
  /** Whether the figures under this header came: what follows is none of them, be it as wide. */
  private done = false

  column(id: string, cell: Cell, sound: boolean): void {
    if (this.done) this.begin()
    this.header.push({ id, cell, sound })
  }

  group(row: string): void {
    if (this.done) this.begin()
    if (this.groups.includes(row)) return
    this.groups.push(row)
    this.swapped ||= row === rows[0] && this.litigationSeen
  }

  /** 行政诉讼, which heads the rows behind the first. */
  litigation(): void {
    if (this.done) this.begin()
    this.litigationSeen = true
  }

  /** Whether enough of the header was seen to take figures without a label for the row of this table. */
  expectsFigures(): boolean {
    return !this.done && this.header.length >= outcomes.length
  }

  private begin(): void {
    this.header = []
    this.groups = []
    this.swapped = false
    this.litigationSeen = false
    this.done = false
  }

  /** The one row of fifteen figures that the form has. */
  figures(shape: RowShape): void {
    this.done = true
    const at = shape.values.find((value) => value.text !== '') ?? shape.values[0]
    const [known, positions] = [this.inOrder(), this.positions()]
    this.rows.push({ row: null, at, shape, known, disordered: this.isDisordered(), positions })
  }

  /** A row of its own, with its label in front and five figures. */
  row(row: string, shape: RowShape, label: Cell): void {
    const order = this.header.slice(-outcomes.length)
    const known = outcomes.every((outcome, i) => order[i]?.id === outcome)
    this.rows.push({ row, at: label, shape, known, disordered: false, positions: undefined })
  }

  /** Whether what is there of the header says that another order is meant: labels may be lost, but not change places. */
  private isDisordered(): boolean {
    const groups = this.groups.length === rows.length && this.groups.join() !== rows.join()
    let from = 0
    const columns = this.header.every(({ id }) => {
      // A header that is there once more, as on the next page, begins again.
      from = statutory.indexOf(id, from === statutory.length ? 0 : from) + 1
      return from > 0
    })
    return groups || this.swapped || !columns
  }

  /** The form's order: three groups, and the five outcomes three times over in any nesting of the header. */
  private inOrder(): boolean {
    const width = this.header.length === disputesWidth
    return (
      width &&
      rows.every((row, i) => this.groups[i] === row) &&
      statutory.every((id, i) => this.header[i]?.id === id)
    )
  }

  private positions(): number[] | undefined {
    const places = this.header.flatMap(({ cell, sound }) => (sound && cell.x !== undefined ? cell.x : []))
    const ordered = places.every((x, i) => i === 0 || x > (places[i - 1] as number))
    return ordered && places.length === disputesWidth ? places : undefined
  }
}

/** Reads one row of disputes; returns what was left over of it. */
export function readDisputes(draft: TableDraft, one: DisputesRow): readonly Cell[] {
  const ofRow = one.row === null ? rows : [one.row]
  const width = ofRow.length * outcomes.length
  const { shape, positions } = one
  const [laid = null] = layRows([shape], { width, foreign: [], positions, proof: totalsProve })
  // A row alone has no others to tell empty cells of its own from what merged cells left behind.
  const unsure = laid !== null && !shape.sound && laid.cells.some(isBlank)
  const fitted = unsure ? { ...laid, reading: 'recovered' as const } : laid
  const borne =
    one.known ||
    (one.row === null &&
      fitted &&
      totalsProve(mapped(fitted.cells, (cell) => parseValue(cell.text).value)) === 'proved')
  if (!fitted || !borne || one.disordered) {
    for (const row of ofRow) if (one.at) draft.giveUp(row, outcomes, shape.values, one.at.at)
    return []
  }
  for (const [i, row] of ofRow.entries()) takeBlock(draft, row, i, fitted, one)
  const ids = ofRow.flatMap((row) => cellIds('disputes', row, outcomes))
  draft.findings.push(...leftOutFindings(ids, shape.values, fitted))
  return fitted.left
}

function takeBlock(draft: TableDraft, row: string, i: number, fitted: Fitted, one: DisputesRow): void {
  const cells = fitted.cells.slice(i * outcomes.length, (i + 1) * outcomes.length)
  if (!draft.take(row, outcomes, cells, one.known ? fitted.reading : 'recovered')) return
  const ids = cellIds('disputes', row, outcomes)
  if (!one.known)
    draft.findings.push(finding('header_missing', { cells: ids, params: tableWords('disputes') }))
  else if (fitted.reading === 'recovered')
    draft.findings.push(recoveredFinding(draft, row, ids, one.shape.values, fitted.why))
}
