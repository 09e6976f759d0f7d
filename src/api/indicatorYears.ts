import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import { hashShown } from '../site/pagesToRender.ts'
import type { SitePart, SiteParts } from '../site/siteParts.ts'
import { indicators, indicatorsOf, previousReports } from '../stats/indicators.ts'
import { type IndicatorYear, yearOfIndicator } from './members.ts'
import { apiPath } from './openApi.ts'
import type { IndicatorFile } from './schemas.ts'

/** What the files of indicators say of a year, by indicator. */
export type YearOfIndicators = Readonly<Record<string, IndicatorFile['years'][number]>>

/** What an earlier site says of a year; null where that may be something else by now. */
export type EarlierYears = (year: number) => YearOfIndicators | null

/** Single bodies alone: aggregate reports hold others. */
const isOfYear = (report: ReportFigures): boolean => report.year !== null && report.scope !== 'aggregate'

/** The indicators of all reports for a year. */
function yearOf(
  year: number,
  reports: readonly ReportFigures[],
  previous: ReadonlyMap<string, ReportFigures>,
): YearOfIndicators {
  const found: Record<string, IndicatorYear> = {}
  for (const report of reports) {
    for (const { indicator_id, basis, value } of indicatorsOf(report, previous.get(report.report_id))) {
      found[indicator_id] ??= { bases: {}, values: [] }
      const { bases, values } = found[indicator_id]
      bases[basis] = (bases[basis] ?? 0) + 1
      if (value !== null) values.push(value)
    }
  }
  return Object.fromEntries(Object.entries(found).map(([id, one]) => [id, yearOfIndicator(year, one)]))
}

/** The years of every indicator, from the first to the last; those that an earlier site has are taken from there. */
export function indicatorYears(
  { reports }: Atlas,
  earlier: EarlierYears,
): Map<string, IndicatorFile['years']> {
  const byYear = Map.groupBy(reports.filter(isOfYear), (report) => report.year as number)
  const previous = previousReports(reports)
  const years = [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => earlier(year) ?? yearOf(year, own, previous))
  return new Map(
    Object.keys(indicators).map((id) => [id, years.flatMap((year) => (year[id] ? [year[id]] : []))]),
  )
}

const partOf = (year: number): string => `${apiPath}indicators/${year}`

/** The years as parts of a site: what is said of one follows from its reports and those of the year before. */
export function partsOfYears({ reports }: Atlas): SiteParts {
  const byYear = Map.groupBy(reports, (report) => report.year)
  const digestsOf = (year: number) => byYear.get(year)?.map(({ digest }) => digest) ?? []
  const parts: Record<string, SitePart> = {}
  for (const year of byYear.keys()) {
    if (year !== null)
      parts[partOf(year)] = { hash: hashShown([digestsOf(year), digestsOf(year - 1)]), files: [] }
  }
  return parts
}

/**
 * What the files of an earlier site say of the years that are as they were then.
 *
 * @param now `partsOfYears` of what there is now
 */
export function earlierYears(site: string, before: SiteParts, now: SiteParts): EarlierYears {
  let files: readonly IndicatorFile[] | null | undefined
  return (year) => {
    const hash = before[partOf(year)]?.hash
    if (hash === undefined || hash !== now[partOf(year)]?.hash) return null
    if (files === undefined) files = readFiles(site)
    if (files === null) return null
    const entries = files.flatMap(({ indicator_id, years }) =>
      years.filter((one) => one.year === year).map((one) => [indicator_id, one] as const),
    )
    return Object.fromEntries(entries)
  }
}

/** The files of all indicators; null where one cannot be read. */
function readFiles(site: string): IndicatorFile[] | null {
  const read = (id: string) => readFileSync(join(site, apiPath, `indicators/${id}.json`), 'utf8')
  try {
    return Object.keys(indicators).map((id) => JSON.parse(read(id)) as IndicatorFile)
  } catch {
    return null
  }
}
