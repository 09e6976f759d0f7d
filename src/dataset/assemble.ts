import { domainOf } from '../identity/domain.ts'
import { namePinyin } from '../identity/slug.ts'
import { sha256 } from '../ingest/discover.ts'
import { type Finding, finding, type Issue, type IssueCode, messages } from '../model/issue.ts'
import { issueKinds } from '../model/issueKinds.ts'
import { type Agency, type Report, type Status, sourceFormats } from '../model/report.ts'
import type { Atlas, FormatCount } from './load.ts'
import type { FileReading, ReadReport } from './report.ts'

/** All files together: which report counts, what the agencies are, every issue numbered. Sorted, so that order of reading does not matter. */
export function assemble(readings: readonly FileReading[]): Atlas {
  const reports = numberReports(readings.flatMap((reading) => (reading.report ? [reading.report] : [])))
  const ofFiles = readings.flatMap((reading) => toIssues(reading.findings, '', reading.source.path))
  const issues = [...ofFiles, ...reports.flatMap((report) => report.issues)].sort(byIssueId)
  return {
    reports,
    agencies: agenciesOf(reports),
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

/** Without a year, nothing says that two files are for the same one. */
const reportKey = (report: ReadReport): string =>
  `${report.agency_id}-${report.year ?? `undated-${sha256(report.source.path).slice(0, 8)}`}`

/** Names that are spelled alike in pinyin, as 陕西 and 山西 are, are kept apart by a few digits of their hash. */
function apart(read: readonly ReadReport[]): ReadReport[] {
  const names = new Map<string, Set<string>>()
  for (const { agency_id, agency_name } of read) {
    names.set(agency_id, (names.get(agency_id) ?? new Set()).add(agency_name))
  }
  return read.map((report) =>
    (names.get(report.agency_id)?.size ?? 1) > 1
      ? { ...report, agency_id: `${report.agency_id}-${sha256(report.agency_name).slice(0, 6)}` }
      : report,
  )
}

/** Gives every report its id. Of several for one agency and year one counts, and the others name it. */
function numberReports(read: readonly ReadReport[]): Report[] {
  const groups = Map.groupBy(apart(read), reportKey)
  const numbered = [...groups].flatMap(([id, group]) => {
    const [first, ...others] = [...group].sort(byMerit)
    if (!first) return []
    const kept = withId(first, id)
    return [kept, ...others.map((report) => supersede(report, id, first))]
  })
  return numbered.sort((a, b) => (a.report_id < b.report_id ? -1 : 1))
}

const completeness: Readonly<Record<Report['status'], number>> = {
  complete: 0,
  partial: 1,
  unreadable: 2,
  superseded: 3,
}

/** The report read more completely first, then the one published later, then by path, so that the choice is stable. */
function byMerit(a: ReadReport, b: ReadReport): number {
  return (
    completeness[a.status] - completeness[b.status] ||
    b.published_on.localeCompare(a.published_on, 'en') ||
    (a.source.path < b.source.path ? -1 : 1)
  )
}

function withId({ findings, evidence: _, ...report }: ReadReport, report_id: string): Report {
  return { report_id, ...report, issues: toIssues(findings, report_id, report.source.path) }
}

function supersede(report: ReadReport, id: string, kept: ReadReport): Report {
  const own = `${id}-${sha256(report.source.path).slice(0, 8)}`
  const found = finding('superseded', { expected: kept.source.path, found: report.source.path })
  return { ...withId({ ...report, findings: [...report.findings, found] }, own), status: 'superseded' }
}

/** Numbers findings so that the same finding has the same id in every run, whatever else is found. */
export function toIssues(findings: readonly Finding[], report_id: string, source_path: string): Issue[] {
  const seen = new Map<string, number>()
  return findings.map((found) => {
    const about = [source_path, found.code, ...found.cells, found.expected, found.found, found.locator]
    const digest = sha256(JSON.stringify(about)).slice(0, 12)
    const nth = (seen.get(digest) ?? 0) + 1
    seen.set(digest, nth)
    const kind = issueKinds[found.code as IssueCode]
    const words = messages(found)
    return {
      issue_id: nth === 1 ? digest : `${digest}-${nth}`,
      report_id,
      source_path,
      class: kind.class,
      severity: kind.severity,
      code: found.code,
      cell_ids: found.cells,
      expected: found.expected,
      found: found.found,
      locator: found.locator,
      message_zh: words.zh,
      message_en: words.en,
    }
  })
}

/** The agencies that the reports name, each as its latest report that counts describes it. */
function agenciesOf(reports: readonly Report[]): Agency[] {
  const groups = Map.groupBy(reports, (report) => report.agency_id)
  return [...groups]
    .map(([agency_id, own]) => describeAgency(agency_id, own))
    .sort((a, b) => (a.agency_id < b.agency_id ? -1 : 1))
}

function describeAgency(agency_id: string, own: readonly Report[]): Agency {
  const counting = own.filter((report) => report.status !== 'superseded')
  const years = counting
    .flatMap((report) => (report.year === null ? [] : [report.year]))
    .sort((a, b) => a - b)
  const latest = [...counting].sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0] as Report
  const names = [...new Set(own.map((report) => report.agency_name))].filter((name) => name !== '').sort()
  return {
    agency_id,
    // A page and a list need something to call it by; the file is all that is known.
    name: latest.agency_name || `未写明机关（${latest.source.path}）`,
    aliases: names.filter((name) => name !== latest.agency_name),
    level: latest.agency_level,
    type: latest.agency_type,
    domain: domainOf(latest.agency_name, latest.agency_type),
    division_code: latest.division_code,
    province: '',
    city: '',
    county: '',
    township: '',
    parent_id: '',
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    report_count: counting.length,
    name_pinyin: namePinyin(latest.agency_name),
  }
}
