import { cellIds } from '../../model/cells.ts'
import type { Cell } from '../../model/document.ts'
import { applicantColumns, type FormVersion } from '../../model/form.ts'
import { finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { requestsRowRank, resultRows } from '../../model/requestsRows.ts'
import { ApplicantHeader } from './applicantHeader.ts'
import { commonest } from './commonest.ts'
import { type TableDraft, tableWords } from './draft.ts'
import { type Fitted, layRows, type Proof, type RowShape } from './fit.ts'
import { leftOutFindings, recoveredFinding } from './recovered.ts'
import { parseValue } from './value.ts'

const statutory = applicantColumns.map((column) => column.id)
/** The results under 其他处理 as the form of 2021 divides them. */
const onlyIn2021 = resultRows('2021')
  .map((row) => row.id)
  .filter((id) => !resultRows('2019').some((row) => row.id === id))

/** The printed total is the sum of the printed parts; needs the total and at least one part in figures. */
const totalProves: Proof = (values) => {
  const total = values.at(-1)
  const parts = values.slice(0, -1)
  if (total === null || total === undefined || parts.every((part) => part === null)) return 'open'
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === total ? 'proved' : 'contradicted'
}

/** Zeros add up to 0 wherever they stand: between ways to read a row they prove nothing. */
const figuresProve: Proof = (values) =>
  values.at(-1) === 0 && totalProves(values) === 'proved' ? 'open' : totalProves(values)

/** A row of the table of requests as found, before it is laid onto columns. */
export interface RequestsRow {
  readonly row: string
  readonly label: Cell
  readonly shape: RowShape
  readonly header: ApplicantHeader
}

/** Gathers the header and the rows of the table of requests in the order of the source. */
export class RequestsGatherer {
  readonly rows: RequestsRow[] = []
  private header = new ApplicantHeader()
  private inHeader = false
  private readonly seen = new Set<string>()

  /** 申请人情况 and the like, above the columns. */
  heading(): void {
    this.inHeader = true
    if (this.rows.at(-1)?.header === this.header) this.header = new ApplicantHeader()
  }

  /** A label of the header. One that repeats begins the header of another table, or of another page. */
  column(id: string, cell: Cell, sound: boolean): void {
    this.inHeader = true
    if (this.header.add(id, cell, sound)) return
    this.header = new ApplicantHeader()
    this.header.add(id, cell, sound)
  }

  /** A cell of the header that names no column of the form; nothing where no header is being read. */
  foreignColumn(cell: Cell, sound: boolean): void {
    if (this.inHeader) this.header.add(null, cell, sound)
  }

  row(row: string, shape: RowShape, label: Cell): void {
    this.inHeader = false
    const { values, labels, next, sound } = shape
    const ranked = { values, labels, next, sound, rank: requestsRowRank(row) }
    this.rows.push({ row, label, shape: ranked, header: this.header })
    this.seen.add(row)
  }

  /** Whether a bare 总计 or 其他 names this row here: only after the results that come before it in the form. */
  expects(row: string): boolean {
    if (row === 'concluded') return ['other', ...onlyIn2021].some((one) => this.seen.has(one))
    if (row === 'other_other') return onlyIn2021.some((one) => one !== row && this.seen.has(one))
    return row === 'other'
  }
}

/** The form, from the rows under 其他处理: three in 2021, none in 2019. Null when neither was seen. */
export function requestsForm(rows: readonly RequestsRow[]): FormVersion | null {
  if (rows.some(({ row }) => onlyIn2021.includes(row))) return '2021'
  // With words behind it, （六）其他处理 may be the heading of rows that were lost.
  const whole = ({ shape }: RequestsRow) =>
    shape.values.length >= statutory.length &&
    shape.values.every((cell) => parseValue(cell.text).kind !== 'unreadable')
  return rows.some((one) => one.row === 'other' && whole(one)) ? '2019' : null
}

/** Reads the rows of one table of requests; returns what was left over of them. */
export function readRequests(draft: TableDraft, rows: readonly RequestsRow[]): Cell[] {
  const left: Cell[] = []
  const withoutHeader: string[] = []
  for (const under of Map.groupBy(rows, ({ header }) => header.signature).values()) {
    const header = (under[0] as RequestsRow).header
    const columns = header.columns()
    const fitted = layRows(withoutShifted(under), {
      width: columns.length,
      foreign: header.foreign(),
      positions: header.positions(),
      proof: columns.at(-1) === 'total' ? figuresProve : () => 'open',
    })
    for (const [i, row] of under.entries())
      for (const cell of takeRow(draft, row, columns, fitted[i] ?? null, header.complete, withoutHeader))
        left.push(cell)
  }
  const unusual = rows.filter(({ header }) => header.columns().some((column, i) => column !== statutory[i]))
  if (unusual.length) {
    const cells = unusual.flatMap(({ row }) => cellIds('requests', row, statutory))
    draft.findings.push(finding('header_order', { cells, params: tableWords('requests') }))
  }
  if (withoutHeader.length)
    draft.findings.push(finding('header_missing', { cells: withoutHeader, params: tableWords('requests') }))
  return left
}

/** Ranks from the outermost column of labels to the innermost. */
const ranks = ['item', 'result', 'grouped'] as const

/**
 * The shapes of rows; one whose label stands in another column than those of its rank was shifted as a whole. The
 * labels of the form stand the further in the deeper their rank, unless a table has them all in one column.
 */
function withoutShifted(rows: readonly RequestsRow[]): RowShape[] {
  if (!rows.some(({ shape }) => shape.sound)) return mapped(rows, ({ shape }) => shape)
  const byRank = Map.groupBy(rows, ({ row }) => requestsRowRank(row))
  const usual = new Map(
    ranks.map((rank) => [rank, commonest(mapped(byRank.get(rank) ?? [], ({ label }) => label.x ?? -1))]),
  )
  const columns = ranks.flatMap((rank) => usual.get(rank) ?? [])
  const flat = new Set(columns).size <= 1
  const stands = (rank: (typeof ranks)[number], x: number | undefined) =>
    x === usual.get(rank) && (flat || columns.filter((column) => column === x).length === 1)
  return mapped(rows, ({ row, shape, label }) =>
    shape.sound && !stands(requestsRowRank(row), label.x) ? { ...shape, sound: false } : shape,
  )
}

function takeRow(
  draft: TableDraft,
  { row, shape, label }: RequestsRow,
  columns: readonly string[],
  fitted: Fitted | null,
  known: boolean,
  withoutHeader: string[],
): readonly Cell[] {
  // Without a header to go by, the order of the form is taken only where the total bears it out.
  const borne =
    known || (fitted && totalProves(mapped(fitted.cells, (cell) => parseValue(cell.text).value)) === 'proved')
  if (!fitted || !borne) {
    draft.giveUp(row, columns, shape.values, label.at)
    return []
  }
  const taken = draft.take(row, columns, fitted.cells, known ? fitted.reading : 'recovered')
  if (!taken) return fitted.left
  if (fitted.reading === 'recovered') {
    const ids = cellIds('requests', row, columns)
    draft.findings.push(recoveredFinding(draft, row, ids, shape.values, fitted.why))
    draft.findings.push(...leftOutFindings(ids, shape.values, fitted))
  } else if (!known) withoutHeader.push(...cellIds('requests', row, columns))
  return fitted.left
}
