import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { type FileState, filesBelow, stampOf, stateOf } from './folderStamp.ts'
import { type StatesFound, stateLength } from './folderStates.ts'

// Entry point of the thread that looks at the files of a folder.
const folder = workerData as string
// In the order in which a stamp is made of them: who waits for them has little else to do.
const files = filesBelow(folder).sort()
const numbers = new Float64Array(files.length * stateLength).fill(Number.NaN)
const states = new Map<string, FileState>()
for (const [i, path] of files.entries()) {
  const state = stateOf(join(folder, path))
  states.set(path, state)
  numbers.set(state, i * stateLength)
}
const stamp = stampOf(folder, files, states)
const found: StatesFound = { paths: files.map((path) => `${path}\0`).join(''), numbers, stamp }
parentPort?.postMessage(found, [numbers.buffer])
