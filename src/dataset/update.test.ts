import { appendFile, cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { moduleParts } from './cache/codeVersion.ts'
import { filesBelow, stampOf } from './cache/folderStamp.ts'
import { updateDataset, updateNormalized, writingModules } from './update.ts'

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
  await updateDataset({ normalized, dataset, releases, cache, fresh })
}
const states = (name: string) => stampOf(at(name), filesBelow(at(name)))
const bytes = async (name: string) =>
  Promise.all(
    filesBelow(at(name))
      .sort()
      .map(async (path) => [path, await readFile(join(at(name), path), 'hex')]),
  )

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

test('it follows from all modules that write it', () => {
  const { files, packages } = moduleParts(writingModules)
  const names = [...files].map((file) => relative(root, file))
  for (const part of [
    'describe/tables',
    'describe/readme',
    'describe/croissant',
    'release/changes',
    'write/csv',
  ])
    expect(names).toContain(`src/dataset/${part}.ts`)
  expect(names).toEqual(
    expect.arrayContaining(['src/stats/indicators.ts', 'src/i18n/indicators.ts', 'package.json']),
  )
  expect([...packages]).toEqual(expect.arrayContaining(['hyparquet-writer', 'papaparse']))
})
