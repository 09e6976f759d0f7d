import {
  type CellId,
  cellAt,
  cellsOfForm,
  cellsOfRow,
  emptyPlaces,
  type FormCell,
  formCell,
  placeOf,
  placesOfForm,
} from '../../model/cells.ts'
import type { Cell } from '../../model/document.ts'
import { type FormVersion, form, formVersions, type TableId, tableIds } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator, type Locator } from '../../model/locator.ts'
import type { CellValue, Reading } from '../../model/values.ts'
import { type ParsedValue, parseAmountIn, parseValue } from './value.ts'

/** A cell as printed, before the checks work out what may be used of it. */
export type PrintedCell = Omit<CellValue, 'effective_value' | 'basis'>

/** What a document says in the statutory tables. */
export interface Draft {
  readonly forms: Readonly<Record<TableId, FormVersion | null>>
  readonly cells: readonly PrintedCell[]
  readonly findings: readonly Finding[]
}

const words = new Map(
  tableIds.map((table) => {
    const rows = formVersions.flatMap((version) => form[table].forms[version]).flatMap(({ rows }) => rows)
    // Where both forms have a row, the words of the first stand.
    return [table, new Map(rows.reverse().map(({ id, zh, en }) => [id, { row_zh: zh, row_en: en }]))]
  }),
)

/** The words of a row of the form, for messages. */
export const rowWords = (table: TableId, row: string): { row_zh: string; row_en: string } =>
  words.get(table)?.get(row) ?? { row_zh: row, row_en: row }

export const tableWords = (table: TableId) => ({ table_zh: form[table].zh, table_en: form[table].en })

/** Gathers the cells of one statutory table as its rows are read, and what there is to say of them. */
export class TableDraft {
  readonly id: TableId
  /** The cells by their places in the forms, and those places in the order in which the cells were read. */
  private readonly placed = emptyPlaces<PrintedCell>()
  private readonly order: number[] = []
  readonly findings: Finding[] = []

  constructor(id: TableId) {
    this.id = id
  }

  get isEmpty(): boolean {
    return this.order.length === 0
  }

  /** The ids of the cells in the order in which they were read. */
  ids(): string[] {
    return mapped(this.cells(), (cell) => cell.cell_id)
  }

  private cells(): PrintedCell[] {
    return mapped(this.order, (place) => this.placed[place] as PrintedCell)
  }

  private has({ place }: FormCell): boolean {
    return this.placed[place] !== undefined
  }

  private put(place: number, cell: PrintedCell): void {
    this.order.push(place)
    this.placed[place] = cell
  }

  /**
   * Takes the cells of a row; false when the row was read before: it is not overwritten, and if it differs now
   * both are reported.
   */
  take(
    row: string,
    columns: readonly string[],
    cells: readonly Cell[],
    reading: Reading,
    unit?: string,
  ): boolean {
    const ofRow = cellsOfRow(this.id, row, columns)
    const printed = (of: FormCell, i: number) => {
      const cell = cells[i] as Cell
      const value = printedValue(of, cell.text, unit)
      return { value, one: printedCell(of.id, cell, value, reading) }
    }
    if (ofRow.some((cell) => this.has(cell))) {
      this.takeAgain(
        row,
        mapped(ofRow, (of, i) => printed(of, i).one),
      )
      return false
    }
    for (let i = 0; i < ofRow.length; i += 1) {
      const of = ofRow[i] as FormCell
      const { value, one } = printed(of, i)
      this.put(of.place, one)
      this.remark(of, one, value.remark)
      if (of.unit === '万元' && unit === undefined) this.remarkUnit(one)
    }
    return true
  }

  /** Marks cells of rows as worked out, since nothing in the source marks where cells begin and end. */
  doubt(rows: ReadonlySet<string>): void {
    if (rows.size === 0) return
    const doubted = this.order.filter((place) => rows.has(cellAt(place).row))
    const [first] = doubted
    if (first === undefined) return
    const { locator } = this.placed[first] as PrintedCell
    for (const place of doubted)
      this.placed[place] = { ...(this.placed[place] as PrintedCell), reading: 'recovered' }
    const cells = mapped(doubted, (place) => cellAt(place).id)
    this.findings.push(finding('table_unmarked', { cells, locator }))
  }

