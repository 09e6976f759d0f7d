import { Worker } from 'node:worker_threads'
import { type FilesChanged, type FilesFound, placeNote } from './filesLeft.ts'
import type { FilesTask } from './filesLeftThread.ts'
import { type FileState, notePath } from './folderStamp.ts'
import { joined, packStates, pathsIn } from './packedStates.ts'

// Of half a million files it takes some seconds to look for them all, or to note them down.

/** Where it is noted down in a cache how the files of a folder were left. */
const leftPath = (cache: string, folder: string): string => notePath(cache, folder, 'files')

function inThread<Answer>(task: FilesTask): Promise<Answer> {
  const worker = new Worker(new URL('./filesLeftThread.ts', import.meta.url), { workerData: task })
  return new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`the thread that looks at the files of ${task.folder} ended with ${code}`)),
    )
  })
}

/** How the files of a folder were found. */
export interface FolderFound {
  /** What is not as it was left when that was noted down in the cache, as in `FilesFound`; null where all are. */
  readonly other: string | null
  /** The paths of all files. */
  files(): string[]
}

/** Looks for the files of a folder, and whether all are as they were left, in another thread. */
export async function filesFound(cache: string, folder: string): Promise<FolderFound> {
  const { other, paths } = await inThread<FilesFound>({
    folder,
    left: leftPath(cache, folder),
    changed: null,
  })
  return { other, files: () => pathsIn({ paths }) }
}

/** What became of the files of a folder, as in `FilesChanged`. */
export interface FolderChanged extends Pick<FilesChanged, 'goesOn'> {
  readonly fresh: readonly string[]
  readonly gone: readonly string[]
  readonly known: ReadonlyMap<string, FileState>
}

/**
 * Writes how the files of a folder are left, in another thread.
 *
 * @returns what puts that in place in the cache, once all else that is noted down of the folder is there
 */
export async function noteFilesLeft(
  cache: string,
  folder: string,
  { fresh, gone, known, goesOn }: FolderChanged,
): Promise<() => void> {
  const left = leftPath(cache, folder)
  const changed = { fresh: joined(fresh), gone: joined(gone), known: packStates(known), goesOn }
  await inThread({ folder, left, changed })
  return () => placeNote(left)
}
