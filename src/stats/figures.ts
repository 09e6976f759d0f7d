import { effective, type ReportFigures } from '../model/figures.ts'

/** Whether the report counts: not superseded by another file for the same agency and year. */
export const counts = (report: Pick<ReportFigures, 'status'>): boolean => report.status !== 'superseded'

/** The four counts of the total column that describe the flow of requests in a year; each in 件. */
export interface Flow {
  readonly received: number | null
  readonly carriedIn: number | null
  readonly concluded: number | null
  readonly carriedOut: number | null
}
export function flowOf(report: ReportFigures): Flow {
  return {
    received: effective(report, 'requests.received.total'),
    carriedIn: effective(report, 'requests.carried_in.total'),
    concluded: effective(report, 'requests.concluded.total'),
    carriedOut: effective(report, 'requests.carried_out.total'),
  }
}

/** The state of an agency and year, in the four marks used throughout: filled, hollow, hatched, cross. */
export type Activity = 'some' | 'zero' | 'unreadable' | 'no_report'
export function activityOf(report: ReportFigures | undefined): Activity {
  if (!report) return 'no_report'
  const received = effective(report, 'requests.received.total')
  if (received === null) return 'unreadable'
  return received === 0 ? 'zero' : 'some'
}
