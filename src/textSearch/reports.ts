import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import { levels } from '../model/report.ts'
import { counts } from '../stats/figures.ts'
import { yearName } from './files.ts'

/** Whether the text of the reports can be searched: unless `GONGKAI_TEXT_SEARCH` is `0`. */
export const isTextSearched = (): boolean => process.env['GONGKAI_TEXT_SEARCH'] !== '0'

/** The reports that count by year, the latest first, those of higher levels first: the order in which they are found. */
export function reportsByYear(atlas: Atlas): [year: string, reports: readonly ReportFigures[]][] {
  const rank = (report: ReportFigures) => levels.indexOf(report.agency_level)
  const ordered = atlas.reports
    .filter(counts)
    .toSorted((a, b) => rank(a) - rank(b) || (a.report_id < b.report_id ? -1 : 1))
  return [...Map.groupBy(ordered, (report) => report.year)]
    .sort(([a], [b]) => (b ?? 0) - (a ?? 0))
    .map(([year, reports]) => [yearName(year), reports])
}
