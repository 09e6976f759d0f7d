import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { type Level, levels } from '../model/report.ts'
import { counts, flowOf } from './figures.ts'
import { currentYear } from './years.ts'

/** How many agencies a comparison begins with at most. */
const mostTogether = 4

/** Agencies that a comparison can begin with: those of one level that received most in a year. */
export interface StartingPoint {
  readonly level: Level
  readonly year: number
  /** At least two; the busiest first. */
  readonly agencies: readonly Pick<Agency, 'agency_id' | 'name'>[]
  /** Whether these received requests and all others fewer: else they are some of those that are alike. */
  readonly areBusiest: boolean
}

/**
 * For each level the single bodies with most requests of the current year, as pairs that are fair to compare: of
 * one level, one year and one scope. Levels with fewer than two readable reports are left out.
 */
export function startingPoints(
  reports: readonly ReportFigures[],
  agencies: readonly Agency[],
): StartingPoint[] {
  const byId = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const readable = reports.flatMap((report) => {
    const { received } = flowOf(report)
    const agency = byId.get(report.agency_id)
    const isSingle = counts(report) && report.scope !== 'aggregate'
    return isSingle && agency && received !== null ? [{ report, agency, received }] : []
  })
  return levels.flatMap((level) => {
    const ofLevel = readable.filter(({ agency }) => agency.level === level)
    const year = currentYear(ofLevel.map(({ report }) => report))
    if (year === undefined || level === 'unknown') return []
    const falling = ofLevel
      .filter(({ report }) => report.year === year)
      .sort((a, b) => b.received - a.received || (a.agency.agency_id < b.agency.agency_id ? -1 : 1))
    const chosen = falling.slice(0, mostTogether)
    const least = chosen.at(-1)?.received ?? 0
    const areBusiest = least > 0 && least > (falling[mostTogether]?.received ?? 0)
    const agencies = chosen.map(({ agency: { agency_id, name } }) => ({ agency_id, name }))
    return agencies.length < 2 ? [] : [{ level, year, agencies, areBusiest }]
  })
}
