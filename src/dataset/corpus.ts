import { sha256 } from '../ingest/discover.ts'
import type { Issue } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import type { Assembled } from './assemble.ts'
import { type Atlas, loadAtlas, loadReport } from './load.ts'
import { issuesIn } from './write/issueFiles.ts'
import { issueShards } from './write/layout.ts'

/**
 * What the dataset is made from. What is known of all reports is there at once; the reports themselves, with
 * their cells, and the issues come one after the other, so that never all of them are in memory.
 */
export interface Corpus {
  /** Where `corpusIn` finds the same; null of a corpus that is in memory only. */
  readonly folder: string | null
  readonly atlas: Atlas
  /** The years that reports are for, ascending; null last, when there are reports without a year. */
  readonly years: readonly (number | null)[]
  /** The reports of a year, superseded ones included, sorted by id. */
  reportsOf(year: number | null): Iterable<Report>
  /** Every issue, those of files that gave no report included, sorted by id. */
  issues(): Iterable<Issue>
}

/** The name of a year in file names; reports without one are `undated`. */
export const yearName = (year: number | null): string => String(year ?? 'undated')

/** The years of reports, ascending; null last. */
export const yearsOfReports = (reports: readonly { readonly year: number | null }[]): (number | null)[] =>
  [...new Set(reports.map((report) => report.year))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  )

/** A hash of all that is known of the reports of each year, by the name of the year. */
export const digestsOfYears = ({ reports }: Atlas): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(reports, (report) => report.year)].map(([year, ofYear]) => [
      yearName(year),
      sha256(JSON.stringify(ofYear.map(({ report_id, digest }) => [report_id, digest]))),
    ]),
  )

/** The corpus that `ingest` wrote into a folder. */
export function corpusIn(normalized: string): Corpus {
  const atlas = loadAtlas(normalized)
  const byYear = Map.groupBy(atlas.reports, (report) => report.year)
  return {
    folder: normalized,
    atlas,
    years: yearsOfReports(atlas.reports),
    *reportsOf(year) {
      for (const { report_id } of byYear.get(year) ?? []) yield loadReport(report_id, normalized)
    },
    *issues() {
      for (const shard of issueShards) yield* issuesIn(normalized, shard)
    },
  }
}

/** A corpus of reports that are in memory. */
export function corpusOf({ atlas, reports, issues }: Assembled): Corpus {
  return {
    folder: null,
    atlas,
    years: yearsOfReports(reports),
    reportsOf: (year) => reports.filter((report) => report.year === year),
    issues: () => issues,
  }
}
