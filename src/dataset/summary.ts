import type { Atlas, FormatCount } from './load.ts'
import { printable } from './printable.ts'

const severityOrder = { error: 0, warning: 1, info: 2 } as const
const mostFrequent = 10

/** The most frequent kinds of issue, errors first, each with how often and one example. */
function frequentIssues(kinds: Atlas['issue_kinds']): string[] {
  const ordered = kinds.toSorted(
    (a, b) => severityOrder[a.example.severity] - severityOrder[b.example.severity] || b.count - a.count,
  )
  return ordered
    .slice(0, mostFrequent)
    .flatMap(({ count, example }) => [
      `  ${example.severity} ${example.code} × ${count}`,
      `    ${printable(example.source_path)}: ${printable(example.message_en)}`,
    ])
}

/** How many files of each format were read how far, as an aligned table. */
function formatTable(formats: readonly FormatCount[]): string[] {
  if (formats.length === 0) return []
  const rows = [
    ['format', 'files', 'whole', 'in part', 'not at all'],
    ...formats.map(({ format, whole, partial, unread }) =>
      [format, whole + partial + unread, whole, partial, unread].map(String),
    ),
  ]
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const align = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
  return rows.map((row) => `  ${row.map(align).join('  ')}`)
}

/** How many corrections hold, and each that no longer does: someone must look at it again. */
function correctionLines(corrections: Atlas['corrections']): string[] {
  if (corrections.length === 0) return []
  const stopped = corrections.filter((one) => one.status === 'stopped')
  return [
    `${corrections.length} corrections: ${corrections.length - stopped.length} applied, ${stopped.length} stopped`,
    ...stopped.map(
      ({ report_id, field, expected, found }) =>
        `  stopped: ${printable(report_id)} ${field}: expected ${quoted(expected)}, found ${quoted(found)}`,
    ),
  ]
}
const quoted = (text: string): string => `“${printable(text)}”`

/** What an ingest read and what it did not, for the person who ran it. */
export function summarise({ files, formats, reports, corrections, issue_kinds }: Atlas): string {
  const of = (status: string) => reports.filter((report) => report.status === status).length
  const statuses = ['complete', 'partial', 'unreadable', 'superseded'].map(
    (status) => `${of(status)} ${status}`,
  )
  const issues = issue_kinds.reduce((sum, kind) => sum + kind.count, 0)
  const lines = [
    `${files.found} files: ${files.reports} reports (${statuses.join(', ')}), ${files.found - files.reports} files without a report`,
    ...formatTable(formats),
    ...correctionLines(corrections),
    ...(issues
      ? [`${issues} issues; the most frequent kinds, errors first:`, ...frequentIssues(issue_kinds)]
      : ['no issues']),
  ]
  return `${lines.join('\n')}\n`
}
