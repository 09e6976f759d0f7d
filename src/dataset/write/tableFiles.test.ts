import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aReport, balanced, cellValues } from '../../../tests/reports.ts'
import { figuresOf } from '../../model/figures.ts'
import { finding } from '../../model/issue.ts'
import { corpusOf } from '../corpus.ts'
import type { PublishedColumn } from '../describe/columns.ts'
import { packedTable, packedTables } from '../describe/packedTables.ts'
import { sqlViews } from '../describe/sqlViews.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import type { Atlas } from '../load.ts'
import { toIssues } from '../numberIssues.ts'
import { writeDataset } from './dataset.ts'
import { filesOf, type TableFile } from './tableFiles.ts'

const formula = '=HYPERLINK("http://example.org";"点此")'
const hostile = [formula, '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1＋1', ' =1']

/** Figures that differ from report to report. */
let next = 0
const figures = () => balanced(() => next++ % 7)

const of = (agency_id: string, year: number | null, about = {}) =>
  aReport({
    agency_id,
    year,
    title: formula,
    published_on: '2023-01-31',
    cells: cellValues(figures()),
    ...about,
  })
const reports = [
  of('a', 2022),
  of('a', 2023, { scope: 'aggregate' }),
  of('b', 2022, { cells: cellValues({ 'requests.received.total': null, 'requests.granted.total': 2.5 }) }),
  of('b', null, { requests_form: null, disclosure_form: null, cells: [] }),
].map((report, i) => ({
  ...report,
  issues: toIssues(
    [finding('row_total', { expected: hostile[i] ?? '', found: '"引号", 逗号\n换行' })],
    report.report_id,
    report.source.path,
  ),
}))
const issues = reports.flatMap((report) => report.issues)
const atlas: Atlas = {
  reports: reports.map(figuresOf),
  agencies: [
    anAgency('a', { name: '云梦省虚构市教育局', aliases: hostile, name_pinyin: 'yun meng jiao yu ju' }),
    anAgency('b', { name: '-云梦省', division_code: '990100' }),
  ],
  unread: [],
  corrections: [],
  issue_kinds: [],
  files: { found: 4, reports: 4 },
  formats: [],
}
const corpus = corpusOf({
  atlas,
  reports,
  issues: issues.toSorted((a, b) => (a.issue_id < b.issue_id ? -1 : 1)),
})

let folder: string
const files: TableFile[] = publishedTables.flatMap((table) =>
  table.name === 'cells'
    ? ['2022', '2023', 'undated'].flatMap((year) => filesOf({ table, path: `cells/${year}.csv` }))
    : filesOf({ table, path: table.path }),
)
const inFormat = (format: TableFile['format']) => files.filter((file) => file.format === format)
const read = (path: string) => readFile(join(folder, path), 'utf8')
const csvRows = async (path: string) =>
  Papa.parse<string[]>((await read(path)).trimEnd(), { delimiter: ',' }).data

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dataset-test-'))
  await writeDataset(join(folder, 'one'), corpus)
  await writeDataset(join(folder, 'two'), corpus)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The rows of a query as text, as CSV would hold them. */
async function duckRows(sql: string): Promise<{ types: string[]; rows: string[][] }> {
  const connection = await (await DuckDBInstance.create()).connect()
  const result = await connection.runAndReadAll(sql)
  const rows = result.getRowsJson().map((row) => row.map((value) => (value === null ? '' : String(value))))
  return { types: result.columnTypes().map(String), rows }
}
const parquet = (path: string) => `read_parquet('${join(folder, 'one', path)}')`

const duckTypes: Readonly<Record<PublishedColumn['type'], string>> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  year: 'INTEGER',
  date: 'DATE',
}

