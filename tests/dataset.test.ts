import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { corpusOf } from '../src/dataset/corpus.ts'
import { engines, examples } from '../src/dataset/describe/examples.ts'
import { datasetJsonLd } from '../src/dataset/describe/jsonLd.ts'
import { publishedTables } from '../src/dataset/describe/tables.ts'
import { csvRows } from '../src/dataset/verify/readCsv.ts'
import { readWhole } from '../src/dataset/whole.ts'
import { writeDataset } from '../src/dataset/write/dataset.ts'
import { croissantSchema, dataPackageSchema, jsonLdSchema } from './schemas.ts'

// Reading the default corpus starts a process, and so do the examples.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
let folder: string
let base: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dataset-test-'))
  base = `${join(folder, 'dataset')}/`
  await writeDataset(base, corpusOf(await readWhole({ raw: join(root, 'data/raw'), jobs: 1 })))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const json = async (path: string) => JSON.parse(await readFile(join(base, path), 'utf8'))

/** What a schema has against a value. */
function against(schema: object, value: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false })
  addFormats(ajv)
  const validate = ajv.compile(schema)
  return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
}

describe('the descriptions keep to their standards', () => {
  test('datapackage.json to Data Package v2', async () => {
    expect(against(dataPackageSchema, await json('datapackage.json'))).toEqual([])
    expect(against(dataPackageSchema, { resources: [{ path: '/etc/passwd' }] })).not.toEqual([])
  })

  test('croissant.json to Croissant 1.0, and every id that it refers to is there', async () => {
    const described = await json('croissant.json')
    expect(against(croissantSchema, described)).toEqual([])
    const files = new Set(described.distribution.map((one: { '@id': string }) => one['@id']))
    type Field = {
      '@id': string
      source: { fileObject: { '@id': string } }
      references?: { field: { '@id': string } }
    }
    type RecordSet = { key?: { '@id': string }[]; field: Field[] }
    const sets = described.recordSet as RecordSet[]
    const fields = new Set(sets.flatMap((set) => set.field.map((one) => one['@id'])))
    const lost = sets.flatMap((set) => [
      ...(set.key ?? []).map((one) => one['@id']).filter((id) => !fields.has(id)),
      ...set.field.flatMap(({ source, references }) => [
        ...(files.has(source.fileObject['@id']) ? [] : [source.fileObject['@id']]),
        ...(references && !fields.has(references.field['@id']) ? [references.field['@id']] : []),
      ]),
    ])
    expect(lost).toEqual([])
  })

  test('the data page to schema.org, with or without an address of the site', () => {
    expect(against(jsonLdSchema, datasetJsonLd({ years: [2020, 2024] }, '/data/'))).toEqual([])
    expect(against(jsonLdSchema, datasetJsonLd({ years: [] }, '/data/'))).toEqual([])
    vi.stubEnv('GONGKAI_SITE', 'https://example.org')
    vi.stubEnv('GONGKAI_BASE', '/atlas/')
    expect(datasetJsonLd({ years: [] }, '/data/').url).toBe('https://example.org/atlas/data/')
    vi.unstubAllEnvs()
  })

  test('CITATION.cff to version 1.2.0: its required keys, each once', async () => {
    const text = await readFile(join(base, 'CITATION.cff'), 'utf8')
    for (const key of [
      'cff-version: 1.2.0',
      'message: ',
      'title: ',
      'authors:',
      'license: CC-BY-4.0',
      'type: dataset',
    ])
      expect([key, text.split('\n').filter((line) => line.startsWith(key)).length]).toEqual([key, 1])
  })

  test('README.md names every table and says the limits', async () => {
    const text = await readFile(join(base, 'README.md'), 'utf8')
    for (const table of publishedTables) expect(text).toContain(`\`${table.path}\``)
    expect(text).toMatch(/not a sample/)
    expect(text).toMatch(/不是抽样/)
  })
})

/** What every example prints, worked out of reports.csv. */
async function expectedLines(): Promise<string[]> {
  const years = new Map<string, [reports: number, readable: number, zero: number]>()
  for await (const { year = '', status, new_requests } of csvRows(join(base, 'reports.csv'))) {
    if (status === 'superseded' || year === '') continue
    const counts = years.get(year) ?? [0, 0, 0]
    counts[0] += 1
    if (new_requests !== '') counts[1] += 1
    if (new_requests === '0') counts[2] += 1
    years.set(year, counts)
  }
  return [...years].sort().map(([year, counts]) => [year, ...counts].join(' '))
}
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const codeOf = (id: string) => examples.find((one) => one.id === id)?.code(base) ?? ''
const duck = async (sql: string) => {
  const connection = await (await DuckDBInstance.create()).connect()
  return (await connection.runAndReadAll(sql)).getRowsJson()
}
/** Whether a program is there, with what it needs. */
const has = (command: string, ...args: string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  )

describe('the examples run as they stand', () => {
  test('DuckDB', async () => {
    const rows = await duck(codeOf('duckdb'))
    expect(rows.map((row) => row.join(' '))).toEqual(await expectedLines())
  })

  test('SQLite', async () => {
    const db = new DatabaseSync(join(base, 'gongkai.sqlite'), { readOnly: true })
    const rows = db.prepare(codeOf('sqlite')).all()
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual(await expectedLines())
    db.close()
  })

  test('JavaScript', async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', codeOf('javascript')], {
      cwd: root,
    })
    expect(lines(stdout)).toEqual(await expectedLines())
  })

  test.each([
    ['pandas', 'python3', 'import pandas, pyarrow'],
    ['polars', 'python3', 'import polars'],
    ['python-duckdb', 'python3', 'import duckdb'],
  ])('%s, where it is installed', async (id, command, needs) => {
    if (!(await has(command, '-c', needs))) return
    const { stdout } = await run(command, ['-c', codeOf(id)])
    expect(lines(stdout)).toEqual(await expectedLines())
  })

  test('R, where it is installed', async () => {
    if (!(await has('Rscript', '--version'))) return
    const { stdout } = await run('Rscript', ['-e', codeOf('r')])
    expect(lines(stdout)).toEqual(await expectedLines())
  })

  test('the queries of DuckDB over the files of cells', async () => {
    const code = engines.find((one) => one.id === 'duckdb')?.code(base) ?? ''
    const queries = code
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
    expect(queries).toHaveLength(2)
    for (const query of queries) expect((await duck(query)).length).toBeGreaterThan(0)
  })
})
