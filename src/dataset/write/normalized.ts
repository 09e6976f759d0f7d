import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sectionsOf } from '../../ingest/prose/sections.ts'
import type { Issue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import type { Ingested } from '../ingest.ts'
import { countKinds } from '../issueKinds.ts'
import type { Atlas } from '../load.ts'
import { loadAtlas } from '../load.ts'
import { finishReport, type PlacedReport } from '../numberReports.ts'
import { changeFolder, type FolderChange, finishChanges } from './changeFolder.ts'
import { IssueChange } from './issueFiles.ts'
import { atlasFile, documentFile, fromAtlas, reportFile } from './layout.ts'

/** JSON for people and programs: indented, with a line feed at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Writes what was read as JSON: `atlas.jsonl` with a line a report, one file a report with its cells and its
 * sections as text, each report's source as a document, and the issues. Only what changed since the folder was
 * last written is written again; one report after the other, so that never all are in memory.
 */
export async function writeNormalized(folder: string, ingested: Ingested): Promise<Atlas> {
  finishChanges(folder, atlasFile)
  const earlier = existsSync(join(folder, atlasFile)) ? loadAtlas(folder) : null
  const before = new Map(earlier?.reports.map((report) => [report.report_id, report.digest]))
  let atlas: Atlas | undefined
  await changeFolder(folder, atlasFile, (change) => {
    const issues = new IssueChange(folder, earlier?.unread ?? [])
    const finished = (placed: PlacedReport) => finish(placed, ingested)
    for (const [i, placed] of ingested.placed.entries()) {
      const { report_id } = placed
      const digest = before.get(report_id)
      before.delete(report_id)
      if (digest === ingested.reports[i]?.digest) continue
      if (digest !== undefined) issues.remove(earlierIssues(folder, report_id))
      issues.add(writeReport(change, placed, ingested))
    }
    for (const gone of before.keys()) {
      issues.remove(earlierIssues(folder, gone))
      change.remove(reportFile(gone))
      change.remove(documentFile(gone))
    }
    issues.add(ingested.unread)
    issues.write(change)
    const byId = new Map(ingested.placed.map((placed) => [placed.report_id, placed]))
    const { placed: _, readingOf: __, ...known } = ingested
    const issuesOf = ({ report_id }: { report_id: string }) => {
      const placed = byId.get(report_id)
      return placed ? finished(placed).report.issues : []
    }
    atlas = { ...known, issue_kinds: countKinds(known.reports, known.unread, issuesOf) }
    change.writeLines(atlasFile, fromAtlas(atlas))
  })
  return atlas as Atlas
}

function finish(placed: PlacedReport, { readingOf }: Ingested) {
  const reading = readingOf(placed.index)
  if (!reading.report) throw new Error(`${reading.source.path} gave no report`)
  return { report: finishReport(placed, reading.report), document: reading.document }
}

/** Writes one report and its source; gives its issues. */
function writeReport(change: FolderChange, placed: PlacedReport, ingested: Ingested): readonly Issue[] {
  const { report, document } = finish(placed, ingested)
  const sections = document ? sectionsOf(document) : []
  change.write(reportFile(report.report_id), JSON.stringify({ ...report, sections }))
  if (document) change.write(documentFile(report.report_id), JSON.stringify(document))
  return report.issues
}

/** The issues of a report as the folder has it. */
const earlierIssues = (folder: string, reportId: string): readonly Issue[] =>
  (JSON.parse(readFileSync(join(folder, reportFile(reportId)), 'utf8')) as Report).issues
