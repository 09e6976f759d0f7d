import { compileLater } from '../dataset/reading/compileLater.ts'
import type { Measured } from './benchmark.ts'

/** Work on one file. What it returns is not looked at. */
export type Work = (path: string) => unknown

/** How long two ways of working on the same files took. */
export type Times = Pick<Measured, 'floorFigure' | 'workFigure' | 'ratio'> & { readonly unit: 'ms/file' }

/**
 * Lists of files that are worked on before, while code is compiled: a corpus is read for minutes, of which compiling
 * takes the first seconds. With 200 files a list, as is usual, the compiler's threads have little left to do after 60
 * lists; after 40 a twentieth of all time is theirs. Each file once, as in a corpus: to read a few again and again
 * compiles for just these, and the files that are measured would have it done over.
 */
export const warmUpLists = 60

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Milliseconds of a processor for one file, over all threads of the process: what a single core would take, the
 * threads that open files and compile included, whatever else the machine is doing.
 */
async function time(work: Work, paths: readonly string[]): Promise<number> {
  const before = process.cpuUsage()
  for (const path of paths) await work(path)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / paths.length
}

/**
 * Times `floor` and `work` on the files of each round, one right after the other and each first in turn. Each
 * ratio is of one round, which should have enough files for each to pay for its own garbage. The first lists are
 * for warming up.
 */
export async function compare(
  lists: readonly (readonly string[])[],
  floor: Work,
  work: Work,
): Promise<Times> {
  // As the processes are set that read for the program: what is measured is how long they take.
  compileLater()
  for (const paths of lists.slice(0, warmUpLists)) {
    await time(floor, paths)
    await time(work, paths)
  }
  const times: { floorMs: number; workMs: number }[] = []
  for (const [i, paths] of lists.slice(warmUpLists).entries()) {
    const before = i % 2 ? await time(floor, paths) : 0
    const workMs = await time(work, paths)
    const floorMs = i % 2 ? before : await time(floor, paths)
    times.push({ floorMs, workMs })
  }
  return {
    unit: 'ms/file',
    floorFigure: median(times.map((one) => one.floorMs)),
    workFigure: median(times.map((one) => one.workMs)),
    ratio: median(times.map((one) => one.workMs / one.floorMs)),
  }
}
