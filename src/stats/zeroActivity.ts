import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { activityOf, counts } from './figures.ts'
import { wilson } from './wilson.ts'

export type GroupBy = 'all' | 'level' | 'type' | 'province'

/** How many reports of a year and group received no request at all. */
export interface ZeroActivity {
  readonly year: number
  readonly group_by: GroupBy
  readonly group: string
  /** Reports that count, aggregate ones included: a report is counted here, nothing is added up. */
  readonly reports: number
  /** Those of them whose number of new requests could be read: the denominator. */
  readonly readable: number
  readonly zero: number
  /** Share between 0 and 1 with its 95 % Wilson interval; null without a readable report. */
  readonly rate: number | null
  readonly lower: number | null
  readonly upper: number | null
}

function measure(
  year: number,
  group_by: GroupBy,
  group: string,
  reports: readonly ReportFigures[],
): ZeroActivity {
  const states = reports.map(activityOf)
  const readable = states.filter((state) => state === 'zero' || state === 'some').length
  const zero = states.filter((state) => state === 'zero').length
  const share = wilson(zero, readable)
  return {
    year,
    group_by,
    group,
    reports: reports.length,
    readable,
    zero,
    rate: share?.value ?? null,
    lower: share?.lower ?? null,
    upper: share?.upper ?? null,
  }
}

/** The zero-activity rates of every year, for all and by level, type and province; sorted by year and group. */
export function zeroActivity(reports: readonly ReportFigures[], agencies: readonly Agency[]): ZeroActivity[] {
  const agencyOf = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const groupers: readonly [GroupBy, (report: ReportFigures) => string][] = [
    ['all', () => 'all'],
    ['level', (report) => agencyOf.get(report.agency_id)?.level ?? 'unknown'],
    ['type', (report) => agencyOf.get(report.agency_id)?.type ?? 'unknown'],
    ['province', (report) => agencyOf.get(report.agency_id)?.province || 'unknown'],
  ]
  const byYear = Map.groupBy(reports.filter(counts), (report) => report.year)
  const rows: ZeroActivity[] = []
  for (const [year, ofYear] of [...byYear].sort(([a], [b]) => (a ?? 0) - (b ?? 0))) {
    if (year === null) continue
    for (const [groupBy, groupOf] of groupers) {
      for (const [group, members] of [...Map.groupBy(ofYear, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1))) {
        rows.push(measure(year, groupBy, group, members))
      }
    }
  }
  return rows
}
