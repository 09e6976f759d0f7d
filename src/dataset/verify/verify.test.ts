import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { corpusOf } from '../corpus.ts'
import { readWhole } from '../whole.ts'
import { writeDataset } from '../write/dataset.ts'
import { fingerprint } from '../write/fingerprint.ts'
import { summariseVerified } from './summary.ts'
import { type Verified, verifyDataset } from './verify.ts'

// Reading the default corpus starts a process.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let folder: string
let sound: string
const planted = () => join(folder, 'planted')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-test-'))
  sound = join(folder, 'sound')
  await writeDataset(
    sound,
    corpusOf(await readWhole({ raw: join(import.meta.dirname, '../../../data/raw'), jobs: 1 })),
  )
})
afterEach(() => rm(planted(), { recursive: true, force: true }))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Changes a line of a file that begins with some words, or the whole text. */
const edit = async (path: string, change: (text: string) => string) => {
  const file = join(planted(), path)
  const text = await readFile(file, 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  await writeFile(file, changed)
}
/** Changes one field of the first row that has something else in it. */
const setField = (path: string, column: string, change: (value: string) => string, where = /./) =>
  edit(path, (text) => {
    const [header = '', ...lines] = text.split('\n')
    const at = header.split(',').indexOf(column)
    const i = lines.findIndex(
      (line) => where.test(line) && change(line.split(',')[at] ?? '') !== line.split(',')[at],
    )
    const fields = (lines[i] ?? '').split(',')
    lines[i] = fields.with(at, change(fields[at] ?? '')).join(',')
    return [header, ...lines].join('\n')
  })

/** Makes the checksums those of the changed files, so that only what is in them can give the change away. */
async function reseal(): Promise<void> {
  const described = JSON.parse(await readFile(join(planted(), 'datapackage.json'), 'utf8'))
  for (const resource of described.resources) {
    const { bytes, sha256 } = await fingerprint(join(planted(), resource.path))
    Object.assign(resource, { bytes, hash: `sha256:${sha256}` })
  }
  await writeFile(join(planted(), 'datapackage.json'), JSON.stringify(described))
  const entries = await readdir(planted(), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((one) => one.isFile() && one.name !== 'checksums.sha256')
    .map((one) => join(one.parentPath, one.name).slice(planted().length + 1))
  const sums = await Promise.all(
    paths.map(async (path) => `${(await fingerprint(join(planted(), path))).sha256}  ${path}\n`),
  )
  await writeFile(join(planted(), 'checksums.sha256'), sums.join(''))
}

/** What is found of a copy of the dataset with a defect in it. */
async function verifyPlanted(plant: () => Promise<void>, sealed = true): Promise<Verified> {
  await cp(sound, planted(), { recursive: true })
  await plant()
  if (sealed) await reseal()
  return verifyDataset(planted())
}

test('a dataset as written holds', async () => {
  const verified = await verifyDataset(sound)
  expect(verified.problems).toEqual([])
  expect([verified.problem_count, verified.rows > 1000]).toEqual([0, true])
  expect(summariseVerified(verified)).toMatch(/the dataset holds\n$/)
})

test('a folder that is no dataset is said to be none', async () => {
  await expect(verifyDataset(folder)).rejects.toThrow(/is no dataset/)
})

describe('a planted defect is found:', () => {
  const defects: readonly [
    name: string,
    check: string,
    file: string,
    message: RegExp,
    plant: () => Promise<void>,
    sealed?: boolean,
  ][] = [
    [
      'a changed byte',
      'files',
      'reports.csv',
      /checksum/,
      () => edit('reports.csv', (text) => text.replace('complete', 'complote')),
      false,
    ],
    [
      'a file that is gone',
      'files',
      'zero_activity.parquet',
      /not there/,
      () => rm(join(planted(), 'zero_activity.parquet')),
      false,
    ],
    [
      'a file too many',
      'files',
      'notes.txt',
      /not listed/,
      () => writeFile(join(planted(), 'notes.txt'), 'x'),
      false,
    ],
    [
      'a column renamed',
      'schema',
      'agencies.csv',
      /columns/,
      () => edit('agencies.csv', (text) => text.replace('agency_id', 'id')),
    ],
    [
      'a word for a number',
      'schema',
      'reports.csv',
      /concluded "many" is no number/,
      () => setField('reports.csv', 'concluded', () => 'many'),
    ],
    [
      'a value that no column allows',
      'schema',
      'reports.csv',
      /scope "all" is none of/,
      () => setField('reports.csv', 'scope', () => 'all'),
    ],
    [
      'a row twice',
      'keys',
      'codebook.csv',
      /there twice/,
      () => edit('codebook.csv', (text) => text.replace(/\n(.+)\n/, '\n$1\n$1\n')),
    ],
    [
      'rows out of order',
      'keys',
      'cells/2020.csv',
      /out of order/,
      () => edit('cells/2020.csv', (text) => text.replace(/\n(.+)\n(.+)\n/, '\n$2\n$1\n')),
    ],
    [
      'a reference that leads nowhere',
      'references',
      'reports.csv',
      /agencies \(agency_id\) nobody/,
      () => setField('reports.csv', 'agency_id', () => 'nobody'),
    ],
    [
      'a count that the cells do not give',
      'arithmetic',
      'reports.csv',
      /requests.received.total/,
      () => setField('reports.csv', 'new_requests', (value) => String(Number(value) + 1)),
    ],
    [
      'an issue that is gone',
      'arithmetic',
      'reports.csv',
      /issue_count/,
      () => edit('issues.csv', (text) => text.replace(/\n.+\n/, '\n')),
    ],
    [
      'an agency with one report more',
      'arithmetic',
      'agencies.csv',
      /report_count/,
      () => setField('agencies.csv', 'report_count', (value) => String(Number(value) + 1)),
    ],
    [
      'a cell whose value is not that of its effective value',
      'arithmetic',
      'cells/2023.csv',
      /differs from it/,
      () => setField('cells/2023.csv', 'value', (value) => String(Number(value) + 1), /,number,/),
    ],
    [
      'a share that is not that of its parts',
      'arithmetic',
      'indicators.csv',
      /is not 0\.123/,
      () => setField('indicators.csv', 'value', () => '0.123', /disclosure_rate.*,effective/),
    ],
    [
      'an interval that is not that of its share',
      'arithmetic',
      'indicators.csv',
      /interval/,
      () => setField('indicators.csv', 'upper', () => '0.999', /disclosure_rate.*,effective/),
    ],
    [
      'a rate that is not that of its counts',
      'arithmetic',
      'zero_activity.csv',
      /not that of its counts/,
      () => setField('zero_activity.csv', 'rate', () => '0.42'),
    ],
    [
      'a wide table that differs from the cells',
      'arithmetic',
      'wide/requests.csv',
      /received_total/,
      () => setField('wide/requests.csv', 'received_total', (value) => String(Number(value) + 1)),
    ],
    [
      'a Parquet file with fewer rows',
      'formats',
      'cells/2020.parquet',
      /rows/,
      () => cp(join(sound, 'cells/2022.parquet'), join(planted(), 'cells/2020.parquet')),
    ],
    [
      'a formula for a spreadsheet',
      'formats',
      'excel/agencies.csv',
      /formula/,
      () => setField('excel/agencies.csv', 'name', () => '=1+1'),
    ],
    [
      'a row gone from the database',
      'formats',
      'gongkai.sqlite',
      /rows/,
      async () => {
        const db = new DatabaseSync(join(planted(), 'gongkai.sqlite'))
        db.exec(
          'delete from report_indicators where report_no = (select min(report_no) from report_indicators)',
        )
        db.close()
      },
    ],
    [
      'a file that is no Parquet',
      'formats',
      'reports.parquet',
      /Parquet/,
      () => writeFile(join(planted(), 'reports.parquet'), 'PAR1'),
    ],
  ]

  test.each(defects)('%s', async (_, check, file, message, plant, sealed) => {
    const { problems, problem_count } = await verifyPlanted(plant, sealed)
    expect(problem_count).toBeGreaterThan(0)
    const found = problems.filter((one) => one.check === check && one.file === file)
    expect(found.map((one) => one.message).join('\n')).toMatch(message)
  })

  test('a total that its parts contradict, without an issue that says so', async () => {
    // Both the printed and the effective value, so that only the sum is wrong.
    const { problems } = await verifyPlanted(() =>
      edit('cells/2020.csv', (text) =>
        text.replace(
          /^(.*,requests\.granted\.business,.*?),(\d+),number,(\d+),(\d+),printed/m,
          '$1,9999,number,9999,9999,printed',
        ),
      ),
    )
    expect(problems.map((one) => one.message).join('\n')).toMatch(
      /requests\.granted\.total = .*no issue says so/,
    )
  })
})

test('of many problems of one kind, some are told and all are counted', async () => {
  const { problems, problem_count } = await verifyPlanted(() =>
    edit('codebook.csv', (text) =>
      text.replaceAll(/,(件|项|万元),/g, ',,$1').replaceAll(/integer,/g, 'whole,'),
    ),
  )
  expect(problem_count).toBeGreaterThan(problems.length)
  expect(problems.filter((one) => one.check === 'schema')).toHaveLength(20)
})

test('the summary names the file, the place and what is wrong', async () => {
  const verified = await verifyPlanted(() => appendFile(join(planted(), 'agencies.csv'), 'x\n'))
  expect(summariseVerified(verified)).toMatch(
    /problem columns and values: \d+\n {4}agencies\.csv: x: has 1 fields, not \d+/,
  )
})
