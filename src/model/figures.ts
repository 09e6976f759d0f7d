import { hash } from 'node:crypto'
import { type CellId, cellIn, cellPlaces } from './cells.ts'
import type { TableId } from './form.ts'
import type { IssueCode } from './issue.ts'
import type { Report } from './report.ts'
import type { CellValue } from './values.ts'

/** What statistics use of the cells of a report, by the place of the cell among those of both forms. */
export type Figures = Int16Array | Float64Array

/** How many of the cells of a report are what. */
export interface CellCounts {
  readonly cells: number
  /** Printed as a number. */
  readonly printed: number
  /** Not printed as a number, but proved. */
  readonly proved: number
  /** Neither printed as a number nor proved. */
  readonly unknown: number
  /** In a row whose shape had to be worked out. */
  readonly recovered: number
}

/** What a report says of single cells and sentences. */
type Printed = 'cells' | 'stated' | 'evidence' | 'superseded_by' | 'issues'

/**
 * A report as lists, statistics and charts use it: who and when, with figures but without what is printed. Of
 * these all can be in memory at once, about 1 KB each; whole reports are loaded one at a time.
 */
export interface ReportFigures extends Omit<Report, Printed> {
  /** Read them with `effective`. */
  readonly figures: Figures
  readonly cell_counts: CellCounts
  /** Changes whenever anything of the report does. */
  readonly digest: string
  /** How many issues of each kind it has. */
  readonly issue_counts: Readonly<Partial<Record<IssueCode, number>>>
}

/** Stands for "unknown" among figures that fit in 16 bits, which nearly all do. */
const unknown16 = -32768
/** In plain comparisons, since an atlas has millions of figures; `-0` is equal to 0, but not 0. */
const fits = (value: number): boolean =>
  value === (value << 16) >> 16 && value !== unknown16 && (value !== 0 || 1 / value > 0)

/** Figures in the least memory that holds them exactly; null where unknown. */
export function packFigures(values: readonly (number | null)[]): Figures {
  const small = new Int16Array(values.length)
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? null
    if (value === null) small[place] = unknown16
    else if (fits(value)) small[place] = value
    else return Float64Array.from(values, (each) => each ?? Number.NaN)
  }
  return small
}

/** Figures as text, to be kept with their report: what a number takes, and the bytes of all in base64. */
export const writeFigures = (figures: Figures): string =>
  (figures instanceof Int16Array ? 'i' : 'd') +
  Buffer.from(figures.buffer, figures.byteOffset, figures.byteLength).toString('base64')

/** Figures from their text. */
export function readFigures(text: string): Figures {
  const bytes = text.slice(1)
  const length = Buffer.byteLength(bytes, 'base64')
  const figures = text.startsWith('i') ? new Int16Array(length / 2) : new Float64Array(length / 8)
  Buffer.from(figures.buffer).write(bytes, 'base64')
  return figures
}

/** The figure of a cell by its place; null where unknown. */
export function figureAt(figures: Figures, place: number): number | null {
  const value = figures[place]
  if (value === undefined || Number.isNaN(value)) return null
  return value === unknown16 && figures instanceof Int16Array ? null : value
}

/** What statistics use for a cell; null when it is not there, not readable, or not proved. */
export function effective({ figures }: Pick<ReportFigures, 'figures'>, id: CellId): number | null {
  const place = cellPlaces.get(id)
  return place === undefined ? null : figureAt(figures, place)
}

/** The same for the cell of a row and a column of a table. */
export function effectiveIn(
  { figures }: Pick<ReportFigures, 'figures'>,
  table: TableId,
  row: string,
  column: string,
): number | null {
  const place = cellIn(table, row, column)?.place
  return place === undefined ? null : figureAt(figures, place)
}

/** The figures of the cells of a report. */
export function figuresOfCells(cells: readonly CellValue[]): Figures {
  const values = new Array<number | null>(cellPlaces.size).fill(null)
  for (const cell of cells) {
    const place = cellPlaces.get(cell.cell_id)
    if (place !== undefined) values[place] = cell.effective_value
  }
  return packFigures(values)
}

/** How many of some cells are what. */
export function countCells(cells: readonly CellValue[]): CellCounts {
  const of = (test: (cell: CellValue) => boolean) => cells.filter(test).length
  return {
    cells: cells.length,
    printed: of((cell) => cell.kind === 'number'),
    proved: of((cell) => cell.kind !== 'number' && cell.effective_value !== null),
    unknown: of((cell) => cell.kind !== 'number' && cell.effective_value === null),
    recovered: of((cell) => cell.reading === 'recovered'),
  }
}

/** How many issues, or findings, there are of each kind. */
export function countIssues(issues: readonly { readonly code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** What lists, statistics and charts use of a report. */
export function figuresOf(report: Report): ReportFigures {
  const { cells, stated: _, evidence: __, superseded_by: ___, issues, ...about } = report
  return {
    ...about,
    digest: hash('sha256', JSON.stringify(report)),
    figures: figuresOfCells(cells),
    cell_counts: countCells(cells),
    issue_counts: countIssues(issues),
  }
}

/** How many issues of a report pass a test by their kind. */
export function issueCount(
  { issue_counts }: Pick<ReportFigures, 'issue_counts'>,
  test: (code: IssueCode) => boolean = () => true,
): number {
  let count = 0
  for (const [code, times] of Object.entries(issue_counts)) if (test(code as IssueCode)) count += times
  return count
}
