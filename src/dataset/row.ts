import {
  countCells,
  countIssues,
  figuresOfCells,
  type ReportFigures,
  readFigures,
  writeFigures,
} from '../model/figures.ts'
import type { Finding } from '../model/issue.ts'
import type { Source } from '../model/report.ts'
import type { FileReading, ReadReport } from './report.ts'

/** A report before it is seen beside all others, without what it says of single cells and sentences. */
export type ReportRow = Omit<ReadReport, 'cells' | 'stated' | 'findings'> &
  Pick<ReportFigures, 'figures' | 'cell_counts' | 'issue_counts'>

/** One reading as it is put beside all others. All rows can be in memory at once; the readings cannot. */
export interface ReadingRow {
  readonly source: Source
  readonly report: ReportRow | null
  /** Of a file that gave no report: why. */
  readonly findings: readonly Finding[]
}

/** The row of a reading. */
export function rowOf({ source, report, findings }: FileReading): ReadingRow {
  if (!report) return { source, report, findings }
  const { cells, stated: _, findings: found, ...about } = report
  const counted = {
    figures: figuresOfCells(cells),
    cell_counts: countCells(cells),
    issue_counts: countIssues(found),
  }
  return { source, report: { ...about, ...counted }, findings }
}

/** A row as JSON has it: its source once, its figures as text. */
interface ListedRow extends Omit<ReadingRow, 'report'> {
  readonly report:
    | (Omit<ReportRow, 'source' | 'figures'> & { source: Source | null; figures: unknown })
    | null
}

/** A row as JSON. */
export function textOfRow({ report, ...row }: ReadingRow): string {
  const listed = report && { ...report, source: null, figures: writeFigures(report.figures) }
  return JSON.stringify({ ...row, report: listed } satisfies ListedRow)
}

/** The row of its JSON. */
export const rowInText = (text: string): ReadingRow => rowOfListed(JSON.parse(text) as ListedRow)

/** The rows of the JSON of a list of them. */
export const rowsInText = (text: string): ReadingRow[] => (JSON.parse(text) as ListedRow[]).map(rowOfListed)

/** Completes a row in place, as no one else has it: there may be a hundred thousand. */
function rowOfListed(row: ListedRow): ReadingRow {
  if (row.report) {
    row.report.source = row.source
    row.report.figures = readFigures(row.report.figures as string)
  }
  return row as ReadingRow
}
