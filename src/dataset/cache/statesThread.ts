import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { type FileState, filesBelow, stampOf, stateOf } from './folderStamp.ts'
import { packStates, type StatesFound } from './folderStates.ts'

// Entry point of the thread that looks at the files of a folder.
const folder = workerData as string
// In the order in which a stamp is made of them: who waits for them has little else to do.
const files = filesBelow(folder).sort()
const states = new Map<string, FileState>()
for (const path of files) states.set(path, stateOf(join(folder, path)))
const found: StatesFound = { ...packStates(states), stamp: stampOf(folder, files, states) }
parentPort?.postMessage(found, [found.numbers.buffer])
