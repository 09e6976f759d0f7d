import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chartFile } from '../src/api/members.ts'
import { buildSite } from '../src/build.ts'
import { charts } from '../src/charts/index.ts'
import { yearName, yearsOfReports } from '../src/dataset/corpus.ts'
import { publishedTable } from '../src/dataset/describe/tables.ts'
import { loadAtlas, loadReport } from '../src/dataset/load.ts'
import { updateNormalized } from '../src/dataset/update.ts'
import { toCsv } from '../src/dataset/write/csv.ts'
import { cellRow } from '../src/dataset/write/rows.ts'
import { Random } from '../src/invented/random.ts'
import type { Report } from '../src/model/report.ts'
import { loadCases } from './cases/case.ts'

// Whole sites are built, while other tests run beside it.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 })

const cases = loadCases().filter((one) => ['txt', 'html', 'csv'].includes(one.input.extension))
let folder: string
let raw: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incremental-test-'))
  raw = join(folder, 'raw')
  await mkdir(raw)
  await mkdir(join(folder, 'dataset'))
  await writeFile(join(folder, 'dataset/datapackage.json'), '{}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A build that knows only what `cache` holds. */
async function build(name: string, updateDataset?: () => Promise<void>): Promise<void> {
  const [cache, normalized] = [join(folder, `cache-${name}`), join(folder, `normalized-${name}`)]
  await updateNormalized(normalized, { raw, cache, jobs: 1 })
  await writeCells(normalized)
  const [dataset, site, releases] = ['dataset', `site-${name}`, 'releases'].map((one) => join(folder, one))
  await buildSite({
    normalized,
    dataset: dataset as string,
    site: site as string,
    releases: releases as string,
    cache,
    quiet: true,
    ...(updateDataset ? { updateDataset } : {}),
  })
}

/** The cells of reports as CSV, in the order of a dataset. */
const cellsOf = (reports: readonly Report[]): string =>
  toCsv(
    publishedTable('cells'),
    reports.flatMap((report) =>
      report.cells.toSorted((a, b) => (a.cell_id < b.cell_id ? -1 : 1)).map((cell) => cellRow(report, cell)),
    ),
  )

/** Writes the one table of a dataset that the files of reports are cut from, where it is not as it should be. */
async function writeCells(normalized: string): Promise<void> {
  const { reports } = loadAtlas(normalized)
  const table = publishedTable('cells')
  await mkdir(join(folder, 'dataset/cells'), { recursive: true })
  for (const year of yearsOfReports(reports)) {
    const path = join(folder, 'dataset', table.path.replace('{year}', yearName(year)))
    const ofYear = reports.filter((report) => report.year === year)
    const cells = cellsOf(ofYear.map(({ report_id }) => loadReport(report_id, normalized)))
    const before = await readFile(path, 'utf8').catch(() => null)
    if (cells !== before) await replace(path, cells)
  }
}

/** What is asked of every file below a folder, by its path there. */
async function ofFiles(
  name: string,
  ask: (path: string) => Promise<string>,
): Promise<Record<string, string>> {
  const root = join(folder, name)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const answers = files.sort().map(async (path) => [path.slice(root.length + 1), await ask(path)] as const)
  return Object.fromEntries(await Promise.all(answers))
}

/** When each file below a folder was written, and which file it is. */
const states = (name: string) =>
  ofFiles(name, async (path) => {
    const { ino, mtimeMs } = await stat(path)
    return `${ino} ${mtimeMs}`
  })

/** Every file below a folder with a hash of its bytes. */
const contents = (name: string) =>
  ofFiles(name, async (path) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  )

/** Adds, changes and removes files at random. */
async function change(random: Random): Promise<void> {
  const there = await readdir(raw)

  for (let i = 0; i < 3; i += 1) {
    const one = random.pick(cases)
    await writeFile(join(raw, `${one.name}.${one.input.extension}`), one.input.bytes)
  }
  if (there.length === 0) return
  const changed = join(raw, random.pick(there))
  await writeFile(
    changed,
    (await readFile(changed, 'latin1')).replace(/(\d)(?=\D*$)/, (digit) => `${digit}7`),
    'latin1',
  )
  await rm(join(raw, random.pick(there)))
}

/** Writes a file as the program does: what is linked to the one before keeps that. */
async function replace(path: string, content: string): Promise<void> {
  await rm(path, { force: true })
  await writeFile(path, content)
}

/** Puts other digits into a file. */
async function alter(path: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('1', '2'))
}

