import { printable } from '../src/dataset/printable.ts'
import type { ReportFigures } from '../src/model/figures.ts'
import { agencyAddress } from '../src/site/agencyAddress.ts'

/** As many are named; of more, the page of changes and the summary tell. */
const mostNamed = 10

/** Says on stderr where the site shows the reports that are new in it or changed, so that they can be looked at. */
export function sayWhereShown(reports: readonly ReportFigures[]): void {
  // One that does not count is on no profile.
  const shown = reports.filter(({ status }) => status !== 'superseded')
  if (shown.length === 0) return
  const lines = shown.slice(0, mostNamed).map(({ agency_id, agency_name, year }) => {
    const name = [agency_name, year].filter((part) => part !== null).join(' ')
    return `  ${agencyAddress(agency_id, year)}  ${printable(name)}`
  })
  const more = shown.length > mostNamed ? [`  and ${shown.length - mostNamed} more`] : []
  process.stderr.write(`${['reports that the site has new or changed:', ...lines, ...more].join('\n')}\n`)
}
