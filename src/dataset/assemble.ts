import { noRegistry, type Registry } from '../identity/registry/registry.ts'
import type { Correction } from '../model/correction.ts'
import type { Issue } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import { countKinds } from './issueKinds.ts'
import type { Atlas } from './load.ts'
import { finishReport, standingOf } from './numberReports.ts'
import { byIssueId, place } from './place.ts'
import type { FileReading, ReadReport } from './report.ts'
import { rowOf } from './row.ts'

/** All files together: what is known of all, and the reports themselves and the issues, both sorted by id. */
export interface Assembled {
  readonly atlas: Atlas
  readonly reports: readonly Report[]
  readonly issues: readonly Issue[]
}

/** Puts a few readings together that are in memory; `ingest` does so with any number of them. */
export function assemble(
  readings: readonly FileReading[],
  registry: Registry = noRegistry,
  corrections: readonly Correction[] = [],
): Assembled {
  const reportAt = (index: number) => readings[index]?.report as ReadReport
  const { placed, ...known } = place(readings.map(rowOf), registry, corrections, {
    reportOf: reportAt,
    digestOf: (index) => JSON.stringify(reportAt(index).source),
  })
  const reports = placed.map((one) => finishReport(standingOf(one), reportAt(one.index)))
  const byId = new Map(reports.map((report) => [report.report_id, report.issues]))
  const atlas = {
    ...known,
    issue_kinds: countKinds(known.reports, known.unread, ({ report_id }) => byId.get(report_id) ?? []),
  }
  const issues = [...known.unread, ...reports.flatMap((report) => report.issues)].sort(byIssueId)
  return { atlas, reports, issues }
}
