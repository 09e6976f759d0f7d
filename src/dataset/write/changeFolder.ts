import {
  close,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { refuseForeign, refuseUnwritable } from './folder.ts'

/** What is to become of a folder: files that are new or other than before, and files that go. */
export interface FolderChange {
  /** Where new files are put until all are there; what is written here in any way is part of the change. */
  readonly staging: string
  /** Writes a file; `path` is relative to the folder. */
  write(path: string, content: string | Uint8Array): void
  /** Writes a file of texts, or their bytes, that come one after the other. */
  writePieces(path: string, pieces: Iterable<string | Uint8Array>): void
  /** Removes a file, if it is there. */
  remove(path: string): void
}

/** The list of files that go; once it is there, the change is complete and only has to be carried out. */
const decided = '.decided.json'
/**
 * So many bytes are not moved onto a file that is there: ext4 then puts all of them on the disk before it goes on, a
 * second and more for a gigabyte.
 */
const large = 2 ** 26

/**
 * Changes a folder as a whole or not at all, at the cost of what changes rather than of what it holds. New files
 * are written beside it. When all are there that is noted down, and they are moved into place; a run that is
 * killed while it moves them is finished by the next.
 *
 * @param mark a file that the folder always has, by which it is known as ours; it is moved last
 * @throws UsageError when the folder holds something else, or cannot be written to
 */
export async function changeFolder(
  folder: string,
  mark: string,
  fill: (change: FolderChange) => Promise<void> | void,
): Promise<void> {
  await refuseForeign(folder, mark)
  await refuseUnwritable(folder)
  finishChanges(folder, mark)
  const staging = besideOf(folder, String(process.pid))
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  const made = new Set<string>()
  const removed: string[] = []
  const targetOf = (path: string) => {
    const target = join(staging, path)
    const parent = dirname(target)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    return target
  }
  const change: FolderChange = {
    staging,
    write: (path, content) => writeFileSync(targetOf(path), content),
    writePieces: (path, pieces) => writePieces(targetOf(path), pieces),
    remove: (path) => void removed.push(path),
  }
  try {
    await fill(change)
    writeFileSync(join(staging, decided), JSON.stringify(removed))
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw error
  }
  carryOut(staging, folder, mark)
}

/** Pieces are written so many bytes at a time. */
const writtenAtOnce = 1 << 20

function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w')
  const waiting = Buffer.allocUnsafe(writtenAtOnce)
  let length = 0
  const write = () => {
    writeFileSync(file, waiting.subarray(0, length))
    length = 0
  }
  for (const piece of pieces) {
    // No sign of a text takes more than three bytes a unit.
    const most = typeof piece === 'string' ? piece.length * 3 : piece.length
    if (length + most > waiting.length) write()
    if (most > waiting.length) writeFileSync(file, piece)
    else if (typeof piece === 'string') length += waiting.write(piece, length)
    else {
      waiting.set(piece, length)
      length += piece.length
    }
  }
  write()
  closeSync(file)
}

const besideOf = (folder: string, suffix: string): string =>
  join(dirname(resolve(folder)), `.${basename(folder)}.change-${suffix}`)

/** Carries out the changes of earlier runs that were decided, and forgets those that were not. */
export function finishChanges(folder: string, mark: string): void {
  const parent = dirname(resolve(folder))
  if (!existsSync(parent)) return
  const prefix = basename(besideOf(folder, ''))
  for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix))) {
    const staging = join(parent, name)
    if (existsSync(join(staging, decided))) carryOut(staging, folder, mark)
    else if (!isAlive(Number(name.slice(prefix.length)))) rmSync(staging, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function carryOut(staging: string, folder: string, mark: string): void {
  const removed = JSON.parse(readFileSync(join(staging, decided), 'utf8')) as string[]
  const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0
  if (isEmpty) {
    // Nothing to keep: the folder takes its place in one move.
    rmSync(folder, { recursive: true, force: true })
    renameSync(staging, folder)
    rmSync(join(folder, decided))
    return
  }
  moveAll(staging, staging, folder, new Set([decided, mark]))
  for (const path of removed) removeFile(folder, path)
  // At once, however large: without it, the folder would be taken for that of someone else.
  if (existsSync(join(staging, mark))) renameSync(join(staging, mark), join(folder, mark))
  rmSync(staging, { recursive: true, force: true })
}

/** Removes a file, and the folders in which nothing is left then. */
function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path), { recursive: true, force: true })
  try {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) rmdirSync(join(folder, parent))
  } catch {
    // There is something in it, or it is gone already. To look for that takes long where there is much.
  }
}

function moveAll(root: string, from: string, folder: string, but: ReadonlySet<string>): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const path = relative(root, source)
    if (but.has(path)) continue
    if (entry.isDirectory()) {
      // A whole subfolder that is new moves at once.
      if (existsSync(join(folder, path))) moveAll(root, source, folder, but)
      else renameSync(source, join(folder, path))
    } else moveFile(source, join(folder, path))
  }
}

function moveFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  if (lstatSync(source).size < large || !existsSync(target)) {
    renameSync(source, target)
    return
  }
  // The file before is gone at once; its bytes, a second for a gigabyte, go when a thread lets go of it.
  const before = openSync(target, 'r')
  unlinkSync(target)
  renameSync(source, target)
  close(before, () => {})
}
