import type { Settled } from '../identity/settle.ts'
import { sha256 } from '../ingest/discover.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Difference, Report } from '../model/report.ts'
import { toIssues } from './numberIssues.ts'
import type { ReadReport } from './report.ts'
import { byMerit, type Contender, differencesInWords, differencesOf } from './sameYear.ts'

/** A report with the agency that it is from. */
export interface SettledReport {
  readonly report: ReadReport
  readonly agency: Settled
}

/** Without a year, nothing says that two files are for the same one. */
const reportKey = ({ report: { year, source }, agency }: SettledReport): string =>
  `${agency.agency_id}-${year ?? `undated-${sha256(source.path).slice(0, 8)}`}`

const contender = ({ report }: SettledReport): Contender => ({
  status: report.status,
  scope: report.scope,
  published_on: report.published_on,
  retrieved_on: report.source.retrieved_on,
  stated: report.stated_to_count,
  path: report.source.path,
})

/** Gives every report its id, sorted by it. Of several for one agency and year one counts, and the others name it. */
export function numberReports(read: readonly SettledReport[]): Report[] {
  const groups = Map.groupBy(read, reportKey)
  const numbered = [...groups].flatMap(([id, group]) => {
    const [first, ...others] = group.toSorted((a, b) => byMerit(contender(a), contender(b)))
    if (!first) return []
    return [withId(first, id), ...others.map((one) => supersede(one, id, first.report))]
  })
  return numbered.sort((a, b) => (a.report_id < b.report_id ? -1 : 1))
}

function withId({ report, agency }: SettledReport, report_id: string, more: readonly Finding[] = []): Report {
  const { findings, evidence, stated_to_count: _, ...rest } = report
  const { agency_id, type, level, division_code } = agency
  return {
    report_id,
    agency_id,
    ...rest,
    agency_type: type,
    agency_level: level,
    division_code,
    evidence: [...evidence],
    issues: toIssues([...findings, ...agency.findings, ...more], report_id, report.source.path),
  }
}

function supersede(one: SettledReport, id: string, counting: ReadReport): Report {
  const { report } = one
  const own = `${id}-${sha256(report.source.path).slice(0, 8)}`
  const differences = differencesOf(counting.cells, report.cells)
  return {
    ...withId(one, own, [whyNotCounted(report, counting, differences)]),
    status: 'superseded',
    superseded_by: { report_id: id, differences },
  }
}

function whyNotCounted(
  report: ReadReport,
  counting: ReadReport,
  differences: readonly Difference[],
): Finding {
  const about = { expected: counting.source.path, found: report.source.path }
  if (report.scope === 'aggregate' && counting.scope !== 'aggregate') return finding('beside_own_body', about)
  const read = report.cells.length > 0 || report.source.sha256 === counting.source.sha256
  if (differences.length === 0 && read) return finding('superseded_same', about)
  return finding('superseded', {
    ...about,
    cells: differences.map(({ cell_id }) => cell_id),
    found: differencesInWords(differences),
    params: { n: String(differences.length) },
  })
}
