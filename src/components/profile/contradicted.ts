import type { IssueCode } from '../../model/issue.ts'
import { isContradiction } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'

/** The rows of the flow of requests, as profiles sum a year up. */
export const flowRows = ['received', 'carried_in', 'concluded', 'carried_out'] as const
export type FlowRow = (typeof flowRows)[number]

/** Of a report, the rows of the flow of which other figures contradict the total: wherever it stands it is marked. */
export function contradictedTotals({ issues }: Pick<Report, 'issues'>): ReadonlySet<FlowRow> {
  const cells = new Set(
    issues.flatMap(({ code, cell_ids }) => (isContradiction(code as IssueCode) ? cell_ids : [])),
  )
  return new Set(flowRows.filter((row) => cells.has(`requests.${row}.total`)))
}
