import { setImmediate } from 'node:timers/promises'
import { LostEntry } from '../cache/cache.ts'
import { collectGarbage } from '../collectGarbage.ts'
import type { IssueLine } from './issueFiles.ts'
import { ReportFiles, type ReportToWrite } from './reportFiles.ts'
import type { ReportsDone, ReportsTask } from './reportsThread.ts'
import { openPool } from './threadPool.ts'

/** Reports handed to a thread at once: enough that the cost of a hand-over does not show. */
const lotSize = 50

/**
 * With the rows of more reports than this in memory, writing is for threads alone: what is unpacked beside them makes
 * this one look through all of them again and again.
 */
const mostHere = 20_000

/**
 * Writes reports, here and in other threads, and hands on their issues in any order. How many threads write shows
 * in nothing.
 *
 * @param jobs how many threads may write, this one included
 * @throws LostEntry when the reading of one is not there or damaged
 */
export async function writeReports(
  folder: string,
  reports: Iterable<ReportToWrite>,
  jobs: number,
  onIssues: (issues: readonly IssueLine[]) => void,
): Promise<void> {
  const waiting = [...reports]
  const takeLot = () => waiting.splice(-lotSize)
  const files = new ReportFiles(folder)
  const here = async () => {
    for (let lot = takeLot(); lot.length > 0; lot = takeLot()) {
      for (const report of lot) onIssues(files.write(report))
      await setImmediate()
    }
  }
  const lanes = Math.min(jobs, Math.ceil(waiting.length / lotSize))
  if (lanes <= 1) return here()
  const threads = waiting.length > mostHere ? lanes : lanes - 1
  collectGarbage(waiting.length)
  const pool = await openPool({ module: new URL('./reportsThread.ts', import.meta.url), count: threads })
  const inThread = async () => {
    for (let lot = takeLot(); lot.length > 0; lot = takeLot()) {
      const done = (await pool.run({ folder, reports: lot } satisfies ReportsTask)) as ReportsDone
      if ('lost' in done) throw new LostEntry(done.lost)
      onIssues(done.issues)
    }
  }
  const all = Array.from({ length: threads }, inThread)
  if (threads < lanes) all.push(here())
  try {
    await Promise.all(all)
  } finally {
    // A thread is not stopped in the middle of its work, and nothing is written once this is over.
    waiting.length = 0
    await Promise.allSettled(all)
    await pool.destroy()
  }
}