describe('the dataset', () => {
  test('has the same bytes each time', async () => {
    const names = (await readdir(join(folder, 'one'), { recursive: true, withFileTypes: true })).filter(
      (one) => one.isFile(),
    )
    expect(names.length).toBeGreaterThan(files.length)
    for (const { parentPath, name } of names) {
      const path = join(parentPath, name)
      const [one, two] = [
        await readFile(path),
        await readFile(path.replace(`${folder}/one`, `${folder}/two`)),
      ]
      expect([path, one.equals(two)]).toEqual([path, true])
    }
  })

  test.each(inFormat('parquet').map((file) => file.path))(
    'DuckDB reads %s with the types of the codebook',
    async (path) => {
      const table = files.find((file) => file.path === path)?.table
      const { types } = await duckRows(`select * from ${parquet(path)}`)
      expect(types).toEqual(table?.columns.map(({ type }) => duckTypes[type]))
    },
  )

  test.each(inFormat('csv').map((file) => file.path))(
    '%s holds the rows of its Parquet file',
    async (path) => {
      const [header, ...rows] = await csvRows(`one/${path}`)
      const found = await duckRows(`select * from ${parquet(path.replace('.csv', '.parquet'))}`)
      // Through numbers, so that 0.5 and 0.50 are the same, and 2 and 2.0.
      const plain = (value: string) =>
        value !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value
      const table = files.find((file) => file.path === path)?.table
      expect(header).toEqual(table?.columns.map(({ name }) => name))
      expect(found.rows.map((row) => row.map(plain))).toEqual(
        rows.filter((row) => row.length > 1).map((row) => row.map(plain)),
      )
    },
  )

  test.each(publishedTables.map((table) => table.name))('SQLite holds the rows of %s', async (name) => {
    const db = new DatabaseSync(join(folder, 'one/gongkai.sqlite'), { readOnly: true })
    const table = publishedTables.find((one) => one.name === name)
    const columns = table?.columns.map((column) => `"${column.name}"`).join(', ')
    const sorted = (rows: string[][]) => rows.map((row) => JSON.stringify(row)).sort()
    const inSqlite = db
      .prepare(`select ${columns} from "${name}"`)
      .all()
      .map((row) => Object.values(row).map((value) => String(value ?? '')))
    const inCsv = []
    for (const { path } of inFormat('csv').filter((file) => file.table.name === name))
      inCsv.push(...(await csvRows(`one/${path}`)).slice(1).filter((row) => row.length > 1))
    expect(sorted(inSqlite)).toEqual(sorted(inCsv))
    db.close()
  })
})

test('of nothing, the dataset has tables with no rows', async () => {
  const nothing: Atlas = {
    reports: [],
    agencies: [],
    unread: [],
    corrections: [],
    issue_kinds: [],
    files: { found: 0, reports: 0 },
    formats: [],
  }
  await writeDataset(join(folder, 'none'), corpusOf({ atlas: nothing, reports: [], issues: [] }))
  const { types, rows } = await duckRows(
    `select * from read_parquet('${join(folder, 'none/reports.parquet')}')`,
  )
  expect([types.length, rows]).toEqual([publishedTables[0]?.columns.length, []])
})

describe('the copies for spreadsheets', () => {
  test('begin with a byte order mark and have no text that becomes a formula', async () => {
    for (const { path, table } of inFormat('excel')) {
      const text = await read(`one/${path}`)
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const rows = Papa.parse<string[]>(text.slice(1), { delimiter: ',' }).data.slice(1)
      const texts = rows.flatMap((row) => row.filter((_, i) => table.columns[i]?.type === 'string'))
      expect([path, texts.filter((value) => /^\s*[=+\-@＝＋－＠\t\r]/.test(value))]).toEqual([path, []])
    }
    expect(await read('one/excel/reports.csv')).toContain(`'=HYPERLINK`)
    expect(await read('one/reports.csv')).not.toContain(`'=HYPERLINK`)
  })

  test('keep negative numbers as numbers', async () => {
    expect(inFormat('excel').map((file) => file.path)).not.toContain('excel/cells/2022.csv')
    const { csvLines } = await import('./csv.ts')
    expect(csvLines([['-a', null, -0.5]], true)).toBe(`"'-a",,-0.5\n`)
  })
})

