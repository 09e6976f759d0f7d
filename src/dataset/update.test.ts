import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeCountry } from '../invented/writeFiles.ts'
import { moduleParts } from './cache/codeVersion.ts'
import { filesBelow, stampOf } from './cache/folderStamp.ts'
import { letGoOfAtlas } from './load.ts'
import { updateDataset, updateNormalized, writingModules } from './update.ts'
import { fingerprint } from './write/fingerprint.ts'

// Processes are started, while other tests run beside it.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '../..')
const cases = ['pipe-rows', 'no-title']
let folder: string
const at = (path: string) => join(folder, path)
const kept = () => at('dataset')

async function update(into = '', fresh = false): Promise<void> {
  const cache = at(`cache${into}`)
  await updateNormalized(at(`normalized${into}`), { raw: at('raw'), cache, jobs: 1, fresh })
  const [normalized, dataset, releases] = [at(`normalized${into}`), at(`dataset${into}`), at('releases')]
  // What is written afresh follows from the files alone.
  if (into !== '') letGoOfAtlas()
  await updateDataset({ normalized, dataset, releases, cache, fresh })
}
const states = (name: string) => stampOf(at(name), filesBelow(at(name)))
/** Every file with a hash of its bytes. */
const bytes = async (name: string) => {
  const paths = filesBelow(at(name)).sort()
  return Promise.all(paths.map(async (path) => [path, (await fingerprint(join(at(name), path))).sha256]))
}

/** What is there is the same as what is written afresh. */
async function expectWhole(): Promise<void> {
  await update('-fresh')
  for (const name of ['normalized', 'dataset'])
    expect(await bytes(name)).toEqual(await bytes(`${name}-fresh`))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-test-'))
  await mkdir(at('raw'))
  for (const name of cases) await cp(join(root, 'tests/cases', name, 'input.txt'), at(`raw/${name}.txt`))
  await update()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe('with nothing new', () => {
  test('nothing is written', async () => {
    const before = [states('normalized'), states('dataset')]
    await update()
    expect([states('normalized'), states('dataset')]).toEqual(before)
  })

  test('all is written the same when asked for afresh', async () => {
    const before = [await bytes('normalized'), await bytes('dataset')]
    const state = states('dataset')
    await update('', true)
    expect(states('dataset')).not.toBe(state)
    expect([await bytes('normalized'), await bytes('dataset')]).toEqual(before)
  })
})

const registryHeader =
  'agency_id,name,division_code,level,type,parent_id,same_as,merged_into,since,until,note,source'
const correctionsHeader = 'report,field,expected,corrected,reason,source,date,by'

describe('the dataset is written again', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a file that changed', () => appendFile(at('raw/no-title.txt'), '\n（完）\n')],
    ['a file more', () => cp(at('raw/pipe-rows.txt'), at('raw/again.txt'))],
    ['a file less', () => rm(at('raw/no-title.txt'))],
    ['a note on a source', () => writeFile(at('sources.csv'), 'path,year\nno-title.txt,2021\n')],
    [
      'an agency of the registry',
      () =>
        writeFile(
          at('agencies.csv'),
          `${registryHeader}\nx-1,云梦省虚构市教育局,,unknown,department,,,,,,,\n`,
        ),
    ],
    [
      'a correction',
      () =>
        writeFile(
          at('corrections.csv'),
          `${correctionsHeader}\nx-2020,requests.received.total,1,2,错字,来源,2026-01-31,某人\n`,
        ),
    ],
    ['an address', async () => void vi.stubEnv('GONGKAI_SITE', 'https://atlas.example')],
    [
      'a release',
      async () => {
        await cp(kept(), at('releases/1.0.0/dataset'), { recursive: true })
        await rm(join(at('releases/1.0.0/dataset/cells'), '2022.csv'), { force: true })
        await writeFile(at('releases/1.0.0/dataset/reports.csv'), 'report_id,source_sha256\n')
        await writeFile(at('releases/1.0.0/release.json'), '{}')
      },
    ],
  ])('after %s', async (_, change) => {
    const before = await bytes('dataset')
    await change()
    await update()
    expect(await bytes('dataset')).not.toEqual(before)
    await expectWhole()
  })

  test.each<[string, string, (path: string) => Promise<unknown>]>([
    ['cut off', 'gongkai.sqlite', (path) => truncate(path, 100)],
    [
      'altered',
      'reports.csv',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('2', '3')),
    ],
    ['gone', 'README.md', (path) => rm(path)],
    ['not ours', 'cells/1999.csv', (path) => writeFile(path, '')],
    ['gone with all', '', (path) => rm(path, { recursive: true })],
  ])('when a file of it is %s', async (_, path, damage) => {
    await damage(join(kept(), path))
    await update()
    await expectWhole()
  })
})

test.each(['', 'null', '{}', 'without parts'])(
  'a note of other versions or damaged is no hindrance: %s',
  async (note) => {
    for (const path of filesBelow(at('cache/outputs'))) {
      const file = join(at('cache/outputs'), path)
      const { parts: _, ...rest } = JSON.parse(await readFile(file, 'utf8'))
      await writeFile(file, note === 'without parts' ? JSON.stringify(rest) : note)
    }
    await cp(at('raw/pipe-rows.txt'), at('raw/again.txt'))
    await update()
    await expectWhole()
  },
)

