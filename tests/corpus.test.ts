import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readWhole, type WholeFolder } from '../src/dataset/whole.ts'
import { cellsOfForm } from '../src/model/cells.ts'
import { tableIds } from '../src/model/form.ts'
import type { Report } from '../src/model/report.ts'
import { zeroActivity } from '../src/stats/zeroActivity.ts'

const raw = join(import.meta.dirname, '..', 'data', 'raw')
let ingested: WholeFolder
beforeAll(async () => {
  ingested = await readWhole({ raw })
})
function reportOf(path: string): Report {
  const report = ingested.reports.find((one) => one.source.path === path)
  if (!report) throw new Error(`no report from ${path}`)
  return report
}

/** The cells of the 2021 form in its order, as a person writes them down: a row of the form a line, `_` for blank. */
const ids2021 = tableIds.flatMap((id) => cellsOfForm(id, '2021'))
const typed = (table: string) =>
  table
    .trim()
    .split(/\s+/)
    .map((one) => (one === '_' ? null : Number(one)))
const valuesOf = (report: Report) => report.cells.map((cell) => cell.value)

// Typed from the tables on pages 3 to 5 of the PDF.
const huaian = `
  1 0 11
  8 26 66
  447228
  3985758
  88283
  96171.6
  3001 53 0 0 61 4 3119
  34 0 0 0 0 0 34
  1288 21 0 0 50 3 1362
  447 7 0 0 0 0 454
  2 0 0 0 0 0 2
  30 1 0 0 0 0 31
  5 0 0 0 0 0 5
  6 0 0 0 0 0 6
  7 1 0 0 0 0 8
  12 0 0 0 0 0 12
  9 0 0 0 0 0 9
  105 0 0 0 0 0 105
  746 12 0 0 10 1 769
  11 0 0 0 0 0 11
  1 0 0 0 0 0 1
  56 6 0 0 0 0 62
  25 0 0 0 0 0 25
  0 0 0 0 0 0 0
  0 0 0 0 0 0 0
  1 0 0 0 0 0 1
  67 3 0 0 1 0 71
  6 0 0 0 0 0 6
  108 2 0 0 0 0 110
  2932 53 0 0 61 4 3050
  103 0 0 0 0 0 103
  72 64 178 37 351
  13 4 8 1 26
  12 1 1 6 20
`
// The page prints natural persons and totals; the five columns between are empty in every row.
const shuyang = `
  0 0 0
  8 0 18
  0 0 0 0
  26 _ _ _ _ _ 26
  0 _ _ _ _ _ 0
  26 _ _ _ _ _ 26
  ${'0 _ _ _ _ _ 0 '.repeat(20)}
  26 _ _ _ _ _ 26
  0 _ _ _ _ _ 0
  0 0 0 1 1
  0 0 0 0 0
  0 0 0 0 0
`

describe('2024/huaianshi.html', () => {
  test('has all 200 values of the PDF', () => {
    expect(typed(huaian)).toHaveLength(200)
    expect(reportOf('2024/huaianshi.html').cells.map((cell) => cell.cell_id)).toEqual(ids2021)
    expect(valuesOf(reportOf('2024/huaianshi.html'))).toEqual(typed(huaian))
  })

  test('sums up a city, and its figures agree with each other', () => {
    const { agency_name, year, scope, status, issues } = reportOf('2024/huaianshi.html')
    expect([agency_name, year, scope, status]).toEqual(['淮安市人民政府', 2024, 'aggregate', 'complete'])
    expect(issues.map((issue) => issue.code)).toEqual(['scope_aggregate'])
  })
})

