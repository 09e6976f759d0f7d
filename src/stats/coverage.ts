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

/** A page of agencies by year: a region, or those that lie in none; or a part of either, where it has too many. */
export interface CoveragePage {
  readonly id: string
  readonly region: Region | null
  /** Which part it is, from 1; null of a page that is whole. */
  readonly part: number | null
  /** The agencies listed on it. */
  readonly agencies: readonly Agency[]
  /** The pages of its smaller regions, where it is divided. */
  readonly below: readonly CoveragePage[]
}

/** A page; of agencies that are too many for it, one that leads to its parts. */
function pageWith(
  id: string,
  region: Region | null,
  agencies: readonly Agency[],
  below: readonly CoveragePage[] = [],
): CoveragePage {
  if (agencies.length <= mostOnPage) return { id, region, part: null, agencies, below }
  const parts = Array.from({ length: Math.ceil(agencies.length / mostOnPage) }, (_, i): CoveragePage => {
    const own = agencies.slice(i * mostOnPage, (i + 1) * mostOnPage)
    return { id: `${id}-${i + 1}`, region, part: i + 1, agencies: own, below: [] }
  })
  return { id, region, part: null, agencies: [], below: [...parts, ...below] }
}

function pageOf(region: Region): CoveragePage {
  if (region.agencies.length <= mostOnPage) return pageWith(region.id, region, region.agencies)
  const under = new Set(region.regions.flatMap((one) => one.agencies))
  const own = region.agencies.filter((agency) => !under.has(agency))
  return pageWith(region.id, region, own, region.regions.map(pageOf))
}

/** Whether all agencies stand on one page. */
export const isWhole = (agencies: readonly Agency[]): boolean => agencies.length <= mostOnPage

/** The pages of the provinces and of the agencies that lie in none, the first ones only. */
export function coveragePages({ provinces, elsewhere }: Regions): CoveragePage[] {
  const others = elsewhere.length ? [pageWith('elsewhere', null, elsewhere)] : []
  return [...provinces.map(pageOf), ...others]
}

/** All pages, those of smaller regions included. */
export const allPages = (pages: readonly CoveragePage[]): CoveragePage[] =>
  pages.flatMap((page) => [page, ...allPages(page.below)])

/** The agencies of a page and of those below it. */
export const agenciesUnder = (page: CoveragePage): Agency[] => [
  ...page.agencies,
  ...page.below.flatMap(agenciesUnder),
]
