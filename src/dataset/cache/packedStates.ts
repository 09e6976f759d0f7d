import type { FileState } from './folderStamp.ts'

/** The states of files as they are kept, and as one thread tells another. */
export interface PackedStates {
  /** The paths, with a zero after each. */
  readonly paths: string
  /** The numbers of each: no numbers stand for a file that is gone. */
  readonly numbers: Float64Array<ArrayBuffer>
}

/** How many numbers a state has. */
export const stateLength = 3

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

/** Paths with a zero after each. */
export const joined = (paths: readonly string[]): string => paths.map((path) => `${path}\0`).join('')

/** The paths that were joined. */
export const pathsIn = ({ paths }: Pick<PackedStates, 'paths'>): string[] => paths.split('\0').slice(0, -1)

/** Adds what was packed to states. */
export function unpackStates(packed: PackedStates, states: Map<string, FileState>): void {
  let at = 0
  for (const path of pathsIn(packed)) {
    const state = [...packed.numbers.subarray(at, at + stateLength)]
    states.set(path, state.some(Number.isNaN) ? [] : state)
    at += stateLength
  }
}
