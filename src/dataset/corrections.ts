import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { applyCorrection, correctionFinding } from '../checks/corrections.ts'
import { CorrectionsError, parseCorrections } from '../ingest/corrections.ts'
import type { AppliedCorrection, Correction } from '../model/correction.ts'
import type { Finding, Issue } from '../model/issue.ts'
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

/** What is to be noted of reports, all corrections with what became of them, and issues of no report. */
export interface Held {
  /** By report id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly corrections: readonly AppliedCorrection[]
  /** Of corrections that name a report which is not there. */
  readonly unmatched: readonly Issue[]
}

/** Holds every correction against its report, and says what became of it. `reports` are at least those named. */
export function holdCorrections(reports: readonly Report[], corrections: readonly Correction[]): Held {
  const byId = new Map(reports.map((report) => [report.report_id, report]))
  const applied = corrections.map((one) => applyCorrection(one, byId.get(one.report_id)))
  const byReport = Map.groupBy(applied, (one) => one.report_id)
  const unmatched = applied
    .filter((one) => !byId.has(one.report_id))
    .map((one) => correctionFinding(one, undefined))
  return {
    findings: new Map(
      reports.map((report) => {
        const own = byReport.get(report.report_id) ?? []
        return [report.report_id, own.map((one) => correctionFinding(one, report))]
      }),
    ),
    corrections: applied,
    unmatched: toIssues(unmatched, '', fileName),
  }
}
