import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { figuresOf } from '../../model/figures.ts'
import type { Issue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import { type Corpus, corpusOf } from '../corpus.ts'
import { verifyDataset } from '../verify/verify.ts'
import { readWhole } from '../whole.ts'
import { writeDataset } from '../write/dataset.ts'
import { changeRows } from './changes.ts'
import { freezeRelease } from './freeze.ts'
import { compareVersions, latestDataset, releasedVersions } from './versions.ts'

// Reading the default corpus starts a process.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let folder: string
let releases: string
let dataset: string
let corpus: Corpus
let reports: readonly Report[]
let issues: readonly Issue[]
const changed = 'disclosure.normative_documents.in_force'
let report: Report

/** The corpus with another figure in one cell, as another version of the reader would read it. */
function withFigure(value: number): Corpus {
  const cells = report.cells.map((cell) =>
    cell.cell_id === changed ? { ...cell, value, raw: String(value), effective_value: value } : cell,
  )
  const all = reports.map((one) => (one.report_id === report.report_id ? { ...one, cells } : one))
  return corpusOf({
    atlas: { ...corpus.atlas, reports: all.map(figuresOf) },
    reports: all,
    issues,
  })
}

const release = async (of: Corpus, version: string) => {
  await writeDataset(dataset, of, { earlier: await latestDataset(releases) })
  return freezeRelease({ version, dataset, releases, date: '2026-01-31' })
}
const text = (path: string) => readFile(join(releases, path), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-test-'))
  ;[releases, dataset] = [join(folder, 'releases'), join(folder, 'dataset')]
  const ingested = await readWhole({ raw: join(import.meta.dirname, '../../../data/raw'), jobs: 1 })
  ;[corpus, reports, issues] = [corpusOf(ingested), ingested.reports, ingested.issues]
  report = reports.find((one) =>
    one.cells.some((cell) => cell.cell_id === changed && cell.value !== null),
  ) as Report
  await release(corpus, '1.0.0')
  await release(withFigure(4321), '1.1.0')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a release after one figure changed', () => {
  test('has exactly that figure in changes.csv', async () => {
    const before = report.cells.find((cell) => cell.cell_id === changed)?.value
    expect(await text('1.1.0/changes.csv')).toBe(
      `change,report_id,cell_id,before,after,why\nvalue_changed,${report.report_id},${changed},${before},4321,reader\n`,
    )
    expect((await text('1.0.0/changes.csv')).split('\n')).toHaveLength(2)
  })

  test('says so in its changelog and in release.json', async () => {
    expect(await text('1.1.0/CHANGELOG.md')).toContain(`\`${report.report_id}\` \`${changed}\``)
    expect(await text('1.0.0/CHANGELOG.md')).toContain('The first release.')
    expect(JSON.parse(await text('1.1.0/release.json'))).toMatchObject({
      version: '1.1.0',
      released_on: '2026-01-31',
      previous: '1.0.0',
      changes: { value_changed: 1 },
    })
  })

  test('holds, under its own version', async () => {
    expect((await verifyDataset(join(releases, '1.1.0/dataset'))).problems).toEqual([])
    expect(JSON.parse(await text('1.1.0/dataset/datapackage.json')).version).toBe('1.1.0')
    expect(await text('1.1.0/dataset/CITATION.cff')).toContain('version: 1.1.0')
  })
})

describe('zips', () => {
  const contents = async (name: string) =>
    Object.keys(unzipSync(await readFile(join(releases, '1.0.0/zips', `gongkai-atlas-1.0.0-${name}.zip`))))

  test('are one for all and one a year, each with what is needed to read it', async () => {
    const years = [...new Set(reports.map((one) => String(one.year)))].sort()
    expect(await readdir(join(releases, '1.0.0/zips'))).toEqual(
      [...years, 'all'].map((name) => `gongkai-atlas-1.0.0-${name}.zip`),
    )
    const ofYear = await contents(years[0] ?? '')
    expect(ofYear.filter((path) => path.includes('/cells/'))).toEqual(
      ['csv', 'parquet'].map((ending) => `gongkai-atlas-1.0.0/cells/${years[0]}.${ending}`),
    )
    expect(ofYear).toEqual(
      expect.arrayContaining(['gongkai-atlas-1.0.0/README.md', 'gongkai-atlas-1.0.0/reports.csv']),
    )
    expect(
      (await contents('all')).filter((path) => path.endsWith('.csv') && path.includes('/cells/')),
    ).toHaveLength(years.length)
  })

  test('hold the bytes of the dataset', async () => {
    const zip = unzipSync(await readFile(join(releases, '1.0.0/zips/gongkai-atlas-1.0.0-all.zip')))
    for (const path of ['reports.csv', 'cells/2022.parquet'])
      expect(
        Buffer.from(zip[`gongkai-atlas-1.0.0/${path}`] ?? []).equals(
          await readFile(join(releases, '1.0.0/dataset', path)),
        ),
      ).toBe(true)
  })
})

