import type { Atlas } from '../dataset/load.ts'
import { issueCount, type ReportFigures } from '../model/figures.ts'
import { isContradiction } from '../model/issue.ts'
import type { Agency } from '../model/report.ts'
import { type Flow, flowOf } from './figures.ts'
import { type IndicatorValue, indicatorOf } from './indicators.ts'
import { type Peers, peersOfAll } from './peers.ts'
import { seriesOf } from './series.ts'
import { pointsOfAll } from './volumes.ts'

/** Everything the profile of one agency shows. */
export interface Profile {
  readonly agency: Agency
  /** The reports that count, latest first. */
  readonly reports: readonly ReportFigures[]
  /** Files for a year for which another file counts. */
  readonly superseded: readonly ReportFigures[]
  /** The years of the whole atlas, so that the lines of all agencies can be compared. */
  readonly years: readonly number[]
  /** Where it stands among its peers in the year of its latest report. */
  readonly peers: Peers | undefined
}

/** The profiles of all agencies, made in one go: what all share is worked out once. */
export function profiles(atlas: Atlas): Profile[] {
  const { byAgency, years } = seriesOf(atlas.reports)
  const superseded = Map.groupBy(
    atlas.reports.filter((report) => report.status === 'superseded'),
    (report) => report.agency_id,
  )
  const peers = peersOfAll(pointsOfAll(atlas), atlas.agencies)
  return atlas.agencies.map((agency) => {
    const reports = (byAgency.get(agency.agency_id) ?? []).toReversed()
    return {
      agency,
      reports,
      superseded: superseded.get(agency.agency_id) ?? [],
      years,
      peers: peers.get(agency.agency_id),
    }
  })
}

/** The figures of one year as the profile states them. */
export interface YearFigures extends Flow {
  readonly report: ReportFigures
  readonly disclosure: IndicatorValue | undefined
}
export function yearFigures(report: ReportFigures): YearFigures {
  const disclosure = indicatorOf('disclosure_rate', report)
  return { report, ...flowOf(report), disclosure }
}

/** How many issues of a report say that its own figures contradict each other. */
export const contradictionsOf = (report: ReportFigures): number => issueCount(report, isContradiction)
