import { cellIds } from '../../model/cells.ts'
import type { Cell } from '../../model/document.ts'
import { type FormVersion, form, formVersions } from '../../model/form.ts'
import { finding } from '../../model/issue.ts'
import { mapped } from '../../model/list.ts'
import { commonest } from './commonest.ts'
import { type TableDraft, tableWords } from './draft.ts'
import { exactly, type Fitted, isBlank, noProof, type RowShape, recoverRows } from './fit.ts'
import type { Label } from './labels.ts'
import { atPlaces } from './places.ts'
import { recoveredFinding } from './recovered.ts'
import { type Frame, fullRows } from './regular.ts'
import { moneyUnitOf } from './value.ts'

const columnsOfRows = new Map(
  formVersions.map((version) => [
    version,
    new Map(
      form.disclosure.forms[version].flatMap(({ rows, columns }) =>
        rows.map((row): [string, readonly string[]] => [row.id, columns.map((column) => column.id)]),
      ),
    ),
  ]),
)

/** The columns of a row in a form; empty when the form does not have the row. */
const columnsOf = (row: string, version: FormVersion): readonly string[] =>
  columnsOfRows.get(version)?.get(row) ?? []

const sameColumns = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

const inSameOrder = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i])

/** The header of one clause, as printed. */
interface ClauseHeader {
  readonly ids: string[]
  /** Where each column stands in the grid; undefined where that is not known. */
  readonly places: (number | undefined)[]
  readonly spans: number[]
  /** The unit of money that the header names. */
  unit: string | undefined
}
const emptyHeader = (): ClauseHeader => ({ ids: [], places: [], spans: [], unit: undefined })

/** What an amount is in where its header and its row name two units: nobody can tell. */
const contradictory = '?'
const unitOf = ({ header, label }: DisclosureRow): string | undefined => {
  const ofRow = moneyUnitOf(label.text)
  if (ofRow === undefined || header.unit === undefined) return ofRow ?? header.unit
  return ofRow === header.unit ? ofRow : contradictory
}

/** A row of the table of proactive disclosure as found, before it is laid onto columns. */
export interface DisclosureRow {
  readonly row: string
  readonly label: Cell
  readonly shape: RowShape
  readonly header: ClauseHeader
  /** The forms in which the row has just the columns of its header. */
  readonly versions: readonly FormVersion[]
}

/** Gathers the small tables of proactive disclosure, one a clause, each under a header of its own. */
export class DisclosureGatherer {
  readonly rows: DisclosureRow[] = []
  private header = emptyHeader()

  /** A label of the header that holds for the rows that follow; the first after a row begins a new header. */
  column(candidates: readonly Label[], cell: Cell, sound: boolean): void {
    if (this.rows.at(-1)?.header === this.header) this.newHeader()
    const { ids, places, spans } = this.header
    const fresh = candidates.find((label) => !ids.includes(label.id))
    if (!fresh) return
    ids.push(fresh.id)
    places.push(sound ? cell.x : undefined)
    spans.push(cell.colspan ?? 1)
    if (fresh.id === 'amount') this.header.unit = moneyUnitOf(cell.text)
  }

  /** A clause or 信息内容: what follows has a header of its own. */
  newHeader(): void {
    this.header = emptyHeader()
  }

  row(row: string, shape: RowShape, label: Cell): void {
    const { header } = this
    this.rows.push({ row, label, shape, header, versions: versionsOf(row, header) })
  }
}

const versionsOf = (row: string, { ids }: ClauseHeader): FormVersion[] =>
  formVersions.filter((version) => ids.length > 0 && sameColumns(ids, columnsOf(row, version)))

/** The columns of each row: its header's, or where that is lost those of the form that all other rows follow. */
function columnsUnder(rows: readonly DisclosureRow[]): (readonly string[] | null)[] {
  const seen = formVersions.filter((version) =>
    rows.some(({ versions }) => versions.length === 1 && versions[0] === version),
  )
  return mapped(rows, ({ row, header, versions }) => {
    if (versions.length) return header.ids
    const columns = seen.length === 1 ? columnsOf(row, seen[0] as FormVersion) : []
    return columns.length ? columns : null
  })
}

/** Reads the rows of one table of proactive disclosure; returns what was left over of them. */
export function readDisclosure(draft: TableDraft, rows: readonly DisclosureRow[]): Cell[] {
  const left: Cell[] = []
  const columns = columnsUnder(rows)
  const fitted = layDisclosure(rows, columns)
  for (const [i, row] of rows.entries())
    for (const cell of takeRow(draft, row, columns[i] ?? null, fitted[i] ?? null)) left.push(cell)
  return left
}

function takeRow(
  draft: TableDraft,
  row: DisclosureRow,
  columns: readonly string[] | null,
  fitted: Fitted | null,
): readonly Cell[] {
  const { shape, label } = row
  if (!columns || !fitted) {
    draft.giveUp(row.row, columns ?? columnsOf(row.row, '2021'), shape.values, label.at)
    return []
  }
  const assumed = row.versions.length === 0
  if (!draft.take(row.row, columns, fitted.cells, assumed ? 'recovered' : fitted.reading, unitOf(row)))
    return fitted.left
  const ids = () => cellIds('disclosure', row.row, columns)
  if (assumed)
    draft.findings.push(finding('header_missing', { cells: ids(), params: tableWords('disclosure') }))
  else if (fitted.reading === 'recovered')
    draft.findings.push(recoveredFinding(draft, row.row, ids(), shape.values, fitted.why))
  else if (!formVersions.some((version) => inSameOrder(columns, columnsOf(row.row, version))))
    draft.findings.push(finding('header_order', { cells: ids(), params: tableWords('disclosure') }))
  return fitted.left
}

