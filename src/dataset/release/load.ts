import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { changesTable } from '../describe/changesTable.ts'
import type { CsvRow } from '../verify/readCsv.ts'
import type { Release } from './release.ts'
import { compareVersions, releaseMark } from './versions.ts'

/** A release with the first of its changes, as pages and the feed show them. */
export interface ShownRelease extends Release {
  readonly shown: readonly CsvRow[]
}

/** Changes of a release that are shown; all of them are in its `changes.csv`. */
export const shownChanges = 200

/** Where the releases are; the build sets it, and by default it is where `npm run release` writes. */
const releasesDir = (): string => process.env['GONGKAI_RELEASES'] ?? 'data/releases'

function loadRelease(folder: string): ShownRelease {
  const release = JSON.parse(readFileSync(join(folder, releaseMark), 'utf8')) as Release
  const text = readFileSync(join(folder, changesTable.path), 'utf8')
  const parsed = Papa.parse<CsvRow>(text, {
    header: true,
    delimiter: ',',
    preview: shownChanges,
    skipEmptyLines: true,
  })
  return { ...release, shown: parsed.data }
}

/** All releases, the latest first; none when there is no folder of them. */
export function loadReleases(dir: string = releasesDir()): ShownRelease[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, releaseMark)))
    .map((name) => loadRelease(join(dir, name)))
    .sort((a, b) => compareVersions(b.version, a.version))
}
