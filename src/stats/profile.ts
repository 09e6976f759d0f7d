import type { Atlas } from '../dataset/load.ts'
import type { Agency, Report } from '../model/report.ts'
import { type Flow, flowOf } from './figures.ts'
import { type IndicatorValue, indicatorsOf } from './indicators.ts'
import { type Peers, peersOfAll } from './peers.ts'
import { seriesOf } from './series.ts'
import { volumePoints } from './volumes.ts'

/** Everything the profile of one agency shows. */
export interface Profile {
  readonly agency: Agency
  /** The reports that count, latest first. */
  readonly reports: readonly Report[]
  /** Files for a year for which another file counts. */
  readonly superseded: readonly Report[]
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
  const peers = peersOfAll(volumePoints(atlas.reports, atlas.agencies), atlas.agencies)
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
  readonly report: Report
  readonly disclosure: IndicatorValue | undefined
}
export function yearFigures(report: Report): YearFigures {
  const disclosure = indicatorsOf(report).find((one) => one.indicator_id === 'disclosure_rate')
  return { report, ...flowOf(report), disclosure }
}

/** How certain the figures of a report are: how many of its cells are what. */
export interface Certainty {
  readonly cells: number
  readonly printed: number
  readonly proved: number
  /** Neither printed as a number nor proved. */
  readonly unknown: number
  readonly recovered: number
  readonly contradictions: number
}
export function certaintyOf(report: Report): Certainty {
  const count = (test: (cell: Report['cells'][number]) => boolean) => report.cells.filter(test).length
  return {
    cells: report.cells.length,
    printed: count((cell) => cell.kind === 'number'),
    proved: count((cell) => cell.kind !== 'number' && cell.effective_value !== null),
    unknown: count((cell) => cell.kind !== 'number' && cell.effective_value === null),
    recovered: count((cell) => cell.reading === 'recovered'),
    contradictions: report.issues.filter((issue) => issue.class === 'published').length,
  }
}
