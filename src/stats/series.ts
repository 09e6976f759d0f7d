import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { type Activity, activityOf, counts, flowOf } from './figures.ts'
import { onceFor } from './once.ts'

/** The reports that count of each agency, earliest year first. */
export function reportsByAgency(
  reports: readonly ReportFigures[],
): ReadonlyMap<string, readonly ReportFigures[]> {
  const dated = reports.filter((report) => counts(report) && report.year !== null)
  const sorted = dated.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return Map.groupBy(sorted, (report) => report.agency_id)
}

/** Every year from the first report to the last, those without a report included. */
export function yearsOf(reports: readonly ReportFigures[]): number[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { year } of reports.filter(counts)) {
    if (year === null) continue
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The state of one agency in one year. */
export interface YearMark {
  readonly year: number
  readonly activity: Activity
  readonly report: ReportFigures | undefined
}

/** The line of marks of one agency. `reports` are its own, `years` those of the whole atlas. */
export function marksOf(reports: readonly ReportFigures[], years: readonly number[]): YearMark[] {
  const byYear = new Map(reports.map((report) => [report.year, report]))
  return years.map((year) => {
    const report = byYear.get(year)
    return { year, activity: activityOf(report), report }
  })
}

export interface AgencyLine {
  readonly agency: Agency
  readonly marks: readonly YearMark[]
}

/** All that a page shows of the line of an agency, besides words: when it is the same, so is the line. */
export const shownInLine = ({ agency, marks }: AgencyLine): unknown => [
  agency,
  marks.map(({ activity, report }) => [activity, report && [flowOf(report).received, report.published_on]]),
]

interface Series {
  readonly byAgency: ReadonlyMap<string, readonly ReportFigures[]>
  readonly years: readonly number[]
}

/** The reports of each agency and the years of all, worked out once for a list of reports. */
export const seriesOf: (reports: readonly ReportFigures[]) => Series = onceFor((reports) => ({
  byAgency: reportsByAgency(reports),
  years: yearsOf(reports),
}))

/** The line of marks of every agency, in the order of `agencies`. */
export function agencyLines(agencies: readonly Agency[], reports: readonly ReportFigures[]): AgencyLine[] {
  const { byAgency, years } = seriesOf(reports)
  return agencies.map((agency) => ({ agency, marks: marksOf(byAgency.get(agency.agency_id) ?? [], years) }))
}

/** The line of every agency of an atlas, in the order of their ids. */
export const linesOfAll: (atlas: Pick<Atlas, 'agencies' | 'reports'>) => readonly AgencyLine[] = onceFor(
  ({ agencies, reports }) => agencyLines(agencies, reports),
)