describe('gongkai.sqlite', () => {
  const open = () => new DatabaseSync(join(folder, 'one/gongkai.sqlite'), { readOnly: true })

  test('keeps its references, and has one for every one described', () => {
    const db = open()
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
    for (const { name, references } of publishedTables) {
      if (packedTable(name)) continue
      expect([name, db.prepare(`pragma foreign_key_list("${name}")`).all().length]).toEqual([
        name,
        references?.length ?? 0,
      ])
    }
    for (const { kept } of packedTables)
      expect(db.prepare(`pragma foreign_key_list("${kept}")`).all()).toHaveLength(1)
    db.close()
  })

  test.each(sqlViews.map((view) => view.name))('answers %s', (name) => {
    const db = open()
    expect(db.prepare(`select * from "${name}"`).all().length).toBeGreaterThan(0)
    db.close()
  })

  test('sums leave aggregate reports out', () => {
    const db = open()
    const [year] = db.prepare('select * from requests_by_year where year = 2023').all()
    expect({ ...year }).toEqual({ year: 2023, reports: 1, readable: 1, zero: 0, new_requests: null })
    db.close()
  })

  test.each([['教育局'], ['jiaoyu'], ['yun meng'], ['ymjyj']])('finds an agency by %s', (words) => {
    const db = open()
    const found = db
      .prepare('select agency_id from agency_search where agency_search match ?')
      .all(`"${words}"`)
    expect(found.map((row) => row['agency_id'])).toEqual(['a'])
    db.close()
  })

  test.each(packedTables)('finds the $name of a report without looking at others', ({ name }) => {
    const db = open()
    const plan = db.prepare(`explain query plan select * from "${name}" where report_id = 'a-2022'`).all()
    expect(JSON.stringify(plan)).not.toMatch(/SCAN [rp]"/)
    db.close()
  })

  test.each(packedTables)('shows $name with the types of the codebook', ({ name }) => {
    const db = open()
    const numbers = publishedTable(name).columns.filter(({ type }) => type === 'number')
    for (const column of publishedTable(name).columns) {
      const types = db.prepare(`select distinct typeof("${column.name}") as type from "${name}"`).all()
      const allowed = ['null', numbers.includes(column) ? 'real' : 'text']
      expect([column.name, types.filter(({ type }) => !allowed.includes(String(type)))]).toEqual([
        column.name,
        [],
      ])
    }
    db.close()
  })

  test('shows numbers as they are printed, however they are written', async () => {
    const raw = ['1e21', '0.30000000000000004', '123456789012345.67', '5e-7', '-0.1', '007', ' 7', '']
    const cells = cellValues(figures()).map((cell, i) => {
      const value = raw[i] ? Number(raw[i]) : cell.value
      return { ...cell, value, effective_value: value, raw: raw[i] ?? cell.raw }
    })
    const report = of('a', 2022, { cells })
    await writeDataset(
      join(folder, 'printed'),
      corpusOf({ atlas: { ...atlas, reports: [figuresOf(report)] }, reports: [report], issues: [] }),
    )
    const db = new DatabaseSync(join(folder, 'printed/gongkai.sqlite'), { readOnly: true })
    const shown = db.prepare('select cell_id, value, raw, effective_value from cells').all()
    const expected = cells
      .toSorted((a, b) => (a.cell_id < b.cell_id ? -1 : 1))
      .map(({ cell_id, value, raw, effective_value }) => ({
        cell_id,
        value,
        raw: raw || null,
        effective_value,
      }))
    expect(shown.map((row) => ({ ...row }))).toEqual(expected)
    db.close()
  })

  test('has the results that its cells have', () => {
    const db = open()
    const fromCells = `select report_id, row as result, effective_value as requests from cells join reports using (report_id)
      where "table" = 'requests' and "column" = 'total' and status <> 'superseded'
        and row not in ('received', 'carried_in', 'concluded', 'carried_out') order by 1, 2`
    const found = db.prepare('select report_id, result, requests from results order by 1, 2').all()
    expect(found.length).toBeGreaterThan(20)
    expect(found).toEqual(db.prepare(fromCells).all())
    db.close()
  })
})
