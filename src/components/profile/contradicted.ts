import { type IssueCode, isContradiction } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import { type FlowRow, flowRows } from '../../model/requestsRows.ts'

/** Of a report, the rows of the flow of requests of which other figures contradict the total. */
export function contradictedTotals({ issues }: Pick<Report, 'issues'>): ReadonlySet<FlowRow> {
  const cells = new Set(
    issues.flatMap(({ code, cell_ids }) => (isContradiction(code as IssueCode) ? cell_ids : [])),
  )
  return new Set(flowRows.filter((row) => cells.has(`requests.${row}.total`)))
}
