import type { Issue } from '../model/issue.ts'
import type { Atlas } from './load.ts'

const severityOrder = { error: 0, warning: 1, info: 2 } as const
const mostFrequent = 10

/** The most frequent kinds of issue, errors first, each with how often and one example. */
function frequentIssues(issues: readonly Issue[]): string[] {
  const byCode = [...Map.groupBy(issues, (issue) => issue.code)]
  const ordered = byCode.sort(
    ([, a], [, b]) =>
      severityOrder[a[0]?.severity ?? 'info'] - severityOrder[b[0]?.severity ?? 'info'] ||
      b.length - a.length,
  )
  return ordered.slice(0, mostFrequent).flatMap(([code, ofCode]) => {
    const [example] = ofCode
    return example
      ? [
          `  ${example.severity} ${code} × ${ofCode.length}`,
          `    ${example.source_path}: ${example.message_en}`,
        ]
      : []
  })
}

/** What an ingest read and what it did not, for the person who ran it. */
export function summarise({ files, reports, issues }: Atlas): string {
  const of = (status: string) => reports.filter((report) => report.status === status).length
  const statuses = ['complete', 'partial', 'unreadable', 'superseded'].map(
    (status) => `${of(status)} ${status}`,
  )
  const lines = [
    `${files.found} files: ${files.reports} reports (${statuses.join(', ')}), ${files.found - files.reports} files without a report`,
    ...(issues.length
      ? [`${issues.length} issues, the most frequent:`, ...frequentIssues(issues)]
      : ['no issues']),
  ]
  return `${lines.join('\n')}\n`
}
