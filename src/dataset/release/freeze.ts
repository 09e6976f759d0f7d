import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChangeKind } from '../describe/changesTable.ts'
import { changesTable } from '../describe/changesTable.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { publishedTable } from '../describe/tables.ts'
import { type CsvRow, csvRows } from '../verify/readCsv.ts'
import { csvParts } from '../verify/tables.ts'
import { verifyDataset } from '../verify/verify.ts'
import { checksumsPath } from '../write/checksums.ts'
import { toCsv } from '../write/csv.ts'
import { describeDataset } from '../write/dataset.ts'
import { fingerprint } from '../write/fingerprint.ts'
import { replaceFolder, UsageError } from '../write/folder.ts'
import { json } from '../write/normalized.ts'
import { filesOf, sqlitePath } from '../write/tableFiles.ts'
import { changelog } from './changelog.ts'
import { changeRows } from './changes.ts'
import type { Release } from './release.ts'
import { compareVersions, releasedVersions, releaseMark, requireVersion } from './versions.ts'
import { writeZip, zipContents, zippedFrom } from './zips.ts'

/** What to release, as what, and where to. */
export interface ReleaseOptions {
  readonly version: string
  /** A dataset as `npm run dataset` writes it. */
  readonly dataset: string
  /** The folder of all releases, one folder a version. */
  readonly releases: string
  /** The date of the release, ISO. */
  readonly date: string
}

/** @throws UsageError when there is such a version already, or a later one */
async function requireNext(version: string, releases: string): Promise<string | null> {
  const latest = (await releasedVersions(releases)).at(-1) ?? null
  if (latest !== null && compareVersions(requireVersion(version), latest) <= 0)
    throw new UsageError(`there is a release ${latest} already; a new one needs a later version than that`)
  requireVersion(version)
  return latest
}

/** @throws UsageError when a dataset does not hold, or was not made after the release before */
async function requireSound(dataset: string, earlier: string | undefined): Promise<void> {
  const { problem_count, problems } = await verifyDataset(dataset)
  if (problem_count > 0)
    throw new UsageError(
      `${dataset} has ${problem_count} problems, such as ${problems[0]?.file} ${problems[0]?.message}; see npm run verify`,
    )
  const expected = toCsv(changesTable, earlier === undefined ? [] : await changeRows(earlier, dataset))
  if ((await readFile(join(dataset, changesTable.path), 'utf8')) !== expected)
    throw new UsageError(`${dataset} was not made after the latest release; run npm run dataset`)
}

/** The files of the tables of a dataset, as they were written. */
async function tableFilesOf(dataset: string): Promise<WrittenFile[]> {
  const sums = (await readFile(join(dataset, checksumsPath), 'utf8')).split('\n').filter(Boolean)
  const paths = new Set(sums.map((line) => line.slice(66)))
  const files = csvParts(paths).flatMap(filesOf)
  const written: WrittenFile[] = []
  for (const file of [...files, { path: sqlitePath }])
    written.push({ ...file, ...(await fingerprint(join(dataset, file.path))) })
  return written
}

async function writeZips(
  folder: string,
  dataset: string,
  name: string,
  paths: readonly string[],
): Promise<Release['zips']> {
  await mkdir(join(folder, 'zips'))
  const zips: Release['zips'][number][] = []
  for (const [part, contents] of zipContents(paths)) {
    const path = `zips/${name}-${part}.zip`
    await writeZip(join(folder, path), zippedFrom(dataset, name, contents))
    zips.push({ path, ...(await fingerprint(join(folder, path))) })
  }
  return zips
}

async function count(path: string, test: (row: CsvRow) => boolean = () => true): Promise<number> {
  let found = 0
  for await (const row of csvRows(path)) if (test(row)) found += 1
  return found
}

/**
 * Freezes a dataset as a release: a folder of its own with the dataset, what changed since the release before, a
 * changelog, and zips for all and per year. Whole or not at all; nothing of an earlier release is touched.
 *
 * @throws UsageError when the version is not a later one, or the dataset does not hold
 */
export async function freezeRelease({ version, dataset, releases, date }: ReleaseOptions): Promise<Release> {
  const previous = await requireNext(version, releases)
  await requireSound(dataset, previous === null ? undefined : join(releases, previous, 'dataset'))
  const target = join(releases, version)
  if (existsSync(target)) throw new UsageError(`${target} is there already`)
  let release: Release | undefined
  await replaceFolder(target, releaseMark, async (folder) => {
    const frozen = join(folder, 'dataset')
    await cp(dataset, frozen, { recursive: true })
    const tables = await tableFilesOf(frozen)
    await describeDataset(frozen, tables, { date, version })
    const described = ['README.md', 'CITATION.cff', 'datapackage.json', 'croissant.json', checksumsPath]
    const paths = [...tables.map((file) => file.path), ...described]
    const changes: CsvRow[] = []
    for await (const row of csvRows(join(frozen, changesTable.path))) changes.push(row)
    const kinds = Object.groupBy(changes, (row) => row['change'] as ChangeKind)
    release = {
      version,
      released_on: date,
      previous,
      reports: await count(
        join(frozen, publishedTable('reports').path),
        (row) => row['status'] !== 'superseded',
      ),
      agencies: await count(join(frozen, publishedTable('agencies').path)),
      changes: Object.fromEntries(Object.entries(kinds).map(([kind, rows]) => [kind, rows?.length ?? 0])),
      zips: await writeZips(folder, frozen, `gongkai-atlas-${version}`, paths),
    }
    await cp(join(frozen, changesTable.path), join(folder, changesTable.path))
    await writeFile(join(folder, 'CHANGELOG.md'), changelog(release, changes))
    await writeFile(join(folder, releaseMark), json(release))
  })
  return release as unknown as Release
}
