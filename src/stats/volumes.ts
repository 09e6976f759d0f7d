import type { Atlas } from '../dataset/load.ts'
import { effective, type ReportFigures } from '../model/figures.ts'
import type { Agency, Scope } from '../model/report.ts'
import { type Activity, counts } from './figures.ts'
import { onceFor } from './once.ts'

/** One report as a point: who, when, and how many requests were received, in 件. */
export interface VolumePoint {
  readonly report_id: string
  readonly agency_id: string
  readonly name: string
  readonly year: number
  readonly scope: Scope
  /** Whether the report sums up lower bodies; such reports are never added to others. */
  readonly aggregate: boolean
  readonly activity: Exclude<Activity, 'no_report'>
  /** A count of requests; null when it cannot be read, or is printed as something that is no count. */
  readonly received: number | null
}

/** The reports of a year, of single bodies or aggregate ones. Sum, median and maximum are in 件. */
export interface VolumeYear {
  readonly year: number
  readonly aggregate: boolean
  readonly reports: number
  readonly readable: number
  readonly zero: number
  /** Null without a readable report; never given for aggregate reports, which may contain one another. */
  readonly sum: number | null
  readonly median: number | null
  readonly max: number | null
}

// A count below 0 or with a fraction stays in the dataset as printed; it has no place on an axis of counts.
const countOf = (value: number | null) =>
  value !== null && value >= 0 && Number.isInteger(value) ? value : null

/** Every report that counts and has a year, as a point; sorted by year, then by id. */
export function volumePoints(reports: readonly ReportFigures[], agencies: readonly Agency[]): VolumePoint[] {
  const names = new Map(agencies.map((agency) => [agency.agency_id, agency.name]))
  const points = reports.filter(counts).flatMap((report): VolumePoint[] => {
    if (report.year === null) return []
    const received = countOf(effective(report, 'requests.received.total'))
    return [
      {
        report_id: report.report_id,
        agency_id: report.agency_id,
        name: names.get(report.agency_id) || report.agency_name,
        year: report.year,
        scope: report.scope,
        aggregate: report.scope === 'aggregate',
        activity: received === null ? 'unreadable' : received === 0 ? 'zero' : 'some',
        received,
      },
    ]
  })
  return points.sort((a, b) => a.year - b.year || (a.report_id < b.report_id ? -1 : 1))
}

/** The points of an atlas, worked out once. */
export const pointsOfAll: (atlas: Pick<Atlas, 'agencies' | 'reports'>) => readonly VolumePoint[] = onceFor(
  ({ reports, agencies }) => volumePoints(reports, agencies),
)

/** The middle value, or the mean of the two middle ones; null of nothing. `sorted` ascends. */
function medianOf(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Sums up points by year, single bodies and aggregate reports apart; once for a list of points. */
export const volumeYears: (points: readonly VolumePoint[]) => readonly VolumeYear[] = onceFor(sumUp)

function sumUp(points: readonly VolumePoint[]): VolumeYear[] {
  const groups = Map.groupBy(points, (point) => `${point.year} ${point.aggregate ? 1 : 0}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members
      if (!first) return []
      const values = members
        .flatMap((one) => (one.received === null ? [] : [one.received]))
        .sort((a, b) => a - b)
      const { year, aggregate } = first
      const sum = values.length === 0 || aggregate ? null : values.reduce((a, b) => a + b, 0)
      return [
        {
          year,
          aggregate,
          reports: members.length,
          readable: values.length,
          zero: values.filter((value) => value === 0).length,
          sum,
          median: medianOf(values),
          max: values.at(-1) ?? null,
        },
      ]
    })
}

/** What part of all requests the busiest `part` of the bodies received; null when there were none. */
export function shareOfBusiest(points: readonly VolumePoint[], part: number): number | null {
  const values = points.flatMap((one) => (one.received === null ? [] : [one.received])).sort((a, b) => b - a)
  const sum = values.reduce((a, b) => a + b, 0)
  const busiest = values.slice(0, Math.ceil(values.length * part)).reduce((a, b) => a + b, 0)
  return sum === 0 ? null : busiest / sum
}
