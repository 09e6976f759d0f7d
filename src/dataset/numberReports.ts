import type { Settled } from '../identity/settle.ts'
import { sha256 } from '../ingest/discover.ts'
import type { ReportFigures } from '../model/figures.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Difference, Report } from '../model/report.ts'
import { toIssues } from './numberIssues.ts'
import type { ReadReport } from './report.ts'
import type { ReportRow } from './row.ts'
import { byMerit, type Contender, differencesInWords, differencesOf } from './sameYear.ts'

/** A report with the agency that it is from; `index` is its place among all rows. */
export interface SettledReport {
  readonly index: number
  readonly report: Omit<ReportRow, 'evidence'>
  readonly agency: Settled
  /** What was found of it beside the others. */
  readonly findings: readonly Finding[]
}

/** A report in its place among all: all that is known of it only beside the others. */
export interface PlacedReport extends SettledReport {
  readonly report_id: string
  /** Of a report that does not count: the one that does, and where they differ. */
  readonly superseded_by?: { readonly report_id: string; readonly differences: readonly Difference[] }
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

/**
 * Gives every report its id, sorted by it. Of several for one agency and year one counts, and the others name it.
 *
 * @param reportOf the whole report at a place among all rows; asked only where files are for the same year
 */
export function numberReports(
  read: readonly SettledReport[],
  reportOf: (index: number) => ReadReport,
): PlacedReport[] {
  const groups = Map.groupBy(read, reportKey)
  const numbered = [...groups].flatMap(([id, group]) => {
    const [first, ...others] =
      group.length === 1 ? group : group.toSorted((a, b) => byMerit(contender(a), contender(b)))
    if (!first) return []
    const superseded = others.map((one) => supersede(one, id, first, reportOf))
    const findings = [...first.findings, ...superseded.flatMap(disputed)]
    return [{ ...first, report_id: id, findings }, ...superseded]
  })
  return numbered.sort((a, b) => (a.report_id < b.report_id ? -1 : 1))
}

function supersede(
  one: SettledReport,
  id: string,
  counting: SettledReport,
  reportOf: (index: number) => ReadReport,
): PlacedReport {
  const differences = differencesOf(reportOf(counting.index).cells, reportOf(one.index).cells)
  const why = whyNotCounted(one.report, counting.report, differences)
  return {
    ...one,
    report_id: `${id}-${sha256(one.report.source.path).slice(0, 8)}`,
    findings: [...one.findings, why],
    superseded_by: { report_id: id, differences },
  }
}

function whyNotCounted(
  report: SettledReport['report'],
  counting: SettledReport['report'],
  differences: readonly Difference[],
): Finding {
  const about = { expected: counting.source.path, found: report.source.path }
  if (report.scope === 'aggregate' && counting.scope !== 'aggregate') return finding('beside_own_body', about)
  const read = report.cell_counts.cells > 0 || report.source.sha256 === counting.source.sha256
  if (differences.length === 0 && read) return finding('superseded_same', about)
  return finding('superseded', {
    ...about,
    cells: differences.map(({ cell_id }) => cell_id),
    found: differencesInWords(differences),
    params: { n: String(differences.length) },
  })
}

/** What is said of the report that counts where another file has other figures: those are not certain. */
function disputed({ report, findings, superseded_by }: PlacedReport): Finding[] {
  const differences =
    superseded_by?.differences.filter(({ counting, here }) => counting !== '' && here !== '') ?? []
  if (differences.length === 0 || findings.at(-1)?.code !== 'superseded') return []
  return [
    finding('other_file_differs', {
      cells: differences.map(({ cell_id }) => cell_id),
      expected: report.source.path,
      found: differencesInWords(differences),
      params: { n: String(differences.length) },
    }),
  ]
}

/** What its place among all says of a report. */
function placeOf({ report_id, report, agency, superseded_by }: PlacedReport) {
  return {
    report_id,
    agency_id: agency.agency_id,
    agency_type: agency.type,
    agency_level: agency.level,
    division_code: agency.division_code,
    scope: report.scope,
    tested: report.tested,
    status: superseded_by ? ('superseded' as const) : report.status,
  }
}

/** All that is known of a report only beside the others, without what its file says. */
export interface Standing extends Pick<PlacedReport, 'findings' | 'superseded_by'> {
  readonly place: ReturnType<typeof placeOf>
}

/** The standing of a report. */
export const standingOf = (placed: PlacedReport): Standing => ({
  place: placeOf(placed),
  findings: placed.findings,
  ...(placed.superseded_by ? { superseded_by: placed.superseded_by } : {}),
})

/** A report whole, in its place: of what was read of its file, and what is known beside the others. */
export function finishReport({ place, findings, superseded_by }: Standing, report: ReadReport): Report {
  const { findings: found, evidence, stated_to_count: _, ...rest } = report
  return {
    ...rest,
    ...place,
    evidence: [...evidence],
    issues: toIssues([...found, ...findings], place.report_id, report.source.path),
    ...(superseded_by
      ? { superseded_by: { ...superseded_by, differences: [...superseded_by.differences] } }
      : {}),
  }
}

/** A report as statistics use it, before all is known of it that its `digest` is of. */
export type FiguresInPlace = Omit<ReportFigures, 'digest'>

/** The same report as statistics use it. */
export function figuresInPlace(placed: PlacedReport): FiguresInPlace {
  const { stated_to_count: _, issue_counts, ...rest } = placed.report
  const counts: Record<string, number> = { ...issue_counts }
  for (const { code } of placed.findings) counts[code] = (counts[code] ?? 0) + 1
  return { ...rest, ...placeOf(placed), issue_counts: counts }
}

/** The same report as lists and statistics use it; `digest` is that of what was read of its file. */
export function placedFigures(placed: PlacedReport, digest: string): ReportFigures {
  const beside = [digest, placeOf(placed), placed.findings, placed.superseded_by ?? null]
  return { ...figuresInPlace(placed), digest: sha256(JSON.stringify(beside)) }
}
