import { parentPort, workerData } from 'node:worker_threads'
import { type FilesChanged, lookForFiles, noteFiles } from './filesLeft.ts'

// Entry point of the thread that looks at the files of a folder.

/** What it is to do: to look for the files, or to note down how they are left. */
export interface FilesTask {
  readonly folder: string
  readonly left: string
  readonly changed: FilesChanged | null
}

const { folder, left, changed } = workerData as FilesTask
parentPort?.postMessage(changed ? noteFiles(folder, left, changed) : lookForFiles(folder, left))
