import type { Agency } from '../model/report.ts'
import type { Region, Regions } from './regions.ts'
import type { AgencyLine, YearMark } from './series.ts'

/** What is held of an agency and a year. */
export const coverageStates = ['reported', 'unreadable', 'missing', 'not_expected'] as const
export type CoverageState = (typeof coverageStates)[number]

/**
 * Whether a report is held, and whether one could be expected: from the first year that one is held for, until the
 * last where another body has taken over. Before the first, nothing says that the agency was there, or reported.
 */
export function coverageOf(agency: Agency, { year, activity }: YearMark): CoverageState {
  if (activity === 'unreadable') return 'unreadable'
  if (activity !== 'no_report') return 'reported'
  const before = agency.first_year === null || year < agency.first_year
  const after = Boolean(agency.merged_into) && year > (agency.last_year ?? 0)
  return before || after ? 'not_expected' : 'missing'
}

/** How many agencies are in each state. */
export type CoverageCount = Readonly<Record<CoverageState, number>>

/** The states of agencies in each year, in the order of the years. */
export function coverageByYear(
  lines: readonly AgencyLine[],
  years: readonly number[],
): { readonly year: number; readonly count: CoverageCount }[] {
  return years.map((year, i) => {
    const count = { reported: 0, unreadable: 0, missing: 0, not_expected: 0 }
    for (const { agency, marks } of lines) {
      const mark = marks[i]
      if (mark) count[coverageOf(agency, mark)] += 1
    }
    return { year, count }
  })
}

/** More agencies than this are divided over several pages. */
const mostOnPage = 600

/** A page of agencies by year: a region, or those that lie in none. */
export interface CoveragePage {
  readonly id: string
  readonly region: Region | null
  /** The agencies listed on it. */
  readonly agencies: readonly Agency[]
  /** The pages of its smaller regions, where it is divided. */
  readonly below: readonly CoveragePage[]
}

function pageOf(region: Region): CoveragePage {
  const whole = region.agencies.length <= mostOnPage || region.regions.length === 0
  if (whole) return { id: region.id, region, agencies: region.agencies, below: [] }
  const under = new Set(region.regions.flatMap((one) => one.agencies))
  return {
    id: region.id,
    region,
    agencies: region.agencies.filter((agency) => !under.has(agency)),
    below: region.regions.map(pageOf),
  }
}

/** Whether all agencies stand on one page. */
export const isWhole = (agencies: readonly Agency[]): boolean => agencies.length <= mostOnPage

/** The pages of the provinces and of the agencies that lie in none, the first ones only. */
export function coveragePages({ provinces, elsewhere }: Regions): CoveragePage[] {
  const others = { id: 'elsewhere', region: null, agencies: elsewhere, below: [] }
  return [...provinces.map(pageOf), ...(elsewhere.length ? [others] : [])]
}

/** All pages, those of smaller regions included. */
export const allPages = (pages: readonly CoveragePage[]): CoveragePage[] =>
  pages.flatMap((page) => [page, ...allPages(page.below)])

/** The agencies of a page and of those below it. */
export const agenciesUnder = (page: CoveragePage): Agency[] => [
  ...page.agencies,
  ...page.below.flatMap(agenciesUnder),
]
