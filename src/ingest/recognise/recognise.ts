import {
  type Block,
  type Cell,
  type Document,
  isParagraph,
  isTable,
  type Paragraph,
  type Table,
} from '../../model/document.ts'
import { applicantColumns, type TableId } from '../../model/form.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { toSimplified } from '../simplified.ts'
import { DisclosureGatherer } from './disclosure.ts'
import { DisputesGatherer, disputesRows, disputesWidth } from './disputes.ts'
import type { Draft } from './draft.ts'
import { findEarlierForm } from './earlierForms.ts'
import type { RowShape } from './fit.ts'
import { type Gathered, readGathered } from './gathered.ts'
import type { Label } from './labels.ts'
import { labelCountsMultiples, tablesInMultiples } from './multiples.ts'
import { RequestsGatherer } from './requests.ts'
import { findRuns, type LabelCell, type Run } from './runs.ts'
import { isBlank, moneyUnitOf, parseValue, saysValue } from './value.ts'

/**
 * Finds the statutory tables in a document and reads them.
 *
 * Which table a row belongs to is known from its label alone, so that neither the order of tables nor where
 * one ends matters; headers are carried from row to row. First all rows are gathered, then each table is read
 * as a whole, since the shape of a row is told by its neighbours. What stands in such a table and belongs to no
 * cell is reported as left over.
 */
export function recognise(document: Document): Draft {
  const recogniser = new Recogniser()
  let behindTable = false
  for (const [i, block] of document.blocks.entries()) {
    if (isTable(block)) recogniser.gather(block, i)
    else if (behindTable && isStrayLine(block)) recogniser.noteStray(block)
    else recogniser.noteUnit(block)
    behindTable = isTable(block) || (behindTable && isStrayLine(block))
  }
  const draft = readGathered(recogniser.gathered(), document)
  const earlier = draft.cells.length === 0 ? findEarlierForm(document) : null
  return earlier ? { ...draft, findings: [earlier] } : draft
}

/** A unit by itself is printed in few words, and where it has a table to itself, in few rows. */
const unitLength = 20
const rowsOfUnit = 2
const printable = (cell: Cell): boolean => !isBlank(cell.text)
const isValue = ({ text }: Pick<Cell, 'text'>): boolean => saysValue(parseValue(text))

/** As nearly every line does. */
const holdsWords = /[\u4e00-\u9fff]{2}/
/**
 * Something that stands in a cell and nothing else, or the end of a figure from its decimal point on, as a broken
 * row leaves behind. Two signs or more may be a rule between parts of the text.
 */
const isStray = (text: string): boolean => {
  if (holdsWords.test(text)) return false
  const plain = text.normalize('NFKC').replace(/^[|\s]+|[|\s]+$/g, '')
  return /^[.,]?\d[\d,.]*$/.test(plain) || (plain.length === 1 && isValue({ text: plain }))
}
const isStrayLine = (block: Block): block is Paragraph => isParagraph(block) && isStray(block.text)

const followsLine = (cell: Cell | undefined, { at }: Paragraph): boolean =>
  cell !== undefined && 'line' in cell.at && 'line' in at && at.line === cell.at.line + 1

/** Where a row stands, and whether its cells are marked there. */
interface Place {
  readonly block: number
  readonly unmarked: boolean
}

class Recogniser {
  private readonly disclosure = new DisclosureGatherer()
  private readonly requests = new RequestsGatherer()
  private readonly disputes = new DisputesGatherer()
  private readonly left: Finding[] = []
  /** Findings about whole rows or columns; `cells` holds `table.row`, `table.*.column` or, of all counts, `table.*.*`. */
  private readonly aboutRows: Finding[] = []
  /** For each row gathered, in the order of its table: the block it stands in. */
  private readonly places: Record<TableId, Place[]> = {
    disclosure: [],
    requests: [],
    disputes: [],
  }
  /** The statutory table that the labels last seen belong to. */
  private current: TableId | null = null
  /** A row of blanks as wide as the figures of the disputes table: they are its cells if no figures come. */
  private blankFigures: { shape: RowShape; block: number } | null = null

