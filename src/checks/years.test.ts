import { describe, expect, test } from 'vitest'
import { perfectReading } from '../../tests/inventedReading.ts'
import { aReport, type Figures } from '../../tests/reports.ts'
import { aYearRow } from '../../tests/yearRows.ts'
import { yearRow } from '../dataset/crossChecks.ts'
import { InventedCountry } from '../invented/agencies.ts'
import { inventReport } from '../invented/report.ts'
import { figuresOf } from '../model/figures.ts'
import { type IssueCode, issueKindOf } from '../model/issue.ts'
import { checkYears, type YearRow } from './years.ts'

const codes = (...rows: readonly YearRow[]) =>
  [...checkYears(rows)].flatMap(([id, { findings }]) => findings.map(({ code }) => `${id.slice(-4)} ${code}`))
const found = (...rows: readonly YearRow[]) => [...checkYears(rows).values()].flatMap((one) => one.findings)
const row = (year: number, figures: Figures, about: Partial<YearRow> = {}) => aYearRow(year, figures, about)

describe('what was carried over', () => {
  const out = (person: number, company: number) => ({
    'requests.carried_out.natural_person': person,
    'requests.carried_out.business': company,
    'requests.carried_out.total': person + company,
  })
  const carriedIn = (person: number, company: number) => ({
    'requests.carried_in.natural_person': person,
    'requests.carried_in.business': company,
    'requests.carried_in.total': person + company,
  })
  test('arrives', () => {
    expect(codes(row(2021, out(3, 1)), row(2022, carriedIn(3, 1)))).toEqual([])
  })
  test('does not arrive: each column is named', () => {
    expect(found(row(2021, out(3, 1)), row(2022, carriedIn(2, 1)))).toMatchObject([
      {
        code: 'carry_over',
        cells: ['requests.carried_in.natural_person', 'requests.carried_in.total'],
        expected: '3 4',
        found: '2 3',
        params: { before: '2021', list_zh: '自然人 3 → 2，总计 4 → 3' },
      },
    ])
  })
  test('arrives from other applicants', () => {
    expect(codes(row(2021, out(3, 1)), row(2022, carriedIn(2, 2)))).toEqual(['2022 carry_over_columns'])
  })
  test('is that of other bodies', () => {
    const aggregate = row(2022, carriedIn(9, 1), { scope: 'aggregate' })
    expect(codes(row(2021, out(3, 1)), aggregate)).toEqual(['2022 carry_over_scope'])
  })
  test('is not looked for where a year lies between, or a figure is not known', () => {
    expect(codes(row(2020, out(3, 1)), row(2022, carriedIn(2, 1)))).toEqual([])
    expect(
      codes(row(2021, out(3, 1)), row(2022, { ...carriedIn(2, 1), 'requests.carried_in.total': null })),
    ).toEqual(['2022 carry_over'])
  })
})

describe('documents in force', () => {
  const documents = (issued: number, repealed: number, in_force: number) => ({
    'disclosure.normative_documents.issued': issued,
    'disclosure.normative_documents.repealed': repealed,
    'disclosure.normative_documents.in_force': in_force,
  })
  test('follow from the year before', () => {
    expect(codes(row(2021, documents(0, 0, 10)), row(2022, documents(3, 1, 12)))).toEqual([])
  })
  test('do not', () => {
    expect(found(row(2021, documents(0, 0, 10)), row(2022, documents(3, 1, 15)))).toMatchObject([
      { code: 'stock', expected: '12', found: '15', params: { start: '10' } },
    ])
  })
  test('are not compared across forms', () => {
    const old = row(2021, documents(0, 0, 10), { disclosure_form: '2019' })
    expect(codes(old, row(2022, documents(3, 1, 15)))).toEqual([])
  })
})

describe('items of the form of 2019', () => {
  const items = (previous: number, change: number | null) => ({
    'disclosure.licences.items_previous': previous,
    'disclosure.licences.items_change': change,
  })
  const old = (year: number, figures: Figures) => row(year, figures, { disclosure_form: '2019' })
  test('follow from the year before', () => {
    expect(codes(old(2019, items(10, -2)), old(2020, items(8, 0)))).toEqual([])
  })
  test('do not', () => {
    expect(codes(old(2019, items(10, -2)), old(2020, items(10, 0)))).toEqual(['2020 items'])
  })
  test('are not compared where the change is blank', () => {
    expect(codes(old(2019, items(10, null)), old(2020, items(9, 0)))).toEqual([])
  })
})

describe('figures of the year before', () => {
  const table = (n: number) => ({
    'requests.received.natural_person': n,
    'requests.received.business': 2,
    'requests.granted.natural_person': n,
    'requests.partial.business': 1,
    'requests.refused_internal.business': 1,
    'requests.received.total': n + 2,
  })
  test('again, with enough that are not 0', () => {
    expect(codes(row(2021, table(4)), row(2022, table(4)))).toEqual(['2022 copied_year'])
  })
  test('again, but so few that it may be chance', () => {
    const figures = {
      'requests.received.natural_person': 1,
      'requests.received.total': 1,
      'requests.granted.natural_person': 1,
      'requests.granted.total': 1,
      'requests.concluded.natural_person': 1,
      'requests.concluded.total': 1,
    }
    expect(codes(row(2021, figures), row(2022, figures))).toEqual(['2022 copied_year_maybe'])
  })
  test('not again, where one differs', () => {
    expect(codes(row(2021, table(4)), row(2022, table(5)))).toEqual([])
  })
  test('zeros are no evidence', () => {
    expect(codes(row(2021, {}), row(2022, {}))).toEqual([])
  })
})

describe('the size of figures', () => {
  const years = (values: readonly number[], id = 'requests.received.total') =>
    values.map((value, i) => row(2018 + i, { [id]: value }))
  test('far from the other years', () => {
    expect(codes(...years([20, 24, 18, 900]))).toEqual(['2021 level_shift'])
  })
  test('growing, or with too few years to tell', () => {
    expect(codes(...years([20, 40, 70, 130]))).toEqual([])
    expect(codes(...years([20, 18, 900]))).toEqual([])
  })
  test('an amount in yuan', () => {
    expect(codes(...years([25.1, 31, 28, 251000], 'disclosure.fees.amount'))).toEqual(['2021 amount_shift'])
  })
})

test('sound reports of one agency have nothing against each other but sizes and texts', {
  timeout: 60_000,
}, () => {
  const country = new InventedCountry('years', 3000)
  const alarms: string[] = []
  for (let index = 0; index < 150; index += 1) {
    const rows = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => {
      const report = perfectReading(inventReport(country, index, year, { errors: false }))
      return yearRow(figuresOf({ ...aReport({ year }), ...report })) as YearRow
    })
    for (const { code, params } of found(...rows)) {
      const { class: of, severity } = issueKindOf(code as IssueCode)
      if (of === 'published' && severity !== 'info') alarms.push(`${index} ${code} ${JSON.stringify(params)}`)
    }
  }
  expect(alarms).toEqual([])
})
