import type { CellId } from '../model/cells.ts'
import type { Report } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'

/** The value of one cell of a report, or undefined when its form has no such cell. */
export function cellOf(report: Report, id: CellId): CellValue | undefined {
  return report.cells.find((cell) => cell.cell_id === id)
}

/** What statistics use for a cell; null when it is not there, not readable, or not proved. */
export function effective(report: Report, id: CellId): number | null {
  return cellOf(report, id)?.effective_value ?? null
}

/** Whether the report counts: not superseded by another file for the same agency and year. */
export const counts = (report: Report): boolean => report.status !== 'superseded'

/** The four counts of the total column that describe the flow of requests in a year; each in 件. */
export interface Flow {
  readonly received: number | null
  readonly carriedIn: number | null
  readonly concluded: number | null
  readonly carriedOut: number | null
}
export function flowOf(report: Report): Flow {
  return {
    received: effective(report, 'requests.received.total'),
    carriedIn: effective(report, 'requests.carried_in.total'),
    concluded: effective(report, 'requests.concluded.total'),
    carriedOut: effective(report, 'requests.carried_out.total'),
  }
}

/** The state of an agency and year, in the four marks used throughout: filled, hollow, hatched, cross. */
export type Activity = 'some' | 'zero' | 'unreadable' | 'no_report'
export function activityOf(report: Report | undefined): Activity {
  if (!report) return 'no_report'
  const { received } = flowOf(report)
  if (received === null) return 'unreadable'
  return received === 0 ? 'zero' : 'some'
}
