import { RegisteredAgencies } from '../identity/registry/apply.ts'
import { noRegistry, type Registry } from '../identity/registry/registry.ts'
import { type Settled, settle } from '../identity/settle.ts'
import type { Correction } from '../model/correction.ts'
import { figuresOf } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import { type Agency, type Report, type Status, sourceFormats } from '../model/report.ts'
import { agenciesOf } from './agencies.ts'
import { withScopesBesideOffices } from './besideOffice.ts'
import { withCorrections } from './corrections.ts'
import { crossChecks, testedWith, yearRow } from './crossChecks.ts'
import type { Atlas, FormatCount, IssueKindCount } from './load.ts'
import { toIssues } from './numberIssues.ts'
import { numberReports } from './numberReports.ts'
import type { FileReading } from './report.ts'

/** All files together: what is known of all, and the reports themselves and the issues, both sorted by id. */
export interface Assembled {
  readonly atlas: Atlas
  readonly reports: readonly Report[]
  readonly issues: readonly Issue[]
}

/**
 * All files together: which report counts, what the agencies are, every issue numbered. Sorted, so that order of
 * reading does not matter. `registry` is what is known of agencies for ever; `noted` is what maintainers correct.
 */
export function assemble(
  readings: readonly FileReading[],
  registry: Registry = noRegistry,
  noted: readonly Correction[] = [],
): Assembled {
  const read = readings.flatMap((reading) => (reading.report ? [reading.report] : []))
  const registered = new RegisteredAgencies(registry)
  const settled = settle(read, registered)
  const numbered = numberReports(
    withScopesBesideOffices(read.map((report, i) => ({ report, agency: settled[i] as Settled }))),
  )
  const agencies = agenciesOf(
    numbered,
    new Map(read.map(({ source }, i) => [source.path, settled[i] as Settled])),
    registered,
  )
  const checked = withCrossChecks(numbered, agencies)
  const { reports, corrections, unmatched } = withCorrections(checked, noted)
  const ofFiles = [
    ...readings.flatMap((reading) => toIssues(reading.findings, '', reading.source.path)),
    ...unmatched,
  ]
  const issues = [...ofFiles, ...reports.flatMap((report) => report.issues)].sort(byIssueId)
  const atlas = {
    reports: reports.map(figuresOf),
    agencies,
    unread: ofFiles.sort(byIssueId),
    corrections,
    issue_kinds: countKinds(issues),
    files: { found: readings.length, reports: reports.length },
    formats: countFormats(readings),
  }
  return { atlas, reports, issues }
}

/** Adds to each report what it and others say of each other. */
function withCrossChecks(reports: readonly Report[], agencies: readonly Agency[]): Report[] {
  const rows = reports.map(figuresOf).map(yearRow)
  const additions = crossChecks(
    rows.filter((row) => row !== null),
    agencies,
  )
  return reports.map((report) => {
    const added = additions.get(report.report_id)
    if (!added) return report
    const findings = added.flatMap((one) => one.findings)
    const issues = [...report.issues, ...toIssues(findings, report.report_id, report.source.path)]
    return { ...report, tested: testedWith(report, added), issues }
  })
}

/**
 * How often each kind of issue occurs, the most frequent first. `issues` are sorted by id, so that the example is
 * the same in every run.
 */
function countKinds(issues: readonly Issue[]): IssueKindCount[] {
  const kinds = [...Map.groupBy(issues, (issue) => issue.code).values()]
  return kinds
    .flatMap((ofKind) => (ofKind[0] ? [{ count: ofKind.length, example: ofKind[0] }] : []))
    .sort((a, b) => b.count - a.count || (a.example.code < b.example.code ? -1 : 1))
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
