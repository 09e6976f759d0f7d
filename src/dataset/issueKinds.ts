import type { ReportFigures } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import type { IssueKindCount } from './load.ts'

const add = (counts: Map<string, number>, code: string, times: number) =>
  counts.set(code, (counts.get(code) ?? 0) + times)

/**
 * How often each kind of issue occurs, the most frequent first, with an example: of the file whose path comes
 * first.
 *
 * @param issuesOf the issues of a report; asked once for each kind
 */
export function countKinds(
  reports: readonly ReportFigures[],
  unread: readonly Issue[],
  issuesOf: (report: ReportFigures) => readonly Issue[],
): IssueKindCount[] {
  const counts = new Map<string, number>()
  const first = new Map<string, ReportFigures | Issue>()
  const pathOf = (one: ReportFigures | Issue) => ('source' in one ? one.source.path : one.source_path)
  const note = (code: string, times: number, where: ReportFigures | Issue) => {
    add(counts, code, times)
    const before = first.get(code)
    if (!before || pathOf(where) < pathOf(before)) first.set(code, where)
  }
  for (const issue of unread) note(issue.code, 1, issue)
  for (const report of reports) {
    for (const [code, times] of Object.entries(report.issue_counts)) note(code, times, report)
  }
  const exampleOf = (code: string): Issue[] => {
    const where = first.get(code)
    if (!where) return []
    const issues = 'source' in where ? issuesOf(where) : [where]
    return issues.filter((issue) => issue.code === code).slice(0, 1)
  }
  return [...counts]
    .flatMap(([code, count]) => exampleOf(code).map((example) => ({ count, example })))
    .sort((a, b) => b.count - a.count || (a.example.code < b.example.code ? -1 : 1))
}
