import { hash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'

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
export function discover(rawDir: string): FoundFile[] {
  const found: FoundFile[] = []
  // One by one and without waiting: of a hundred thousand files, promises take four times as long.
  const look = (folder: string, below: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const [path, place] = [below + entry.name, `${folder}/${entry.name}`]
      if (entry.isDirectory()) look(place, `${path}/`)
      if (!entry.isFile()) continue
      const state = statSync(place, { throwIfNoEntry: false })
      // Gone meanwhile.
      if (state) found.push({ path, bytes: state.size, mtimeMs: state.mtimeMs })
    }
  }
  look(rawDir, '')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const sha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')
