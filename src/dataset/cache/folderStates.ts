import { Worker } from 'node:worker_threads'
import type { FileState } from './folderStamp.ts'

/** The files of a folder, as `statesInThread` finds them. */
export interface FolderStates {
  /** The state of each, sorted by path. */
  readonly states: ReadonlyMap<string, FileState>
  /** What `stampOf` gives for all of them. */
  readonly stamp: string
}

/** The states of files as one thread tells another: the paths with a zero after each, and the numbers of each. */
export interface PackedStates {
  readonly paths: string
  readonly numbers: Float64Array<ArrayBuffer>
}
/** How many numbers a state has: no numbers stand for a file that is gone. */
const stateLength = 3

/** Packs the states of files, in the order in which they are given. */
export function packStates(states: ReadonlyMap<string, FileState>): PackedStates {
  const numbers = new Float64Array(states.size * stateLength).fill(Number.NaN)
  let paths = ''
  let at = 0
  for (const [path, state] of states) {
    paths += `${path}\0`
    numbers.set(state, at)
    at += stateLength
  }
  return { paths, numbers }
}

/** Adds what was packed to states. */
export function unpackStates({ paths, numbers }: PackedStates, states: Map<string, FileState>): void {
  let at = 0
  for (const path of paths.split('\0').slice(0, -1)) {
    const state = [...numbers.subarray(at, at + stateLength)]
    states.set(path, state.some(Number.isNaN) ? [] : state)
    at += stateLength
  }
}

/** What the thread answers. */
export interface StatesFound extends PackedStates {
  readonly stamp: string
}

/**
 * The state of every file below a folder, and the stamp of all, found by another thread: of half a million files it
 * takes some seconds.
 */
export async function statesInThread(folder: string): Promise<FolderStates> {
  const worker = new Worker(new URL('./statesThread.ts', import.meta.url), { workerData: folder })
  const { stamp, ...packed } = await new Promise<StatesFound>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`the thread that looks for the files of ${folder} ended with ${code}`)),
    )
  })
  const states = new Map<string, FileState>()
  unpackStates(packed, states)
  return { states, stamp }
}
