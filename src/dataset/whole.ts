import type { Document } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import type { Assembled } from './assemble.ts'
import { type IngestOptions, ingest } from './ingest.ts'
import { countKinds } from './issueKinds.ts'
import { finishReport, standingOf } from './numberReports.ts'
import { byIssueId } from './place.ts'
import { readingAt } from './readingAt.ts'
import type { ReadReport } from './report.ts'

/** All that was read of a folder, in memory. */
export interface WholeFolder extends Assembled {
  /** Each report's source as a document, by report id. */
  readonly documents: ReadonlyMap<string, Document>
}

/** Reads a folder of a few files and holds all of it; `ingest` holds a reading at a time. */
export const readWhole = (options: IngestOptions): Promise<WholeFolder> =>
  ingest(options, ({ placed, placeOf, ...known }) => {
    const documents = new Map<string, Document>()
    const reports = placed.map((one): Report => {
      const { report, document } = readingAt(placeOf(one.index))
      if (document) documents.set(one.report_id, document)
      return finishReport(standingOf(one), report as ReadReport)
    })
    const byId = new Map(reports.map((report) => [report.report_id, report.issues]))
    const issue_kinds = countKinds(known.reports, known.unread, ({ report_id }) => byId.get(report_id) ?? [])
    const issues = [...known.unread, ...reports.flatMap((report) => report.issues)].sort(byIssueId)
    return { atlas: { ...known, issue_kinds }, reports, issues, documents }
  })
