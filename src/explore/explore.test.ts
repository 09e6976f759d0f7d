import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedAtlas, sevenReports } from '../charts/invented.ts'
import { yearsToDraw } from '../client/columns.ts'
import {
  type ExploreRow,
  numberOf,
  type Question,
  rowsFor,
  slicesFor,
  sorted,
  sumYears,
  toCsv,
} from './rows.ts'
import { exploreSlices, measures, rowsOfAgency } from './slices.ts'

const { index, files } = exploreSlices(inventedAtlas(sevenReports))
const rows = files.flatMap((file) => file.rows())
const received = measures.findIndex((measure) => measure.id === 'new_requests')
const disclosed = measures.findIndex((measure) => measure.id === 'disclosure_rate')
const all: Question = {
  measure: 'new_requests',
  from: 2019,
  to: 2025,
  level: '',
  type: '',
  region: '',
  scope: 'single',
}

describe('the rows of Explore', () => {
  test('hold every report once, in the file of its year', () => {
    expect(rows).toHaveLength(sevenReports.length)
    expect(index.slices.map((slice) => slice.file)).toEqual(['2020', '2022', '2023', '2024'])
  })

  test('of one agency are its rows among all', () => {
    const atlas = inventedAtlas(sevenReports)
    for (const agency of atlas.agencies)
      expect(rowsOfAgency(atlas, agency)).toEqual(rows.filter((row) => row.id === agency.agency_id))
  })

  test('are split by province where a year has many', () => {
    const atlas = inventedAtlas(sevenReports)
    const agencies = atlas.agencies.map((agency, i) => ({ ...agency, province: i % 2 ? '云省' : '雾省' }))
    const split = exploreSlices({ ...atlas, agencies }, 2)
    const of2022 = split.index.slices.filter((slice) => slice.year === 2022)
    expect(of2022.map((slice) => slice.province)).toEqual(['云省', '雾省'])
    expect(slicesFor({ ...all, region: '云省', from: 2022, to: 2022 }, split.index.slices)).toHaveLength(1)
  })

  test('keep aggregate reports out of single bodies, and the other way round', () => {
    expect(rowsFor(all, rows).map((row) => row.name)).not.toContain('庚市人民政府')
    expect(rowsFor({ ...all, scope: 'aggregate' }, rows).map((row) => row.name)).toEqual(['庚市人民政府'])
  })

  test('sum up counts, and shares by their parts', () => {
    const years = sumYears(rowsFor(all, rows), received)
    expect(years.find((year) => year.year === 2022)).toMatchObject({
      rows: 4,
      known: 4,
      zero: 3,
      sum: 1,
      median: 0,
    })
    const shares = sumYears(rowsFor(all, rows), disclosed)
    expect(shares.find((year) => year.year === 2023)).toMatchObject({ known: 1, sum: 26, of: 26 })
    expect(shares.find((year) => year.year === 2020)).toMatchObject({ rows: 1, known: 0, median: null })
  })

  test('are sorted with those that have no value last, whichever way', () => {
    const values = fc.array(fc.option(fc.nat(20)), { maxLength: 30 })
    fc.assert(
      fc.property(values, fc.boolean(), (some, rising) => {
        const made = some.map(
          (value, i): ExploreRow => ({ ...(rows[0] as ExploreRow), name: `${i}`, values: [value] }),
        )
        const values = sorted(made, 0, { by: 'value', rising }).map((row) => numberOf(row.values[0]))
        const known = values.filter((value) => value !== null)
        expect(values.slice(0, known.length)).toEqual(known)
        expect(known).toEqual(known.toSorted((a, b) => (rising ? a - b : b - a)))
      }),
    )
  })

  test('never rank a share of few among those of many', () => {
    const made = [[1, 1], [4, 10], null, [7, 12], [0, 3]].map((value, i) => ({
      ...(rows[0] as ExploreRow),
      name: `${i}`,
      values: [value as ExploreRow['values'][number]],
    }))
    const order = (rising: boolean) => sorted(made, 0, { by: 'value', rising }).map((row) => row.name)
    expect(order(false)).toEqual(['3', '1', '0', '4', '2'])
    expect(order(true)).toEqual(['1', '3', '4', '0', '2'])
  })

  test('are sorted by year or agency, and what is alike by the latest year and by where the agency is', () => {
    const made = [
      ['b', 2021],
      ['a', 2022],
      ['a', 2021],
    ].map(([name, year]) => ({
      ...(rows[0] as ExploreRow),
      id: `${name}`,
      year: Number(year),
      values: [1],
    }))
    const order = (by: 'agency' | 'year' | 'value', rising: boolean) =>
      sorted(made, 0, { by, rising }).map(({ id, year }) => `${id} ${year}`)
    expect(order('year', true)).toEqual(['a 2021', 'b 2021', 'a 2022'])
    expect(order('year', false)).toEqual(['a 2022', 'a 2021', 'b 2021'])
    expect(order('agency', false)).toEqual(['b 2021', 'a 2022', 'a 2021'])
    expect(order('value', true)).toEqual(['a 2022', 'a 2021', 'b 2021'])
  })

  test('become CSV that a spreadsheet takes for text, whatever is in a name', () => {
    const [row] = rows
    const csv = toCsv([{ ...(row as ExploreRow), name: '=cmd("x"),y' }], measures, [
      'new_requests',
      'disclosure_rate',
    ])
    const [head, line] = csv.split('\n')
    expect(head).toContain(
      'new_requests,disclosure_rate,disclosure_rate_numerator,disclosure_rate_denominator',
    )
    expect(line).toContain('"\'=cmd(""x""),y"')
  })
})

describe('the years drawn', () => {
  const years = [2019, 2021].map((year) => ({ year, rows: 2, known: 1, zero: 0, median: 1, sum: 1, of: 0 }))
  const unreadable = { year: 2018, rows: 1, known: 0, zero: 0, median: null, sum: 0, of: 0 }

  test('are those asked for, with a report or without', () =>
    expect(yearsToDraw(years, { first: 2018, last: 2024 }, 360)).toEqual({ first: 2018, last: 2024 }))

  test('are those with a figure where there is no room for all', () =>
    expect(yearsToDraw([unreadable, ...years], { first: 2008, last: 2024 }, 360)).toEqual({
      first: 2019,
      last: 2021,
    }))
})
