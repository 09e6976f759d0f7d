import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Why a file system may refuse a link where it takes a copy: another one, none at all, or too many. */
const refusals = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'])

/**
 * Puts a file in a second place at no cost: as a hard link where the file system has them, else as a copy. Only for
 * files that are replaced and never written into, as all outputs are. `target` must not be there.
 */
export function linkFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(source, target)
  } catch (error) {
    if (!refusals.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  }
}