describe('2023/shuyangxian-fagai-ju.html', () => {
  test('has every figure of the page, and its blanks as blanks', () => {
    const report = reportOf('2023/shuyangxian-fagai-ju.html')
    expect(valuesOf(report)).toEqual(typed(shuyang))
    expect(new Set(report.cells.filter((cell) => cell.value === null).map((cell) => cell.kind))).toEqual(
      new Set(['blank']),
    )
  })

  test('proves all blanks to be 0 by the totals beside them', () => {
    const blanks = reportOf('2023/shuyangxian-fagai-ju.html').cells.filter((cell) => cell.kind === 'blank')
    expect(blanks).toHaveLength(125)
    for (const cell of blanks) expect([cell.effective_value, cell.basis]).toEqual([0, 'zero_by_identity'])
  })

  test('has its agency, year, source and date', () => {
    const report = reportOf('2023/shuyangxian-fagai-ju.html')
    expect([report.agency_name, report.year, report.published_on]).toEqual([
      '沭阳县发展和改革局',
      2023,
      '2024-01-17',
    ])
    expect(report.source.url).toMatch(/^http:\/\/www\.shuyang\.gov\.cn\//)
    expect(report.source.retrieved_on).toBe('2025-12-30')
  })
})

describe.each([
  ['2022/laodong-jiedao.txt', '江岸区劳动街道办事处', 2022, '2021', 200],
  ['2022/zhenyuan-jiedao.txt', '真源街道办事处', 2022, '2021', 200],
  ['2022/lezhixian-laodongzhen.txt', '乐至县劳动镇', 2022, '2021', 200],
  ['2020/liangyuanqu-changzheng-jiedao.txt', '梁园区长征街道办事处', 2020, '2019', 198],
  ['2022/qianjinqu-renshe-ju.txt', '前进区人力资源和社会保障局', 2022, '2019', 198],
] as const)('%s', (path, agency, year, form, count) => {
  test(`is ${agency} ${year} on the form of ${form}, complete`, () => {
    const { agency_name, year: of, disclosure_form, requests_form, status } = reportOf(path)
    expect([agency_name, of, disclosure_form, requests_form, status]).toEqual([
      agency,
      year,
      form,
      form,
      'complete',
    ])
  })

  test(`has ${count} cells, all printed numbers; only 劳动街道 has any that is not 0`, () => {
    const { cells } = reportOf(path)
    expect(cells).toHaveLength(count)
    expect(new Set(cells.map((cell) => cell.kind))).toEqual(new Set(['number']))
    const figures = cells.filter((cell) => cell.value !== 0).map((cell) => [cell.cell_id, cell.value])
    const request = ['received', 'granted', 'concluded'].flatMap((row) => [
      [`requests.${row}.natural_person`, 1],
      [`requests.${row}.total`, 1],
    ])
    expect(figures).toEqual(agency === '江岸区劳动街道办事处' ? request : [])
  })

  test('locates every cell where its figure stands', () => {
    const lines = readFileSync(join(raw, path), 'utf8').split('\n')
    for (const { cell_id, raw: text, locator } of reportOf(path).cells) {
      const [, line, cell] = /^line (\d+)(?:, cell (\d+))?$/.exec(locator) ?? []
      const whole = lines[Number(line) - 1]
      const there = cell ? whole?.split('\t')[Number(cell) - 1] : whole?.replace(/\|\s*$/, '')
      expect([cell_id, there?.trim()]).toEqual([cell_id, text])
    }
  })
})

describe('the whole corpus', () => {
  test('is seven files, each a complete report, with no figures that contradict each other', () => {
    const { reports, atlas, issues } = ingested
    expect(atlas.files).toEqual({ found: 7, reports: 7 })
    expect(reports.map((report) => report.status)).toEqual(Array(7).fill('complete'))
    expect(issues.filter((issue) => issue.class === 'published' || issue.severity === 'error')).toEqual([])
  })

  test('shows no activity at 3 of 4 agencies in 2022 and at 1 of 1 in 2020', () => {
    const rows = zeroActivity(ingested.atlas.reports, ingested.atlas.agencies)
    const all = rows.filter((row) => row.group_by === 'all')
    expect(all.map(({ year, reports, readable, zero }) => [year, reports, readable, zero])).toEqual([
      [2020, 1, 1, 1],
      [2022, 4, 4, 3],
      [2023, 1, 1, 0],
      [2024, 1, 1, 0],
    ])
  })
})
