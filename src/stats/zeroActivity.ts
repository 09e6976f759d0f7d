import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { type Activity, activityOf, counts } from './figures.ts'
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

/** Counts of a group so far. */
interface Counted {
  reports: number
  readable: number
  zero: number
}

function count(counted: Counted, activity: Activity): void {
  counted.reports += 1
  if (activity === 'zero' || activity === 'some') counted.readable += 1
  if (activity === 'zero') counted.zero += 1
}

function rowOf(
  year: number,
  group_by: GroupBy,
  group: string,
  { reports, readable, zero }: Counted,
): ZeroActivity {
  const share = wilson(zero, readable)
  return {
    year,
    group_by,
    group,
    reports,
    readable,
    zero,
    rate: share?.value ?? null,
    lower: share?.lower ?? null,
    upper: share?.upper ?? null,
  }
}

/** Of each grouping, the groups of a year. */
type Groups = Readonly<Record<GroupBy, Map<string, Counted>>>

const groupings = ['all', 'level', 'type', 'province'] as const satisfies readonly GroupBy[]

/** The group of a report of an agency; of one that is not known, `unknown`. */
const groupOf: Readonly<Record<GroupBy, (agency: Agency | undefined) => string>> = {
  all: () => 'all',
  level: (agency) => agency?.level ?? 'unknown',
  type: (agency) => agency?.type ?? 'unknown',
  province: (agency) => agency?.province || 'unknown',
}

/** The zero-activity rates of every year, for all and by level, type and province; sorted by year and group. */
export function zeroActivity(reports: readonly ReportFigures[], agencies: readonly Agency[]): ZeroActivity[] {
  const agencyOf = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const years = new Map<number, Groups>()
  for (const report of reports) {
    if (!counts(report) || report.year === null) continue
    const groups = years.get(report.year) ?? {
      all: new Map(),
      level: new Map(),
      type: new Map(),
      province: new Map(),
    }
    years.set(report.year, groups)
    const [activity, agency] = [activityOf(report), agencyOf.get(report.agency_id)]
    for (const by of groupings) {
      const group = groupOf[by](agency)
      const counted = groups[by].get(group) ?? { reports: 0, readable: 0, zero: 0 }
      groups[by].set(group, counted)
      count(counted, activity)
    }
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, groups]) =>
      groupings.flatMap((by) =>
        [...groups[by]]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([group, counted]) => rowOf(year, by, group, counted)),
      ),
    )
}
