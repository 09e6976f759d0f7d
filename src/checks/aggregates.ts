import { finding } from '../model/issue.ts'
import { type Checked, Checking } from './checking.ts'
import type { YearRow } from './years.ts'

const received = 'requests.received.total'

/**
 * Reports that say they sum up, each against the members held for its year (R11). `parentOf` gives the agency
 * above one, or an empty string. Returns what is to be added to each aggregate report, by its id.
 */
export function checkAggregates(
  rows: readonly YearRow[],
  parentOf: (agencyId: string) => string,
): Map<string, Checked> {
  const aggregates = rows.filter((row) => row.scope === 'aggregate')
  if (aggregates.length === 0) return new Map()
  const members = Map.groupBy(rows, (row) => parentOf(row.agency_id))
  return new Map(
    aggregates.map((row) => {
      const into = new Checking()
      checkAggregate(row, members.get(row.agency_id) ?? [], into)
      return [row.report_id, into]
    }),
  )
}

function checkAggregate(row: YearRow, members: readonly YearRow[], into: Checking): void {
  const own = row.figure(received)
  const known = new Set(members.map((member) => member.agency_id)).size
  const figures = members
    .filter((member) => member.year === row.year)
    .map((member) => member.figure(received))
    .filter((figure) => figure !== null)
  if (own === null || figures.length === 0) return
  const sum = figures.reduce((all, one) => all + one, 0)
  into.test(
    'aggregate_sum',
    finding(sum > own ? 'aggregate_exceeded' : 'aggregate_part', {
      cells: [received],
      expected: String(sum),
      found: String(own),
      params: { known: String(known), readable: String(figures.length) },
    }),
  )
}