  gather(table: Table, block: number): void {
    const runs = findRuns(table)
    // A table without a single label of the forms is the page's own: navigation, metadata, layout.
    if (runs.every((run) => run.labels.length === 0) && !this.disputes.expectsFigures()) {
      for (const row of table.rows.slice(0, rowsOfUnit)) for (const cell of row) this.noteUnit(cell)
      return
    }
    for (const run of runs) {
      if (table.layout !== 'stream') this.noteBlankFigures(run, block)
      for (const cell of this.readRun(run)) {
        if (!printable(cell)) continue
        this.left.push(finding('left_over', { found: cell.text, locator: formatLocator(cell.at) }))
        this.noteUnit(cell)
        if (run.alone && (isStray(cell.text) || isValue(cell))) this.doubtLastRow(cell)
      }
      for (const id of ['disclosure', 'requests', 'disputes'] as const)
        while (this.places[id].length < this[id].rows.length)
          this.places[id].push({ block, unmarked: (table.unmarked ?? false) || run.mirrored })
    }
  }

  /** A unit that stands by itself, such as 单位：元 above a table: which figures it is for is not certain. */
  noteUnit({ text, at }: Pick<Cell, 'text' | 'at'>): void {
    const inMultiples = mapped(tablesInMultiples(text), (id) => `${id}.*.*`)
    if (inMultiples.length) this.noteMultiples({ text, at }, inMultiples)
    if (text.length > unitLength || !text.includes('位') || !/单\s*位/.test(toSimplified(text))) return
    const unit = moneyUnitOf(text)
    if (unit === undefined || unit === '万元') return
    const about = { found: text, locator: formatLocator(at) }
    this.aboutRows.push(finding('unit_aside', { ...about, cells: ['disclosure.*.amount'] }))
  }

  private noteMultiples({ text, at }: Pick<Cell, 'text' | 'at'>, cells: string[]): void {
    this.aboutRows.push(finding('unit_multiple', { found: text, locator: formatLocator(at), cells }))
  }

  /** A figure right behind a table may be what the last row lacks, or the figures that the last table still needs. */
  noteStray(paragraph: Paragraph): void {
    this.left.push(finding('left_over', { found: paragraph.text, locator: formatLocator(paragraph.at) }))
    this.blankFigures = null
    const last = this.lastRow()?.shape.values
    // On the very next line, it may be the rest of the last figure; behind a row with words among its figures, its last.
    if (!last?.every(isValue) || followsLine(last.at(-1), paragraph)) this.doubtLastRow(paragraph)
  }

  private lastRow() {
    return this.current ? this[this.current].rows.at(-1) : undefined
  }

  /** Says that a figure without a row may belong to the row above it. */
  private doubtLastRow({ text, at }: Pick<Cell, 'text' | 'at'>): void {
    const table = this.current
    const last = this.lastRow()
    if (!table || !last) return
    const rows = last.row === null ? disputesRows : [last.row]
    const cells = mapped(rows, (row) => `${table}.${row}`)
    const said = this.aboutRows.some((one) => one.code === 'figure_outside' && one.cells[0] === cells[0])
    if (said) return
    this.aboutRows.push(finding('figure_outside', { found: text, locator: formatLocator(at), cells }))
  }

  gathered(): Gathered {
    if (this.blankFigures && this.disputes.rows.length === 0) {
      this.disputes.figures(this.blankFigures.shape)
      this.places.disputes.push({ block: this.blankFigures.block, unmarked: false })
    }
    const placed = <R>(rows: readonly R[], id: TableId) =>
      mapped(rows, (row, i) => {
        const { block, unmarked } = this.places[id][i] as Place
        return { row, block, unmarked }
      })
    return {
      disclosure: placed(this.disclosure.rows, 'disclosure'),
      requests: placed(this.requests.rows, 'requests'),
      disputes: placed(this.disputes.rows, 'disputes'),
      left: this.left,
      aboutRows: this.aboutRows,
    }
  }

  private noteBlankFigures({ labels, shape }: Run, block: number): void {
    if (labels.length || this.current !== 'disputes' || !this.disputes.expectsFigures()) return
    if (shape.values.length === disputesWidth && !shape.values.some(printable))
      this.blankFigures ??= { shape, block }
  }

