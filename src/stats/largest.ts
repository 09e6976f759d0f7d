import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { counts, flowOf } from './figures.ts'
import { indicatorOf } from './indicators.ts'
import { currentYear } from './years.ts'

/** From how many concluded requests on the disclosure rate of one agency is given. */
export const leastConcluded = 30
/** How many agencies are shown. */
export const mostShown = 15

/** A single body with many requests in a year, and the share of those concluded that it disclosed. */
export interface LargeReceiver {
  readonly agency_id: string
  readonly name: string
  readonly year: number
  readonly received: number
  readonly concluded: number
  readonly disclosed: number
  /** Shares between 0 and 1, with the 95 % Wilson interval. */
  readonly rate: number
  readonly lower: number
  readonly upper: number
}

function receiver(report: ReportFigures, name: string, year: number): LargeReceiver[] {
  const { received, concluded } = flowOf(report)
  const rate = indicatorOf('disclosure_rate', report)
  if (received === null || concluded === null || concluded < leastConcluded || !rate) return []
  const { value, lower, upper, numerator: disclosed } = rate
  if (value === null || lower === null || upper === null || disclosed === null) return []
  return [
    { agency_id: report.agency_id, name, year, received, concluded, disclosed, rate: value, lower, upper },
  ]
}

/** The single bodies that received most in the current year, of those that concluded enough; the busiest first. */
export function largestReceivers(
  reports: readonly ReportFigures[],
  agencies: readonly Agency[],
): { year: number | undefined; receivers: LargeReceiver[]; candidates: number } {
  const names = new Map(agencies.map((agency) => [agency.agency_id, agency.name]))
  const single = reports.filter((report) => counts(report) && report.scope !== 'aggregate')
  const year = currentYear(single.filter((report) => flowOf(report).received !== null))
  const all = single.flatMap((report) =>
    report.year === null || report.year !== year
      ? []
      : receiver(report, names.get(report.agency_id) ?? report.agency_name, report.year),
  )
  const falling = all.sort((a, b) => b.received - a.received || (a.agency_id < b.agency_id ? -1 : 1))
  return { year, receivers: falling.slice(0, mostShown), candidates: all.length }
}
