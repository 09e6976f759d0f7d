import { RegisteredAgencies } from '../identity/registry/apply.ts'
import { noRegistry, type Registry } from '../identity/registry/registry.ts'
import { type Settled, settle } from '../identity/settle.ts'
import type { Issue } from '../model/issue.ts'
import { type Status, sourceFormats } from '../model/report.ts'
import { agenciesOf } from './agencies.ts'
import type { Atlas, FormatCount } from './load.ts'
import { toIssues } from './numberIssues.ts'
import { numberReports } from './numberReports.ts'
import type { FileReading } from './report.ts'

/**
 * All files together: which report counts, what the agencies are, every issue numbered. Sorted, so that order of
 * reading does not matter. `registry` is what is known of agencies for ever.
 */
export function assemble(readings: readonly FileReading[], registry: Registry = noRegistry): Atlas {
  const read = readings.flatMap((reading) => (reading.report ? [reading.report] : []))
  const registered = new RegisteredAgencies(registry)
  const settled = settle(read, registered)
  const reports = numberReports(read.map((report, i) => ({ report, agency: settled[i] as Settled })))
  const ofFiles = readings.flatMap((reading) => toIssues(reading.findings, '', reading.source.path))
  const issues = [...ofFiles, ...reports.flatMap((report) => report.issues)].sort(byIssueId)
  return {
    reports,
    agencies: agenciesOf(
      reports,
      new Map(read.map(({ source }, i) => [source.path, settled[i] as Settled])),
      registered,
    ),
    issues,
    files: { found: readings.length, reports: reports.length },
    formats: countFormats(readings),
  }
}

function countFormats(readings: readonly FileReading[]): FormatCount[] {
  return sourceFormats.flatMap((format) => {
    const ofFormat = readings.filter((reading) => reading.source.format === format)
    if (ofFormat.length === 0) return []
    const count = (status: Status) => ofFormat.filter(({ report }) => report?.status === status).length
    const [whole, partial] = [count('complete'), count('partial')]
    return [{ format, whole, partial, unread: ofFormat.length - whole - partial }]
  })
}

const byIssueId = (a: Issue, b: Issue): number =>
  a.issue_id < b.issue_id ? -1 : a.issue_id > b.issue_id ? 1 : 0
