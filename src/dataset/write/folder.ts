import { existsSync, realpathSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** A mistake in how a command was called: its message is one clear line, and the exit code is 2. */
export class UsageError extends Error {}

/** The file that marks a folder as a dataset of ours. */
export const datasetMark = 'datapackage.json'
/** The file that marks a folder as a site of ours: the description of the dataset it serves. */
export const siteMark = `data/${datasetMark}`

/** The path with symbolic links followed as far as it exists, so that no link leads back into the input. */
function realPath(path: string): string {
  const absolute = resolve(path)
  if (existsSync(absolute)) return realpathSync(absolute)
  const parent = dirname(absolute)
  return parent === absolute ? absolute : join(realPath(parent), basename(absolute))
}

const inside = (inner: string, outer: string): boolean => {
  const path = relative(realPath(outer), realPath(inner))
  return (
    path === '' ||
    !(path === '..' || path.startsWith('../') || path.startsWith('..\\') || resolve(path) === path)
  )
}

/** Refuses folders of which writing one would touch the input or another output. */
export function refuseOverlap(input: string, outputs: readonly string[]): void {
  for (const output of outputs) {
    if (inside(output, input) || inside(input, output)) {
      throw new UsageError(`${output} and the input folder ${input} overlap; the input is never written to`)
    }
  }
  for (const [i, one] of outputs.entries()) {
    const clash = outputs.slice(i + 1).find((other) => inside(other, one) || inside(one, other))
    if (clash) throw new UsageError(`${one} and ${clash} overlap; give each output a folder of its own`)
  }
}

/** Refuses to replace a folder that holds something we did not write; `mark` is a file that all of ours have. */
export async function refuseForeign(folder: string, mark: string): Promise<void> {
  if (!existsSync(folder) || existsSync(join(folder, mark))) return
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is not a folder`)
  if ((await readdir(folder)).length > 0) {
    throw new UsageError(
      `${folder} is not empty and was not written by this program (no ${mark} in it); name another folder`,
    )
  }
}

/** Refuses a folder that cannot be made or replaced, before any work is done for it. */
export async function refuseUnwritable(folder: string): Promise<void> {
  let parent = dirname(resolve(folder))
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent)
  try {
    // Asking for rights is not enough: no one can write in /proc, whatever its rights say.
    await rmdir(await mkdtemp(join(parent, '.gongkai-')))
  } catch (error) {
    throw new UsageError(`${folder} cannot be written to (${(error as NodeJS.ErrnoException).code})`)
  }
}

/**
 * Writes a folder whole or not at all: `fill` writes beside it, and the new folder takes the place of the old
 * only when it is finished.
 *
 * @param mark a file that `fill` always writes, by which an earlier result is recognised
 * @throws UsageError when the folder holds something else, or cannot be written to
 */
export async function replaceFolder(
  folder: string,
  mark: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  await refuseForeign(folder, mark)
  await refuseUnwritable(folder)
  const beside = (suffix: string) =>
    join(dirname(resolve(folder)), `.${basename(folder)}.${suffix}-${process.pid}`)
  const [fresh, old] = [beside('new'), beside('old')]
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  try {
    await fill(fresh)
    if (existsSync(folder)) await rename(folder, old)
    await rename(fresh, folder)
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(fresh, { recursive: true, force: true })
    // Still there when the new folder could not take its place: the earlier result goes back.
    if (existsSync(old) && !existsSync(folder)) await rename(old, folder)
  }
}
