import type { Cell } from '../../model/document.ts'
import { form } from '../../model/form.ts'
import { finding } from '../../model/issue.ts'
import { TableDraft, tableWords } from './draft.ts'
import { layOnColumns, type Proof } from './fit.ts'
import { recoveredFinding } from './requests.ts'

const section = form.disputes.forms['2021'][0]
const rows = section?.rows.map((row) => row.id) ?? []
const outcomes = section?.columns.map((column) => column.id) ?? []
const width = rows.length * outcomes.length

/** Each block of five ends in the total of the four before it. */
const totalsProve: Proof = (values) => {
  for (let start = 0; start < values.length; start += outcomes.length) {
    const block = values.slice(start, start + outcomes.length)
    const total = block.at(-1)
    if (total === null || total === undefined) return false
    if (block.slice(0, -1).reduce<number>((sum, part) => sum + (part ?? 0), 0) !== total) return false
  }
  return values.length > 0
}

/** Reads the table of reconsideration and litigation: one row of figures under a header of three times five. */
export class DisputesReader {
  readonly draft = new TableDraft('disputes')
  /** How many figures its one row has. */
  readonly width = width
  private readonly header: string[] = []
  private readonly groups: string[] = []

  column(id: string): void {
    this.header.push(id)
  }

  group(row: string): void {
    if (!this.groups.includes(row)) this.groups.push(row)
  }

  /** Whether enough of the header was seen to take figures without a label for the row of this table. */
  expectsFigures(): boolean {
    return this.header.length >= outcomes.length
  }

  /** The one row of fifteen figures that the form has. */
  figures(values: readonly Cell[], blanksAreCells: boolean): readonly Cell[] {
    const fitted = layOnColumns(values, width, { proof: totalsProve, blanksAreCells })
    const at = values.find((value) => value.text !== '') ?? values[0]
    const known = this.headerInOrder()
    if (!fitted || (!known && !totalsProve(fitted.cells.map((cell) => Number(cell.text))))) {
      for (const row of rows) if (at) this.draft.giveUp(row, outcomes, values, at.at)
      return []
    }
    for (const [i, row] of rows.entries()) {
      const cells = fitted.cells.slice(i * outcomes.length, (i + 1) * outcomes.length)
      const before = this.draft.cells.size
      this.draft.take(row, outcomes, cells, known ? fitted.reading : 'recovered')
      if (this.draft.cells.size > before) this.report(row, values, known, fitted.reading, fitted.why)
    }
    return fitted.left
  }

  /** A row of its own, with its label in front and five figures. */
  row(row: string, values: readonly Cell[], label: Cell, blanksAreCells: boolean): readonly Cell[] {
    const order = this.header.slice(-outcomes.length)
    const known = outcomes.every((outcome, i) => order[i] === outcome)
    const fitted = known
      ? layOnColumns(values, outcomes.length, { proof: totalsProve, blanksAreCells })
      : null
    if (!fitted) this.draft.giveUp(row, outcomes, values, label.at)
    else {
      this.draft.take(row, outcomes, fitted.cells, fitted.reading)
      if (fitted.reading === 'recovered') this.report(row, values, true, fitted.reading, fitted.why)
    }
    return fitted?.left ?? []
  }

  private report(
    row: string,
    values: readonly Cell[],
    known: boolean,
    reading: string,
    why: Parameters<typeof recoveredFinding>[4],
  ): void {
    const ids = outcomes.map((outcome) => `disputes.${row}.${outcome}`)
    if (!known)
      this.draft.findings.push(finding('header_missing', { cells: ids, params: tableWords('disputes') }))
    else if (reading === 'recovered')
      this.draft.findings.push(recoveredFinding(this.draft, row, ids, values, why))
  }

  /** The form's order: three groups, and the five outcomes three times over in any nesting of the header. */
  private headerInOrder(): boolean {
    const statutory = Array.from({ length: rows.length }, () => outcomes).flat()
    return rows.every((row, i) => this.groups[i] === row) && statutory.every((id, i) => this.header[i] === id)
  }
}
