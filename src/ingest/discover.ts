import { hash } from 'node:crypto'

/** A file of the raw folder: its path relative to it, with forward slashes, and its size. */
export interface SourceFile {
  readonly path: string
  readonly bytes: number
}

/** A file as found; with the time of its last change, in milliseconds, it need not be opened to know it again. */
export interface FoundFile extends SourceFile {
  readonly mtimeMs: number
}

/** Files above this are not read: no report is that large, and reading one would stall the build. */
export const sizeLimit = 32 * 1024 * 1024

/** Every file under a folder, sorted by path; hidden files and symbolic links are left alone. */
export async function discover(rawDir: string): Promise<FoundFile[]> {
  // Only here: most of those that take hashes from this module look for no files.
  const { default: fg } = await import('fast-glob')
  const entries = await fg('**/*', { cwd: rawDir, dot: false, followSymbolicLinks: false, stats: true })
  return entries
    .map((entry) => ({ path: entry.path, bytes: entry.stats?.size ?? 0, mtimeMs: entry.stats?.mtimeMs ?? 0 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const sha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')
