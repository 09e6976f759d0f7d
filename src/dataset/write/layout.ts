import { type ReportFigures, readFigures, writeFigures } from '../../model/figures.ts'
import type { Atlas } from '../load.ts'
import { shardOf } from '../shard.ts'

/** The file that marks a folder as written by `ingest`: what is known of all reports together. */
export const atlasFile = 'atlas.jsonl'

/** Where a report with its cells, issues and sections is, relative to the normalized folder. */
export const reportFile = (reportId: string): string => `reports/${shardOf(reportId)}/${reportId}.json`
/** Where the source of a report is as a document. */
export const documentFile = (reportId: string): string => `documents/${shardOf(reportId)}/${reportId}.json`

const hexadecimal = [...'0123456789abcdef']
/** The beginnings of issue ids by which they are kept apart, in order. */
export const issueShards: readonly string[] = hexadecimal.flatMap((a) => hexadecimal.map((b) => a + b))
/** Where the issues are whose ids begin so, sorted by id, one a line. */
export const issueFile = (shard: string): string => `issues/${shard}.jsonl`

interface Row extends Omit<ReportFigures, 'figures'> {
  readonly figures: string
}
const fromRow = ({ figures, ...about }: Row): ReportFigures => ({ ...about, figures: readFigures(figures) })
const toRow = ({ figures, ...about }: ReportFigures): Row => ({ ...about, figures: writeFigures(figures) })

/**
 * The atlas as JSON, piece by piece: what is known of all on the first line, then a line for each report, figures
 * as bytes in the order of the cells of both forms. No string holds all of it, which could be too long for one.
 */
export function* fromAtlas({ reports, ...rest }: Atlas): Generator<string> {
  yield `${JSON.stringify(rest)}\n`
  for (const report of reports) yield `${JSON.stringify(toRow(report))}\n`
}

/** The atlas of the lines of its file. */
export function toAtlas(lines: Iterable<string>): Atlas {
  let rest: Omit<Atlas, 'reports'> | undefined
  const reports: ReportFigures[] = []
  for (const line of lines) {
    if (rest) reports.push(fromRow(JSON.parse(line) as Row))
    else rest = JSON.parse(line) as Omit<Atlas, 'reports'>
  }
  if (!rest) throw new Error(`${atlasFile} is empty`)
  return { ...rest, reports }
}

/** What of an atlas tells what is written already: the hash of each report by its id, and the issues of no report. */
export interface WrittenReports {
  readonly digests: Map<string, string>
  readonly unread: Atlas['unread']
}

const idAndDigest = /"report_id":"([^"\\]*)".*"digest":"([0-9a-f]*)"/

/** The same of the lines of the file of an atlas, of which only the first is taken apart: there are many. */
export function writtenReports(lines: Iterable<string>): WrittenReports {
  let unread: Atlas['unread'] | undefined
  const digests = new Map<string, string>()
  for (const line of lines) {
    if (unread) {
      const [, report_id, digest] = idAndDigest.exec(line) ?? []
      const row = report_id && digest ? { report_id, digest } : (JSON.parse(line) as Row)
      digests.set(row.report_id, row.digest)
    } else unread = (JSON.parse(line) as Atlas).unread
  }
  if (!unread) throw new Error(`${atlasFile} is empty`)
  return { digests, unread }
}
