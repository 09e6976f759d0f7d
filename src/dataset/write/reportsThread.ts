import { LostEntry } from '../cache/cache.ts'
import type { IssueLine } from './issueFiles.ts'
import { ReportFiles, type ReportToWrite } from './reportFiles.ts'

/** Reports that a thread is to write into a folder. */
export interface ReportsTask {
  readonly folder: string
  readonly reports: readonly ReportToWrite[]
}

/** The issues of the reports, or the key of an entry that turned out damaged: errors lose their class on the way. */
export type ReportsDone = { readonly issues: readonly IssueLine[] } | { readonly lost: string }

/** Writes reports in a thread. */
export default function writeLot({ folder, reports }: ReportsTask): ReportsDone {
  const files = new ReportFiles(folder)
  try {
    return { issues: reports.flatMap((report) => files.write(report)) }
  } catch (error) {
    if (error instanceof LostEntry) return { lost: error.key }
    throw error
  }
}
