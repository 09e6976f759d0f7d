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
 *
 * @param before the lines of the atlas that the same code wrote before, of which those of reports that are as they
 * were are taken over
 */
export function* fromAtlas(
  { reports, ...rest }: Atlas,
  before: Iterable<Buffer> = [],
): Generator<string | Uint8Array> {
  yield `${JSON.stringify(rest)}\n`
  const linesBefore = before[Symbol.iterator]()
  // What is known of all.
  linesBefore.next()
  let line = linesBefore.next()
  let known = line.done ? null : idAndDigestOf(line.value)
  for (const report of reports) {
    // Both are sorted by id.
    while (known && known.report_id < report.report_id) {
      line = linesBefore.next()
      known = line.done ? null : idAndDigestOf(line.value)
    }
    const isSame = known?.report_id === report.report_id && known.digest === report.digest
    if (isSame && !line.done) {
      yield line.value
      yield '\n'
    } else yield `${JSON.stringify(toRow(report))}\n`
  }
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

/**
 * The id and the hash of the line of a report, which is not taken apart for them: there are many. Nor is the line made a
 * string: V8 keeps the whole of one for as long as a piece lives that was cut out of it.
 */
function idAndDigestOf(line: Buffer): Pick<ReportFigures, 'report_id' | 'digest'> {
  // Ids are ASCII; one that were not would not be found.
  const report_id = between(line, line.indexOf(idKey), idKey)
  const digest = between(line, line.lastIndexOf(digestKey), digestKey)
  const isPlain = plainId.test(report_id) && plainDigest.test(digest)
  return isPlain ? { report_id, digest } : (JSON.parse(line.toString()) as Row)
}

const [idKey, digestKey] = [Buffer.from('"report_id":"'), Buffer.from('"digest":"')]
const [plainId, plainDigest] = [/^[\w.-]+$/, /^[0-9a-f]+$/]
const quote = 0x22

/** The text from the end of a key at a place to the next quote; empty where there is no such key. */
function between(line: Buffer, at: number, key: Buffer): string {
  const from = at + key.length
  return at < 0 ? '' : line.toString('latin1', from, line.indexOf(quote, from))
}

/** What is written already, of the lines of the file of an atlas. */
export function writtenReports(lines: Iterable<Buffer>): WrittenReports {
  let unread: Atlas['unread'] | undefined
  const digests = new Map<string, string>()
  for (const line of lines) {
    if (unread) {
      const { report_id, digest } = idAndDigestOf(line)
      digests.set(report_id, digest)
    } else unread = (JSON.parse(line.toString()) as Atlas).unread
  }
  if (!unread) throw new Error(`${atlasFile} is empty`)
  return { digests, unread }
}
