import { cellId } from '../../model/cells.ts'
import {
  applicantColumns,
  type FormColumn,
  type FormRow,
  form,
  headings,
  resultGroups,
} from '../../model/form.ts'
import { plainRaw } from '../printing.ts'
import type { InventedReport, TrueCell } from '../truth.ts'
import { type Grid, type GridCell, labelCell, valueCell } from './grid.ts'

/** How the tables of a report differ from the blank form. */
export interface TableOptions {
  /** Numbers in plain digits, where a layout could not tell spaces or notes from cells. */
  readonly plain?: boolean
  /** Narrow headers broken over two lines. */
  readonly wrapped?: boolean
  /** Instructions to whoever fills in the form are left in the labels. */
  readonly instructions?: boolean
  /** A sum for 法人或其他组织, which the form does not have. */
  readonly subtotal?: boolean
  /** A column more than the form has. */
  readonly extra?: 'serial' | 'remark' | 'cumulative'
  /** Changes each label, for misspellings. */
  readonly label?: (text: string) => string
}

const blank: TrueCell = { kind: 'blank', value: null, raw: '' }

/** Makes the three tables of one report. */
class Tables {
  private readonly report: InventedReport
  private readonly options: TableOptions

  constructor(report: InventedReport, options: TableOptions) {
    this.report = report
    this.options = options
  }

  private label(text: string, colspan = 1, rowspan = 1): GridCell {
    const { label = (same: string) => same } = this.options
    return labelCell(label(text), colspan, rowspan)
  }

  private value(id: ReturnType<typeof cellId>): GridCell {
    const cell = this.report.cells.get(id) ?? blank
    return valueCell(this.options.plain ? plainRaw(cell) : cell.raw, id)
  }

  private rowLabel(row: FormRow): string {
    if (!this.options.instructions) return row.zh
    if (row.id === 'received') return `${row.zh}（填写当年1月1日至12月31日收到的申请）`
    return row.id === 'regulations' ? `${row.zh}（没有规章制定权的填0）` : row.zh
  }

  private columnLabel(column: FormColumn): string {
    if (this.options.instructions && column.id === 'amount') return column.zh.replace('）', '，保留4位小数）')
    const wraps = this.options.wrapped && column.zh.length === 4
    return wraps ? `${column.zh.slice(0, 2)}\n${column.zh.slice(2)}` : column.zh
  }

  disclosure(): Grid {
    const sections = form.disclosure.forms[this.report.forms.disclosure]
    const width = 1 + Math.max(...sections.map((section) => section.columns.length))
    const rows = sections.flatMap(({ clause, columns, rows: ofForm }) => {
      const widen = (cells: GridCell[]): GridCell[] =>
        cells.map((cell, i) =>
          i === cells.length - 1 ? { ...cell, colspan: width - cells.length + 1 } : cell,
        )
      return [
        [this.label(clause, width)],
        widen([this.label(headings.contents.zh), ...columns.map((one) => this.label(this.columnLabel(one)))]),
        ...ofForm.map((row) =>
          widen([
            this.label(this.rowLabel(row)),
            ...columns.map((column) => this.value(cellId('disclosure', row.id, column.id))),
          ]),
        ),
      ]
    })
    return { table: 'disclosure', rows, headerRows: 2 }
  }

  requests(): Grid {
    const { subtotal = false, extra } = this.options
    const wide = 7 + (subtotal ? 1 : 0)
    const inner = applicantColumns.slice(1, -1).map((column) => this.label(this.columnLabel(column)))
    const head: GridCell[][] = [
      [this.label(`（${headings.note.zh}）`, 3, 3), this.label(headings.applicants.zh, wide)],
      [
        this.label('自然人', 1, 2),
        this.label(headings.organisations.zh, subtotal ? 6 : 5),
        this.label('总计', 1, 2),
      ],
      [...inner, ...(subtotal ? [this.label('小计')] : [])],
    ]
    if (extra === 'serial') head[0]?.unshift(this.label('序号', 1, 3))
    if (extra === 'remark') head[0]?.push(this.label('备注', 1, 3))
    if (extra === 'cumulative') head[0]?.push(this.label('历年累计', 1, 3))
    const rows = [...head, ...this.requestRows()]
    return { table: 'requests', rows, headerRows: 3 }
  }

  private requestRows(): GridCell[][] {
    const ofForm = form.requests.forms[this.report.forms.requests][0]?.rows ?? []
    const underResults = ofForm.length - 3
    return ofForm.map((row, i) => {
      const cells: GridCell[] = []
      if (['received', 'carried_in', 'carried_out'].includes(row.id)) {
        cells.push(this.label(this.rowLabel(row), 3))
      } else {
        if (row.id === 'granted') cells.push(this.label(headings.results.zh, 1, underResults))
        const group = resultGroups.find((one) => one.id === row.group)
        const first = group && ofForm[i - 1]?.group !== row.group
        if (first) cells.push(this.label(group.zh, 1, ofForm.filter((one) => one.group === row.group).length))
        cells.push(this.label(row.zh, group ? 1 : 2))
      }
      return this.withExtra([...cells, ...this.requestValues(row)], row, i)
    })
  }

  private requestValues(row: FormRow): GridCell[] {
    const values = applicantColumns.map((column) => this.value(cellId('requests', row.id, column.id)))
    if (!this.options.subtotal) return values
    const number = (column: string) => this.report.cells.get(cellId('requests', row.id, column))?.value ?? 0
    const sum = applicantColumns.slice(1, -1).reduce((all, column) => all + number(column.id), 0)
    return [...values.slice(0, -1), valueCell(String(sum)), ...values.slice(-1)]
  }

  private withExtra(cells: GridCell[], row: FormRow, i: number): GridCell[] {
    if (this.options.extra === 'serial') return [valueCell(String(i + 1)), ...cells]
    if (this.options.extra === 'remark') return [...cells, valueCell('')]
    if (this.options.extra !== 'cumulative') return cells
    const total = this.report.cells.get(cellId('requests', row.id, 'total'))?.value ?? 0
    return [...cells, valueCell(String(total * 3 + (total > 0 ? i : 0)))]
  }

  disputes(): Grid {
    const section = form.disputes.forms['2021'][0]
    const outcomes = section?.columns ?? []
    const labels = (rowspan = 1) =>
      outcomes.map((outcome) => this.label(this.columnLabel(outcome), 1, rowspan))
    const values = (section?.rows ?? []).flatMap((row) =>
      outcomes.map((outcome) => this.value(cellId('disputes', row.id, outcome.id))),
    )
    return {
      table: 'disputes',
      headerRows: 3,
      rows: [
        [this.label('行政复议', 5), this.label(headings.litigation.zh, 10)],
        [...labels(2), this.label('未经复议直接起诉', 5), this.label('复议后起诉', 5)],
        [...labels(), ...labels()],
        values,
      ],
    }
  }
}

/** The three statutory tables of a report as they are laid out on paper. */
export function tablesOf(report: InventedReport, options: TableOptions = {}): Record<Grid['table'], Grid> {
  const tables = new Tables(report, options)
  return { disclosure: tables.disclosure(), requests: tables.requests(), disputes: tables.disputes() }
}
