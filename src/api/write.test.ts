import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { anAgency, balanced, someFigures } from '../../tests/reports.ts'
import type { Atlas } from '../dataset/load.ts'
import { type ApiSetup, writeApi } from './write.ts'

const root = mkdtempSync(join(tmpdir(), 'api-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const reportOf = (agency_id: string, year: number, received: number) => ({
  ...someFigures(
    { agency_id, year, report_id: `${agency_id}-${year}` },
    balanced(() => received),
  ),
  digest: `${agency_id} ${year} ${received}`,
})
const atlasOf = (reports: Atlas['reports']): Atlas => ({
  reports,
  agencies: [...new Set(reports.map((one) => one.agency_id))].map((id) => anAgency(id)),
  unread: [],
  issue_kinds: [],
  files: { found: reports.length, reports: reports.length },
  formats: [],
  corrections: [],
})
const before = [2020, 2021, 2022].flatMap((year) => ['a', 'b'].map((id) => reportOf(id, year, year - 2019)))
/** What files of indicators a folder has, by name. */
const indicatorsIn = (folder: string) => {
  const path = join(folder, 'api/v1/indicators')
  return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}
let folders = 0
async function write(reports: Atlas['reports'], earlier?: NonNullable<ApiSetup['earlier']>) {
  const folder = join(root, String(folders++))
  const parts = await writeApi(atlasOf(reports), { folder, withPages: false, ...(earlier && { earlier }) })
  return { folder, parts }
}

test.each([
  ['changed', [...before.slice(0, 2), reportOf('a', 2021, 7), ...before.slice(3)]],
  ['more', [...before, reportOf('c', 2021, 3)]],
  ['less', before.slice(1)],
  ['of another year', [...before, reportOf('c', 2018, 4)]],
])('the indicators of a site with one report %s are those of all its reports', async (_, now) => {
  const earlier = await write(before)
  const made = await write(now, { site: earlier.folder, parts: earlier.parts })
  expect(indicatorsIn(made.folder)).toEqual(indicatorsIn((await write(now)).folder))
  expect(indicatorsIn(made.folder)).not.toEqual(indicatorsIn(earlier.folder))
})

test('years of which nothing changed are taken from the site that is there, if it can be read', async () => {
  const earlier = await write(before)
  const [name = ''] = Object.keys(indicatorsIn(earlier.folder))
  const path = join(earlier.folder, 'api/v1/indicators', name)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"year":2020,"reports":2', '"year":2020,"reports":3'),
  )
  const again = () => write(before, { site: earlier.folder, parts: earlier.parts })
  expect(indicatorsIn((await again()).folder)[name]).toContain('"year":2020,"reports":3')
  writeFileSync(path, '{')
  expect(indicatorsIn((await again()).folder)[name]).toContain('"year":2020,"reports":2')
})
