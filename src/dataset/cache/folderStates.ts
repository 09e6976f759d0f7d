import { Worker } from 'node:worker_threads'
import type { FileState } from './folderStamp.ts'

/** The files of a folder, as `statesInThread` finds them. */
export interface FolderStates {
  /** The state of each, sorted by path. */
  readonly states: ReadonlyMap<string, FileState>
  /** What `stampOf` gives for all of them. */
  readonly stamp: string
}

/** What the thread answers: the paths with a zero after each, and three numbers for each path: none for a file that is gone. */
export interface StatesFound {
  readonly paths: string
  readonly numbers: Float64Array<ArrayBuffer>
  readonly stamp: string
}
/** How many numbers a state has. */
export const stateLength = 3

/**
 * The state of every file below a folder, and the stamp of all, found by another thread: of half a million files it takes
 * some seconds.
 */
export async function statesInThread(folder: string): Promise<FolderStates> {
  const worker = new Worker(new URL('./statesThread.ts', import.meta.url), { workerData: folder })
  const { paths, numbers, stamp } = await new Promise<StatesFound>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`the thread that looks for the files of ${folder} ended with ${code}`)),
    )
  })
  const states = new Map<string, FileState>()
  let at = 0
  for (const path of paths.split('\0').slice(0, -1)) {
    const state = [...numbers.subarray(at, at + stateLength)]
    states.set(path, state.some(Number.isNaN) ? [] : state)
    at += stateLength
  }
  return { states, stamp }
}