test('the same dataset after the same release gives the same bytes', async () => {
  const again = join(folder, 'again')
  await writeDataset(dataset, corpus)
  await freezeRelease({ version: '1.0.0', dataset, releases: again, date: '2026-01-31' })
  for (const path of ['release.json', 'zips/gongkai-atlas-1.0.0-all.zip', 'dataset/checksums.sha256'])
    expect(
      (await readFile(join(again, '1.0.0', path))).equals(await readFile(join(releases, '1.0.0', path))),
    ).toBe(true)
})

describe('a release is refused', () => {
  const refuse = (version: string) => freezeRelease({ version, dataset, releases, date: '2026-02-01' })
  test('with a version that is none, or not a later one', async () => {
    await expect(refuse('next')).rejects.toThrow(/like 1\.2\.0/)
    await expect(refuse('1.1.0')).rejects.toThrow(/needs a later version/)
    await expect(refuse('1.0.9')).rejects.toThrow(/needs a later version/)
  })
  test('of a dataset that was made without the release before', async () => {
    await writeDataset(dataset, corpus)
    await expect(refuse('1.2.0')).rejects.toThrow(/run npm run dataset/)
    expect(await releasedVersions(releases)).toEqual(['1.0.0', '1.1.0'])
  })
})

test('reports that come, go or have another source are said to, and their cells are put down to the source', async () => {
  const [first, ...others] = reports as readonly [Report, ...Report[]]
  const moved = { ...others.at(-1), source: { ...others.at(-1)?.source, sha256: 'f'.repeat(64) } } as Report
  const cells = moved.cells.map((cell) =>
    cell.cell_id === changed ? { ...cell, effective_value: null, basis: null } : cell,
  )
  const of = (all: readonly Report[]) =>
    corpusOf({ atlas: { ...corpus.atlas, reports: all.map(figuresOf) }, reports: all, issues: [] })
  await writeDataset(join(folder, 'before'), of(reports.slice(1)))
  await writeDataset(join(folder, 'after'), of([first, ...others.slice(1, -1), { ...moved, cells }]))
  const rows = await changeRows(join(folder, 'before'), join(folder, 'after'))
  expect(
    rows.filter((row) => row['cell_id'] === '').map((row) => [row['change'], row['report_id'], row['why']]),
  ).toEqual(
    [
      ['report_added', first.report_id, ''],
      ['report_removed', others[0]?.report_id, ''],
      ['report_replaced', moved.report_id, 'source'],
    ].sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)),
  )
  expect(rows.filter((row) => row['cell_id'] !== '').every((row) => row['why'] === 'source')).toBe(true)
})

test('a correction that was made since is said to be one', async () => {
  const correction = {
    report_id: report.report_id,
    field: changed,
    expected: '1',
    found: '1',
    corrected: '2',
    status: 'applied',
    reason: '虚构',
    source: '',
    date: '2026-01-01',
    by: 'someone',
  } as const
  const of = (corrections: readonly (typeof correction)[]) =>
    corpusOf({ atlas: { ...corpus.atlas, corrections }, reports, issues: [] })
  await writeDataset(join(folder, 'before'), of([]))
  await writeDataset(join(folder, 'after'), of([correction]))
  const change = {
    change: 'correction_changed',
    report_id: report.report_id,
    cell_id: changed,
    why: 'correction',
  }
  expect(await changeRows(join(folder, 'before'), join(folder, 'after'))).toEqual([
    { ...change, before: '', after: '2' },
  ])
  expect(await changeRows(join(folder, 'after'), join(folder, 'before'))).toEqual([
    { ...change, before: '2', after: '' },
  ])
})

test('versions are in the order of their numbers', () => {
  const versions = ['1.10.0', '1.2.0', '1.2.0-beta.1', '0.9.9', '2.0.0']
  expect(versions.toSorted(compareVersions)).toEqual(['0.9.9', '1.2.0-beta.1', '1.2.0', '1.10.0', '2.0.0'])
})