  /** Records that a row is there but its values could not be laid onto its columns. */
  giveUp(row: string, columns: readonly string[], values: readonly Cell[], at: Locator): void {
    const ofRow = cellsOfRow(this.id, row, columns)
    if (ofRow.some((cell) => this.has(cell))) return
    const raw = mapped(values, (value) => value.text).join(' | ')
    const locator = formatLocator((values.find((value) => value.text !== '') ?? { at }).at)
    for (const { id, place } of ofRow)
      this.put(place, { cell_id: id, value: null, kind: 'unreadable', raw, reading: 'exact', locator })
    const ids = mapped(ofRow, ({ id }) => id)
    const words = rowWords(this.id, row)
    const expected = String(columns.length)
    this.findings.push(
      finding('row_unreadable', { cells: ids, expected, found: raw, locator, params: words }),
    )
  }

  private takeAgain(row: string, again: readonly PrintedCell[]): void {
    const earlier = again.map((cell) => this.placed[placeOf(cell.cell_id as CellId)])
    const show = (cells: readonly (PrintedCell | undefined)[]) =>
      cells.map((cell) => cell?.raw ?? '').join(' | ')
    if (show(again) === show(earlier)) return
    this.findings.push(
      finding('row_repeated', {
        cells: mapped(again, (cell) => cell.cell_id),
        expected: show(earlier),
        found: show(again),
        locator: again[0]?.locator ?? '',
        params: rowWords(this.id, row),
      }),
    )
  }

  /** An amount that neither its cell nor any label names the unit of. */
  private remarkUnit({ cell_id, kind, value, raw, locator }: PrintedCell): void {
    if (kind !== 'number' || value === 0 || /元/.test(raw)) return
    this.findings.push(finding('unit_unnamed', { cells: [cell_id], found: raw, locator }))
  }

  private remark({ unit }: FormCell, cell: PrintedCell, remark: ParsedValue['remark']): void {
    if (cell.kind !== 'unreadable' && !remark) return
    const about = { cells: [cell.cell_id], found: cell.raw, locator: cell.locator }
    if (cell.kind === 'unreadable') this.findings.push(finding('value_unreadable', about))
    if (remark)
      this.findings.push(finding(remark, { ...about, expected: String(cell.value), params: { unit } }))
  }

  /** All cells of a form in its order; those that the document does not have are `missing`, and said to be. */
  complete(version: FormVersion): PrintedCell[] {
    const missing: CellId[] = []
    const ids = cellsOfForm(this.id, version)
    const cells = mapped(placesOfForm(this.id, version), (place, i) => {
      const cell = this.placed[place]
      if (cell) return cell
      const id = ids[i] as CellId
      missing.push(id)
      return missingCell(id)
    })
    if (missing.length) this.reportMissing(version, missing)
    return cells
  }

  private reportMissing(version: FormVersion, missing: readonly CellId[]): void {
    for (const [row, ids] of Map.groupBy(missing, (id) => formCell(id).row)) {
      const width = cellsOfForm(this.id, version).filter((id) => formCell(id).row === row).length
      this.findings.push(
        finding('cell_missing', {
          cells: ids,
          expected: String(width),
          found: String(ids.length),
          params: rowWords(this.id, row),
        }),
      )
    }
  }
}

/** The value of a cell; an amount without a unit of its own is in the unit that its header names. */
const printedValue = ({ unit }: FormCell, raw: string, named: string | undefined): ParsedValue =>
  named !== undefined && unit === '万元' ? parseAmountIn(named, raw) : parseValue(raw, unit)

const printedCell = (
  id: CellId,
  cell: Cell,
  { kind, value }: ParsedValue,
  reading: Reading,
): PrintedCell => ({
  cell_id: id,
  value,
  kind,
  raw: cell.text,
  reading,
  locator: formatLocator(cell.at),
})

const missingCell = (id: CellId): PrintedCell => ({
  cell_id: id,
  value: null,
  kind: 'missing',
  raw: '',
  reading: 'exact',
  locator: '',
})