  /** Reads one run; returns the cells of it that were not used. */
  private readRun({ labels, shape }: Run): readonly Cell[] {
    const filled = shape.values.some(printable)
    const last = labels.at(-1)
    // The labels before the last say in which table the last one stands.
    for (const label of labels) if (label !== last) this.readHeading(label, shape.sound)
    if (last) {
      const row = this.rowLabel(last, shape)
      if (row) {
        this.noteLabel(last, row)
        this.readRow(row, shape, last.cell)
        return []
      }
      this.readHeading(last, shape.sound)
    }
    if (!filled) return []
    if (this.current === 'disputes' && this.disputes.expectsFigures()) {
      this.disputes.figures(shape)
      return []
    }
    if (this.current === 'requests')
      for (const cell of shape.values)
        if (parseValue(cell.text).kind === 'unreadable') this.requests.foreignColumn(cell, shape.sound)
    return shape.values
  }

  /** The row that the last label of a run names, if it names one here. */
  private rowLabel({ labels }: LabelCell, { values }: RowShape): Label | undefined {
    const [only] = labels
    // As nearly all labels: there is but one thing that it can stand for.
    if (only && labels.length === 1 && (only.role !== 'row' || only.certain))
      return only.role === 'row' ? only : undefined
    const rows = labels.filter((label) => label.role === 'row')
    const certain = rows.find((label) => label.certain)
    if (certain || rows.length === 0) return certain
    const filled = values.some(printable)
    const figures = values.some((cell) => parseValue(cell.text).kind === 'number')
    const here = rows.find((label) => label.table === this.current && this.expects(label))
    if (!filled) return here?.id === 'other' && values.length >= applicantColumns.length ? here : undefined
    return here ?? (figures ? this.disputeRow(rows) : undefined)
  }

  private expects(label: Label): boolean {
    if (label.table === 'disputes') return false
    return label.table !== 'requests' || this.requests.expects(label.id)
  }

  /** 行政复议 and the like head columns in the form; with five figures behind them they are rows. */
  private disputeRow(rows: readonly Label[]): Label | undefined {
    return rows.find((label) => label.table === 'disputes' && this.disputes.expectsFigures())
  }

  private readHeading(label: LabelCell, sound: boolean): void {
    const { labels, cell } = label
    const table = labels[0]?.table
    if (table && labels.every((label) => label.table === table)) this.current = table
    const isHere = (one: Label) => one.role === 'column' && one.table === this.current
    // Nearly always all are, or none is.
    const here = labels.every(isHere) ? labels : labels.filter(isHere)
    for (const one of here) this.noteLabel(label, one)
    if (table && here.length === 0 && labelCountsMultiples(cell.text))
      this.noteMultiples(cell, [`${table}.*.*`])
    if (this.current === 'disclosure') {
      if (here.length) this.disclosure.column(here, cell, sound)
      else this.disclosure.newHeader()
    } else if (this.current === 'requests') {
      if (here[0]) this.requests.column(here[0].id, cell, sound)
      else if (labels.some((label) => label.id === 'applicants')) this.requests.heading()
    } else if (this.current === 'disputes') {
      if (labels.some((label) => label.id === 'litigation')) this.disputes.litigation()
      if (here[0]) this.disputes.column(here[0].id, cell, sound)
      else
        for (const label of labels)
          if (label.role === 'row' && label.table === 'disputes') this.disputes.group(label.id)
    }
  }

  private readRow(label: Label, shape: RowShape, cell: Cell): void {
    this.current = label.table
    this[label.table as TableId].row(label.id, shape, cell)
  }

  /** What there is to say of a label that names a row or a column: that it is misspelled, or counts in 万件. */
  private noteLabel({ cell, meant }: LabelCell, { role, table, id }: Label): void {
    if (table === null) return
    const cells = [role === 'column' ? `${table}.*.${id}` : `${table}.${id}`]
    const about = { found: cell.text, expected: meant, locator: formatLocator(cell.at), cells }
    if (meant !== '') this.aboutRows.push(finding('label_misspelled', about))
    if (labelCountsMultiples(cell.text)) this.noteMultiples(cell, cells)
  }
}
