import { printable } from '../src/dataset/printable.ts'
import type { ReportFigures } from '../src/model/figures.ts'
import { agencyAddress, sourceAddress } from '../src/site/pageAddress.ts'

const mostNamed = 10

/** On the profile of its agency, where that has its year; one that does not count, or has no year, has its source. */
const addressOf = ({ report_id, agency_id, year, status }: ReportFigures): string =>
  year === null || status === 'superseded' ? sourceAddress(report_id) : agencyAddress(agency_id, year)

function lineOf(report: ReportFigures): string {
  const { agency_name, year, status } = report
  const name = `${printable(agency_name)}, ${year ?? 'no year'}`
  return `  ${addressOf(report)}  ${name}${status === 'superseded' ? ', does not count' : ''}`
}

/** Says on stderr where the site shows reports that are new in it or changed, so that they can be looked at. */
export function sayWhereShown(reports: readonly ReportFigures[]): void {
  if (reports.length === 0) return
  const lines = reports.slice(0, mostNamed).map(lineOf)
  const more = reports.length > mostNamed ? [`  and ${reports.length - mostNamed} more`] : []
  process.stderr.write(
    `${['reports that the site has new or changed (npm run preview serves it):', ...lines, ...more].join('\n')}\n`,
  )
}
