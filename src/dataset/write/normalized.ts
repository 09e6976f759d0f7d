import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import type { Ingested } from '../ingest.ts'
import { countKinds } from '../issueKinds.ts'
import type { Atlas } from '../load.ts'
import { type PlacedReport, standingOf } from '../numberReports.ts'
import { piecesAt } from '../readingAt.ts'
import { changeFolder, finishChanges } from './changeFolder.ts'
import { IssueChange, issueLine } from './issueFiles.ts'
import {
  atlasFile,
  documentFile,
  fromAtlas,
  reportFile,
  type WrittenReports,
  writtenReports,
} from './layout.ts'
import { byteLinesOf } from './lines.ts'
import { finishPieces, type ReportToWrite } from './reportFiles.ts'
import { writeReports } from './writeReports.ts'

/** JSON for people and programs: indented, with a line feed at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Writes what was read as JSON: `atlas.jsonl` with a line a report, one file a report with its cells and its
 * sections as text, each report's source as a document, and the issues. Only what changed since the folder was
 * last written is written again; one report after the other, so that never all are in memory.
 *
 * @param jobs how many threads write
 * @param asLeft whether the atlas is known to be as it was written: a damaged line would be taken over for ever
 */
export async function writeNormalized(
  folder: string,
  ingested: Ingested,
  jobs = 1,
  asLeft = false,
): Promise<Atlas> {
  finishChanges(folder, atlasFile)
  const path = join(folder, atlasFile)
  const { digests: before, unread } = existsSync(path) ? writtenReports(byteLinesOf(path)) : nothingWritten()
  let atlas: Atlas | undefined
  await changeFolder(folder, atlasFile, async (change) => {
    const issues = new IssueChange(folder, unread, change)
    const isNew = ({ report_id }: PlacedReport, i: number) => {
      const digest = before.get(report_id)
      before.delete(report_id)
      if (digest === ingested.reports[i]?.digest) return false
      if (digest !== undefined) issues.remove(earlierIssues(folder, report_id))
      return true
    }
    const toWrite = ingested.placed
      .filter(isNew)
      .map((one): ReportToWrite => ({ standing: standingOf(one), at: ingested.placeOf(one.index) }))
    await writeReports(change.staging, toWrite, jobs, (lines) => issues.add(lines))
    for (const gone of before.keys()) {
      issues.remove(earlierIssues(folder, gone))
      change.remove(reportFile(gone))
      change.remove(documentFile(gone))
    }
    issues.add(ingested.unread.map(issueLine))
    issues.write()
    atlas = atlasOf(ingested)
    change.writePieces(atlasFile, fromAtlas(atlas, asLeft && existsSync(path) ? byteLinesOf(path) : []))
  })
  return atlas as Atlas
}

const nothingWritten = (): WrittenReports => ({ digests: new Map(), unread: [] })

function atlasOf({ placed, placeOf, ...known }: Ingested): Atlas {
  const byId = new Map(placed.map((one) => [one.report_id, one]))
  const issuesOf = ({ report_id }: { report_id: string }) => {
    const one = byId.get(report_id)
    return one ? finishPieces(standingOf(one), piecesAt(placeOf(one.index))).report.issues : []
  }
  return { ...known, issue_kinds: countKinds(known.reports, known.unread, issuesOf) }
}

/** The issues of a report as the folder has it. */
const earlierIssues = (folder: string, reportId: string): readonly Issue[] =>
  (JSON.parse(readFileSync(join(folder, reportFile(reportId)), 'utf8')) as Report).issues
