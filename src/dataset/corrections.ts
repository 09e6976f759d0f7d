import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { applyCorrection, correctionFinding } from '../checks/corrections.ts'
import { CorrectionsError, parseCorrections } from '../ingest/corrections.ts'
import type { AppliedCorrection, Correction } from '../model/correction.ts'
import type { Issue } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import { toIssues } from './numberIssues.ts'
import { UsageError } from './write/folder.ts'

const fileName = 'corrections.csv'

/**
 * The corrections for a raw folder, from `corrections.csv` beside it; none when there is no such file.
 *
 * @throws UsageError when it cannot be understood
 */
export async function readCorrections(raw: string): Promise<Correction[]> {
  const path = join(dirname(resolve(raw)), fileName)
  if (!existsSync(path)) return []
  try {
    return parseCorrections(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof CorrectionsError) throw new UsageError(error.message)
    throw error
  }
}

/** Reports with their corrections as issues, all corrections with what became of them, and issues of no report. */
export interface Corrected {
  readonly reports: readonly Report[]
  readonly corrections: readonly AppliedCorrection[]
  /** Of corrections that name a report which is not there. */
  readonly unmatched: readonly Issue[]
}

/** Holds every correction against its report, and notes beside the report what became of it. */
export function withCorrections(reports: readonly Report[], corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { reports, corrections: [], unmatched: [] }
  const byId = new Map(reports.map((report) => [report.report_id, report]))
  const applied = corrections.map((one) => applyCorrection(one, byId.get(one.report_id)))
  const byReport = Map.groupBy(applied, (one) => one.report_id)
  const unmatched = applied
    .filter((one) => !byId.has(one.report_id))
    .map((one) => correctionFinding(one, undefined))
  return {
    reports: reports.map((report) => {
      const own = byReport.get(report.report_id)
      if (!own) return report
      const findings = own.map((one) => correctionFinding(one, report))
      return {
        ...report,
        issues: [...report.issues, ...toIssues(findings, report.report_id, report.source.path)],
      }
    }),
    corrections: applied,
    unmatched: toIssues(unmatched, '', fileName),
  }
}