/**
 * Lays each row onto its columns. Clauses differ in width: either most rows have just their figures, or most have
 * as many cells as the widest, those beyond their figures empty. A row that does neither is off its shape.
 */
function layDisclosure(
  rows: readonly DisclosureRow[],
  columns: readonly (readonly string[] | null)[],
): (Fitted | null)[] {
  const cells = mapped(rows, ({ shape }) => shape.values.length)
  const widest = commonest(cells)
  const compact = cells.filter((count, i) => count === columns[i]?.length).length
  const filled = cells.filter((count) => count === widest).length
  let full: ReadonlyMap<RowShape, Frame> | undefined
  // Worked out for the tables that ask for them, which are few.
  const frames = () => {
    full ??= fullRows(
      mapped(rows, ({ shape }) => shape),
      (_, i) => columns[i]?.length,
    )
    return full
  }
  return mapped(rows, ({ shape, header }, i) => {
    const width = columns[i]?.length
    if (width === undefined) return null
    const known = columns[i] === header.ids && header.places.every((x) => x !== undefined)
    const ground = {
      width,
      foreign: [],
      positions: known ? (header.places as number[]) : undefined,
      spans: header.spans,
      proof: noProof,
    }
    const placed = atPlaces(shape, ground)
    if (placed) return exactly(placed)
    const { values } = shape
    const usual = widest === width ? width : compact > filled ? width : compact < filled ? widest : undefined
    // Just a cell narrower than others and not full: a row filled up like those, which lost a figure, looks the same.
    const mayLackOne = values.length === width && widest === width + 1 && values.some(isBlank)
    const whole = values.length === usual && usual >= width && !mayLackOne
    const regular = whole && Math.max(compact, filled) * 2 > rows.length
    // A lone figure where rows are otherwise filled up: nobody loses two empty cells and nothing else.
    const bare = values.length === width && !values.some(isBlank) && (widest ?? 0) - width >= 2
    if ((regular || bare) && values.slice(width).every(isBlank))
      return exactly({ cells: values.slice(0, width), left: [] })
    const first = frames().get(shape)?.first
    const doubled =
      first !== undefined && mayBeDoubled(values, first, width) && !isShared(shape, first, frames())
    // Under a header that stands where it should in a grid, a row with a cell too many holds one that is not its own.
    const overlong = known && values[0]?.colspan !== undefined && values.length > width
    if (first !== undefined && !overlong && !doubled)
      return exactly({ cells: values.slice(first, first + width), left: [] })
    return recoverRows([shape], ground)[0] ?? null
  })
}

/** Whether one of the empty cells around the figures may be a column's own, and a figure be there twice. */
const mayBeDoubled = (values: readonly Cell[], first: number, width: number): boolean =>
  values.length > width &&
  values.slice(first + 1, first + width).some((cell, i) => cell.text === values[first + i]?.text)

/** Whether another row has as many empty cells around its figures: what merged cells leave is seldom left once. */
const isShared = (row: RowShape, first: number, frames: ReadonlyMap<RowShape, Frame>): boolean =>
  [...frames].some(
    ([other, frame]) => other !== row && frame.first === first && other.values.length === row.values.length,
  )

/** How many rows have just the columns of one form and not of the other. */
function rowsByForm(rows: readonly DisclosureRow[]): Record<FormVersion, number> {
  const count = (version: FormVersion) =>
    rows.filter(({ versions }) => versions.length === 1 && versions[0] === version).length
  return { '2019': count('2019'), '2021': count('2021') }
}

/** Where headers are damaged: what rows and columns that only one form has say, if they all say the same. */
function formOfRemains(rows: readonly DisclosureRow[]): FormVersion | null {
  const only = (version: FormVersion) => {
    const others = formVersions.filter((one) => one !== version)
    const has = (row: string, one: FormVersion, column: string) => columnsOf(row, one).includes(column)
    return rows.some(
      ({ row, header }) =>
        (columnsOf(row, version).length > 0 && others.every((one) => columnsOf(row, one).length === 0)) ||
        header.ids.some((id) => has(row, version, id) && others.every((one) => !has(row, one, id))),
    )
  }
  const said = formVersions.filter(only)
  return said.length === 1 ? (said[0] as FormVersion) : null
}

/** The form that most rows follow; null when no row says. A table that mixes both is said to. */
export function disclosureForm(draft: TableDraft, rows: readonly DisclosureRow[]): FormVersion | null {
  const { '2019': older, '2021': newer } = rowsByForm(rows)
  if (older === 0 && newer === 0) return formOfRemains(rows)
  const version = older > newer ? '2019' : '2021'
  if (older > 0 && newer > 0) {
    const found = `2019: ${older}, 2021: ${newer}`
    draft.findings.push(finding('form_mixed', { expected: version, found, params: tableWords('disclosure') }))
  }
  return version
}
