import { RegisteredAgencies } from '../identity/registry/apply.ts'
import type { Registry } from '../identity/registry/registry.ts'
import { type Settled, settle } from '../identity/settle.ts'
import type { Correction } from '../model/correction.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import { type Agency, sourceFormats } from '../model/report.ts'
import { agenciesOf } from './agencies.ts'
import { withScopesBesideOffices } from './besideOffice.ts'
import { holdCorrections } from './corrections.ts'
import { crossChecks, testedWith, yearRow } from './crossChecks.ts'
import type { Atlas, FormatCount } from './load.ts'
import { toIssues } from './numberIssues.ts'
import {
  type FiguresInPlace,
  figuresInPlace,
  finishReport,
  numberReports,
  type PlacedReport,
  placedFigures,
  standingOf,
} from './numberReports.ts'
import type { ReadReport } from './report.ts'
import type { ReadingRow } from './row.ts'

/** Every reading in its place among all others. */
export interface Placement {
  /** Sorted by report id. */
  readonly placed: readonly PlacedReport[]
  /** The same as figures, in the same order. */
  readonly reports: readonly ReportFigures[]
  readonly agencies: readonly Agency[]
  readonly unread: readonly Issue[]
  readonly corrections: Atlas['corrections']
  readonly files: Atlas['files']
  readonly formats: readonly FormatCount[]
}

/** What else is needed to put readings in their places; each is asked by the place of a row. */
export interface Whole {
  readonly reportOf: (index: number) => ReadReport
  /** Changes whenever anything of the reading does. */
  readonly digestOf: (index: number) => string
}

/**
 * Puts all readings beside each other: which report counts, what the agencies are. Sorted, so that the order of
 * reading does not matter. `registry` is what is known of agencies for ever; `noted` is what maintainers correct.
 */
export function place(
  rows: readonly ReadingRow[],
  registry: Registry,
  noted: readonly Correction[],
  whole: Whole,
): Placement {
  const read = rows.flatMap(({ report }, index) => (report ? [{ report, index }] : []))
  const registered = new RegisteredAgencies(registry)
  const settled = settle(
    read.map(({ report }) => report),
    registered,
  )
  const beside = withScopesBesideOffices(
    read.map(({ index, report }, i) => {
      const agency = settled[i] as Settled
      // Its agency is told: what told it, a third of all that is known of it, need not stay in memory.
      const { evidence: _, ...rest } = report
      return { index, report: rest, agency, findings: agency.findings }
    }),
  )
  const numbered = numberReports(beside, whole.reportOf)
  const ofPath = new Map(read.map(({ report }, i) => [report.source.path, settled[i] as Settled]))
  const figures = numbered.map(figuresInPlace)
  const agencies = agenciesOf(figures, ofPath, registered)
  const checked = withCrossChecks(numbered, figures, agencies)
  const { placed, corrections, unmatched } = corrected(checked, noted, whole)
  const reports = placed.map((one) => placedFigures(one, whole.digestOf(one.index)))
  return {
    placed,
    reports,
    agencies,
    unread: [...rows.flatMap((row) => toIssues(row.findings, '', row.source.path)), ...unmatched].sort(
      byIssueId,
    ),
    corrections,
    files: { found: rows.length, reports: reports.length },
    formats: countFormats(rows),
  }
}

/** Adds to each report what it and others say of each other. */
function withCrossChecks(
  placed: readonly PlacedReport[],
  figures: readonly FiguresInPlace[],
  agencies: readonly Agency[],
): PlacedReport[] {
  const rows = figures.map(yearRow).filter((row) => row !== null)
  const additions = crossChecks(rows, agencies)
  return placed.map((one) => {
    const added = additions.get(one.report_id)
    if (!added) return one
    const findings = [...one.findings, ...added.flatMap((checked) => checked.findings)]
    return { ...one, report: { ...one.report, tested: testedWith(one.report, added) }, findings }
  })
}

/** Holds the corrections against the reports that they name; only those are looked at whole. */
function corrected(placed: readonly PlacedReport[], noted: readonly Correction[], { reportOf }: Whole) {
  const names = new Set(noted.map((one) => one.report_id))
  const named = placed.filter((one) => names.has(one.report_id))
  const wholes = named.map((one) => finishReport(standingOf(one), reportOf(one.index)))
  const { findings, corrections, unmatched } = holdCorrections(wholes, noted)
  const withFindings = placed.map((one) => {
    const own = findings.get(one.report_id)
    return own ? { ...one, findings: [...one.findings, ...own] } : one
  })
  return { placed: withFindings, corrections, unmatched }
}

function countFormats(rows: readonly ReadingRow[]): FormatCount[] {
  const ofFormats = Map.groupBy(rows, (row) => row.source.format)
  return sourceFormats.flatMap((format) => {
    const ofFormat = ofFormats.get(format)
    if (!ofFormat) return []
    const count = (status: string) => ofFormat.filter(({ report }) => report?.status === status).length
    const [whole, partial] = [count('complete'), count('partial')]
    return [{ format, whole, partial, unread: ofFormat.length - whole - partial }]
  })
}

/** In the order of their ids. */
export const byIssueId = (a: Issue, b: Issue): number =>
  a.issue_id < b.issue_id ? -1 : a.issue_id > b.issue_id ? 1 : 0
