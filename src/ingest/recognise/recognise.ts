import { type Cell, type Document, isTable, type Table } from '../../model/document.ts'
import { applicantColumns, type FormVersion, type TableId, tableIds } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { formatLocator } from '../../model/locator.ts'
import { DisclosureReader } from './disclosure.ts'
import { DisputesReader } from './disputes.ts'
import { type Draft, tableWords } from './draft.ts'
import type { Label } from './labels.ts'
import { RequestsReader } from './requests.ts'
import { findRuns, type LabelCell, type Run } from './runs.ts'
import { parseValue } from './value.ts'

/**
 * Finds the statutory tables in a document and reads them.
 *
 * Which table a row belongs to is known from its label alone, so that neither the order of tables nor where
 * one ends matters; headers are carried from row to row. What stands in such a table and belongs to no cell
 * is reported as left over.
 */
export function recognise(document: Document): Draft {
  const recogniser = new Recogniser()
  for (const block of document.blocks) if (isTable(block)) recogniser.readTable(block)
  return recogniser.draft()
}

const printable = (cell: Cell): boolean => parseValue(cell.text).kind !== 'blank'

/**
 * Whether blanks at the end of rows are what merged cells left behind: never in a grid; always where only the
 * order of cells is known; else when rows of the requests table have more cells than the form has columns.
 */
function hasFillers(table: Table, runs: readonly Run[]): boolean {
  if (table.layout !== 'rows') return table.layout === 'stream'
  return runs.some(({ labels, values }) => {
    const row = labels.at(-1)?.labels.find((label) => label.role === 'row' && label.certain)
    const printed = values.filter(printable).length
    return (
      row?.table === 'requests' &&
      values.length > applicantColumns.length &&
      printed <= applicantColumns.length
    )
  })
}

class Recogniser {
  private readonly disclosure = new DisclosureReader()
  private readonly requests = new RequestsReader()
  private readonly disputes = new DisputesReader()
  private readonly left: Finding[] = []
  /** The statutory table that the labels last seen belong to. */
  private current: TableId | null = null
  private blanksAreCells = true
  /** A row of blanks as wide as the figures of the disputes table: they are its cells if no figures come. */
  private blankFigures: readonly Cell[] | null = null

  readTable(table: Table): void {
    const runs = findRuns(table)
    // A table without a single label of the forms is the page's own: navigation, metadata, layout.
    if (runs.every((run) => run.labels.length === 0) && !this.disputes.expectsFigures()) return
    this.blanksAreCells = !hasFillers(table, runs)
    const before = new Map(tableIds.map((id) => [id, new Set(this[id].draft.cells.keys())]))
    for (const run of runs) {
      if (table.layout !== 'stream') this.noteBlankFigures(run)
      this.reportLeft(this.readRun(run))
    }
    if (!table.unmarked) return
    for (const id of tableIds) this[id].draft.doubt(before.get(id) ?? new Set())
  }

  draft(): Draft {
    if (this.blankFigures && this.disputes.draft.cells.size === 0)
      this.disputes.figures(this.blankFigures, true)
    const requestsForm = this.requests.form()
    const disclosureForm = this.disclosure.form()
    const forms: Record<TableId, FormVersion | null> = {
      disclosure: disclosureForm,
      requests: this.requests.draft.cells.size ? (requestsForm ?? disclosureForm ?? '2021') : null,
      disputes: this.disputes.draft.cells.size ? '2021' : null,
    }
    const drafts = {
      disclosure: this.disclosure.draft,
      requests: this.requests.draft,
      disputes: this.disputes.draft,
    }
    const found = tableIds.filter((id) => forms[id] !== null)
    const cells = found.flatMap((id) => drafts[id].complete(forms[id] as FormVersion))
    const missing = tableIds.filter((id) => forms[id] === null)
    return {
      forms,
      cells,
      findings: [
        ...missing.map((id) => finding('table_missing', { params: tableWords(id) })),
        ...tableIds.flatMap((id) => drafts[id].findings),
        ...(found.length ? this.left : []),
      ],
    }
  }

  private noteBlankFigures({ labels, values }: Run): void {
    if (labels.length || this.current !== 'disputes' || !this.disputes.expectsFigures()) return
    if (values.length === this.disputes.width && !values.some(printable)) this.blankFigures ??= values
  }

  /** Reads one run; returns the cells of it that were not used. */
  private readRun(run: Run): readonly Cell[] {
    const filled = run.values.some(printable)
    const last = run.labels.at(-1)
    // The labels before the last say in which table the last one stands.
    for (const label of run.labels.slice(0, -1)) this.readHeading(label)
    if (last) {
      const row = this.rowLabel(last, filled, run.values.length)
      if (row) return this.readRow(row, run.values, last.cell)
      this.readHeading(last)
    }
    if (!filled) return []
    return this.current === 'disputes' && this.disputes.expectsFigures()
      ? this.disputes.figures(run.values, this.blanksAreCells)
      : run.values.filter(printable)
  }

  /** The row that the last label of a run names, if it names one here. */
  private rowLabel({ labels }: LabelCell, filled: boolean, width: number): Label | undefined {
    const rows = labels.filter((label) => label.role === 'row')
    const certain = rows.find((label) => label.certain)
    if (certain) return certain
    const here = rows.find((label) => label.table === this.current && this.expects(label))
    if (!filled) return here?.id === 'other' && width >= applicantColumns.length ? here : undefined
    return here ?? this.disputeRow(rows)
  }

  private expects(label: Label): boolean {
    if (label.table === 'disputes') return false
    return label.table !== 'requests' || this.requests.expects(label.id)
  }

  /** 行政复议 and the like head columns in the form; with five figures behind them they are rows. */
  private disputeRow(rows: readonly Label[]): Label | undefined {
    return rows.find((label) => label.table === 'disputes' && this.disputes.expectsFigures())
  }

  private readHeading({ labels, cell }: LabelCell): void {
    const columns = labels.filter((label) => label.role === 'column')
    const tables = new Set(labels.map((label) => label.table))
    if (tables.size === 1) this.current = labels[0]?.table ?? this.current
    const here = columns.filter((label) => label.table === this.current)
    if (this.current === 'disclosure') {
      if (here.length) this.disclosure.column(here, cell)
      else this.disclosure.newHeader()
    } else if (this.current === 'requests' && here[0]) this.requests.column(here[0].id, cell)
    else if (this.current === 'disputes') {
      if (here[0]) this.disputes.column(here[0].id)
      else
        for (const label of labels)
          if (label.role === 'row' && label.table === 'disputes') this.disputes.group(label.id)
    }
  }

  private readRow(label: Label, values: readonly Cell[], cell: Cell): readonly Cell[] {
    this.current = label.table
    const reader = this[label.table as TableId]
    return reader.row(label.id, values, cell, this.blanksAreCells)
  }

  private reportLeft(cells: readonly Cell[]): void {
    for (const cell of cells.filter(printable)) {
      this.left.push(finding('left_over', { found: cell.text, locator: formatLocator(cell.at) }))
    }
  }
}
