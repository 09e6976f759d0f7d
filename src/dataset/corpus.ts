import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import type { Assembled } from './assemble.ts'
import { type Atlas, loadAtlas, loadReport } from './load.ts'
import { bytesOfFile } from './sharedMemory.ts'
import { issuesIn } from './write/issueFiles.ts'
import { issueFile, issueShards } from './write/layout.ts'

/** Issues, sorted by id, of which a part of all consists. */
export interface IssueShard {
  /** A hash of the issues; null where it is not known. */
  readonly digest: string | null
  issues(): Iterable<Issue>
}

/**
 * What the dataset is made from. What is known of all reports is there at once; the reports themselves, with
 * their cells, and the issues come one after the other, so that never all of them are in memory.
 */
export interface Corpus {
  /** Where `reportIn` finds the same reports; null of a corpus that is in memory only. */
  readonly folder: string | null
  readonly atlas: Atlas
  /** The years that reports are for, ascending; null last, when there are reports without a year. */
  readonly years: readonly (number | null)[]
  /** A report whole. */
  reportOf(reportId: string): Report
  /** Every issue, those of files that gave no report included, in the order of their ids. */
  readonly issueShards: readonly IssueShard[]
}

/** The name of a year in file names; reports without one are `undated`. */
export const yearName = (year: number | null): string => String(year ?? 'undated')

/** The years of reports, ascending; null last. */
export const yearsOfReports = (reports: readonly { readonly year: number | null }[]): (number | null)[] =>
  [...new Set(reports.map((report) => report.year))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  )

/** A hash of the bytes of a file; of none, that of no bytes. */
function hashOf(path: string): string {
  const hash = createHash('sha256')
  if (existsSync(path)) hash.update(bytesOfFile(path))
  return hash.digest('hex')
}

/** The corpus that `ingest` wrote into a folder. */
export function corpusIn(normalized: string): Corpus {
  const atlas = loadAtlas(normalized)
  return {
    folder: normalized,
    atlas,
    years: yearsOfReports(atlas.reports),
    reportOf: (id) => loadReport(id, normalized),
    issueShards: issueShards.map((shard) => ({
      digest: hashOf(join(normalized, issueFile(shard))),
      issues: () => issuesIn(normalized, shard),
    })),
  }
}

/** A corpus of reports that are in memory. */
export function corpusOf({ atlas, reports, issues }: Assembled): Corpus {
  const byId = new Map(reports.map((report) => [report.report_id, report]))
  return {
    folder: null,
    atlas,
    years: yearsOfReports(reports),
    reportOf: (id) => byId.get(id) as Report,
    issueShards: [{ digest: null, issues: () => issues }],
  }
}
