import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { SourceFile } from '../ingest/discover.ts'
import { parseSources, type SourceNote, SourcesError } from '../ingest/sources.ts'
import type { NotesOfFile } from './readFile.ts'
import { UsageError } from './write/folder.ts'

/** Where the maintainer's notes on the files of a raw folder are: `sources.csv` beside it. */
export const sourcesPath = (raw: string): string => join(dirname(resolve(raw)), 'sources.csv')

/**
 * The maintainer's notes on the files of a raw folder, by path; none when there is no `sources.csv`.
 *
 * @throws UsageError when it cannot be understood
 */
export async function readNotes(raw: string): Promise<Map<string, SourceNote>> {
  const path = sourcesPath(raw)
  if (!existsSync(path)) return new Map()
  try {
    return parseSources(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SourcesError) throw new UsageError(error.message)
    throw error
  }
}

/** The notes on each file, those on the files in an archive with the archive. */
export function notesByFile(
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, SourceNote>,
): ReadonlyMap<string, NotesOfFile> {
  const paths = new Set(files.map((file) => file.path))
  const found = new Map<string, Record<string, SourceNote>>()
  for (const [path, note] of notes) {
    const steps = path.split('/')
    const outer = steps.map((_, i) => steps.slice(0, i + 1).join('/')).find((one) => paths.has(one)) ?? path
    const ofFile = found.get(outer) ?? {}
    ofFile[path] = note
    found.set(outer, ofFile)
  }
  return found
}
