import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { filesBelow, stateOf } from './folderStamp.ts'
import { type StatesFound, stateLength } from './folderStates.ts'

// Entry point of the thread that looks at the files of a folder.
const folder = workerData as string
// In the order in which a stamp is made of them: who waits for them has little else to do.
const files = filesBelow(folder).sort()
const numbers = new Float64Array(files.length * stateLength).fill(Number.NaN)
for (const [i, path] of files.entries()) numbers.set(stateOf(join(folder, path)), i * stateLength)
const found: StatesFound = { paths: files.map((path) => `${path}\0`).join(''), numbers }
parentPort?.postMessage(found, [numbers.buffer])