test('a site built on from an earlier one has the same bytes as one built afresh', async () => {
  const random = new Random('incremental', 7)
  for (let step = 0; step < 3; step += 1) {
    await change(random)
    await build('kept')
  }
  await build('fresh')
  expect(loadAtlas(join(folder, 'normalized-kept'))).toEqual(loadAtlas(join(folder, 'normalized-fresh')))
  expect(await contents('normalized-kept')).toEqual(await contents('normalized-fresh'))
  expect(await contents('site-kept')).toEqual(await contents('site-fresh'))
})

test('each report has a file of its record and one of its cells, and no other has', async () => {
  const normalized = join(folder, 'normalized-kept')
  const there = loadAtlas(normalized).reports.map(({ report_id }) => report_id)
  const files = join(folder, 'site-kept/data/reports')
  expect((await readdir(files)).sort()).toEqual(there.flatMap((id) => [`${id}.csv`, `${id}.json`]).sort())
  for (const id of there) {
    const report = loadReport(id, normalized)
    expect(JSON.parse(await readFile(join(files, `${id}.json`), 'utf8'))).toEqual(report)
    expect(await readFile(join(files, `${id}.csv`), 'utf8')).toBe(cellsOf([report]))
  }
})

test('the interface has every chart as it is worked out from the reports', async () => {
  const atlas = loadAtlas(join(folder, 'normalized-kept'))
  for (const chart of charts) {
    const file = join(folder, 'site-kept/api/v1/charts', `${chart.id}.json`)
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(chartFile(chart, atlas))}\n`)
  }
})

test('pages that show the same as before are not rendered again', async () => {
  const normalized = join(folder, 'normalized-kept')
  const digests = () => new Map(loadAtlas(normalized).reports.map((one) => [one.report_id, one.digest]))
  const written = async (id: string) =>
    (await stat(join(folder, 'site-kept/sources', id, 'index.html'))).mtimeMs
  const before = digests()
  const times = new Map(
    await Promise.all([...before.keys()].map(async (id) => [id, await written(id)] as const)),
  )
  await cp(join(import.meta.dirname, 'cases/prose-zero/input.txt'), join(raw, 'one-more.txt'))
  await build('kept')
  const after = digests()
  const same = [...before].filter(([id, digest]) => after.get(id) === digest).map(([id]) => id)
  expect(same.length).toBeGreaterThan(0)
  expect(same.length).toBeLessThan(after.size)
  for (const id of same) expect([id, await written(id)]).toEqual([id, times.get(id)])
})

test('a site of which nothing is new is left alone, and made whole where something was touched', async () => {
  await build('kept')
  const before = await states('site-kept')
  const bytes = await contents('site-kept')
  await build('kept')
  expect(await states('site-kept')).toEqual(before)
  await rm(join(folder, 'site-kept/feed.xml'))
  await writeFile(join(folder, 'site-kept/index.html'), 'touched')
  await build('kept')
  expect(await contents('site-kept')).toEqual(bytes)
  // Files that others are made from, changed so that they can still be read, and pages that stay as they are.
  const [index] = Object.keys(bytes).filter((path) => /^api\/v1\/indicators\/.*\.json$/.test(path))
  const [page, other] = Object.keys(bytes).filter((path) => /^sources\/.*\/index\.html$/.test(path))
  await alter(join(folder, 'site-kept', String(index)))
  await alter(join(folder, 'site-kept', String(page)))
  await rm(join(folder, 'site-kept', String(other)))
  await replace(join(folder, 'dataset/datapackage.json'), '{}\n')
  await build('kept')
  await build('fresh')
  expect(await contents('site-kept')).toEqual(await contents('site-fresh'))
  await replace(join(folder, 'dataset/datapackage.json'), '{ }')
  await build('kept')
  expect(await readFile(join(folder, 'site-kept/data/datapackage.json'), 'utf8')).toBe('{ }')
})

test('a dataset that is written while pages are rendered is in the site as it became', async () => {
  const mark = join(folder, 'dataset/datapackage.json')
  const published = join(folder, 'site-kept/data/datapackage.json')
  await build('kept', () => replace(mark, '{"written": 1}'))
  expect(await readFile(published, 'utf8')).toBe('{"written": 1}')
  await expect(build('kept', () => Promise.reject(new Error('no dataset')))).rejects.toThrow('no dataset')
  expect(await readFile(published, 'utf8')).toBe('{"written": 1}')
  // Nothing is new: what was made with it is known.
  const before = await states('site-kept')
  await build('kept')
  expect(await states('site-kept')).toEqual(before)
})