describe('with something new in one year', () => {
  /** Enough reports that the tables of the database have several levels; one has no year. */
  beforeEach(async () => {
    await writeCountry({
      folder: at('raw'),
      seed: '1',
      agencies: 30,
      years: [2021, 2022, 2023],
      layouts: ['pipe-rows'],
    })
    await update()
  })
  const cells = () => filesBelow(at('dataset/cells')).sort()

  test('the cells of the other years are not written again, and all is as written afresh', async () => {
    const before = Object.fromEntries(cells().map((path) => [path, stampOf(at('dataset/cells'), [path])]))
    const gone = filesBelow(at('raw/invented/2022')).sort()[3] ?? ''
    await rm(join(at('raw/invented/2022'), gone))
    await update()
    const after = Object.fromEntries(cells().map((path) => [path, stampOf(at('dataset/cells'), [path])]))
    const written = cells().filter((path) => before[path] !== after[path])
    expect(written).toContain('2022.csv')
    expect(written.length).toBeLessThan(cells().length)
    await expectWhole()
  })

  test('the same after years that came and went', async () => {
    await rm(at('raw/invented/2021'), { recursive: true })
    await update()
    await writeCountry({ folder: at('raw'), seed: '1', agencies: 9, years: [2020], layouts: ['pipe-rows'] })
    await update()
    expect(cells()).toContain('2020.csv')
    expect(cells()).not.toContain('2021.csv')
    await expectWhole()
  })
})

describe('with several threads', () => {
  const written = async (jobs: number, name: string) => {
    const [normalized, releases, dataset] = [at('normalized'), at('releases'), at(name)]
    await updateDataset({ normalized, dataset, releases, cache: at('cache'), jobs })
  }
  beforeEach(async () => {
    const years = [2022, 2023]
    await writeCountry({ folder: at('raw'), seed: '1', agencies: 15, years, layouts: ['pipe-rows'] })
    await update()
  })

  test('the bytes are the same, with a release before and without', async () => {
    for (const jobs of [1, 2, 4]) await written(jobs, `without-${jobs}`)
    await cp(kept(), at('releases/1.0.0/dataset'), { recursive: true })
    await writeFile(at('releases/1.0.0/dataset/reports.csv'), 'report_id,source_sha256\n')
    await writeFile(at('releases/1.0.0/release.json'), '{}')
    for (const jobs of [1, 2, 4]) await written(jobs, `with-${jobs}`)
    for (const name of ['without', 'with'])
      for (const jobs of [2, 4]) expect(await bytes(`${name}-${jobs}`)).toEqual(await bytes(`${name}-1`))
    expect(await bytes('with-1')).not.toEqual(await bytes('without-1'))
  })

  describe('of many reports', () => {
    const readings = async (jobs: number, name: string) =>
      updateNormalized(at(name), { raw: at('raw'), cache: at('cache'), jobs })
    beforeEach(async () => {
      const years = [2022, 2023]
      await writeCountry({ folder: at('raw'), seed: '2', agencies: 60, years, layouts: ['pipe-rows'] })
      await readings(1, 'one')
    })

    test('the readings are the same', async () => {
      await readings(3, 'three')
      expect(await bytes('three')).toEqual(await bytes('one'))
    })

    test('entries of the cache that turn out damaged are read again', async () => {
      for (const path of filesBelow(at('cache/readings')).filter((_, i) => i % 60 === 7))
        await truncate(join(at('cache/readings'), path), 100)
      await readings(3, 'three')
      expect(await bytes('three')).toEqual(await bytes('one'))
    })
  })

  test.each([1, 2, 4])('nothing is left of a dataset of which a part fails, with %i', async (jobs) => {
    const before = await bytes('dataset')
    const gone = filesBelow(at('normalized/reports')).sort()[1] ?? ''
    await rm(join(at('normalized/reports'), gone))
    const { normalized, dataset } = { normalized: at('normalized'), dataset: at('dataset') }
    await expect(
      updateDataset({ normalized, dataset, releases: at('releases'), cache: at('cache'), fresh: true, jobs }),
    ).rejects.toThrow('ENOENT')
    expect(await bytes('dataset')).toEqual(before)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

test('it follows from all modules that write it', () => {
  const { files, packages } = moduleParts(writingModules)
  const names = [...files].map((file) => relative(root, file))
  for (const part of [
    'describe/tables',
    'describe/readme',
    'describe/croissant',
    'release/changes',
    'write/csv',
    'write/tablesThread',
  ])
    expect(names).toContain(`src/dataset/${part}.ts`)
  expect(names).toEqual(
    expect.arrayContaining(['src/stats/indicators.ts', 'src/i18n/indicators.ts', 'package.json']),
  )
  expect([...packages]).toEqual(expect.arrayContaining(['hyparquet-writer', 'papaparse']))
})
