import { describe, expect, test } from 'vitest'
import { anAgency, aReport, cellValues } from '../../tests/reports.ts'
import { figuresOf } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { agenciesUnder, allPages, coverageByYear, coverageOf, coveragePages } from './coverage.ts'
import { regionsOf } from './regions.ts'
import { agencyLines } from './series.ts'

const held = (agency_id: string, year: number, received: number | null = 0) =>
  figuresOf(aReport({ agency_id, year, cells: cellValues({ 'requests.received.total': received }) }))
const reports = [held('甲', 2020), held('甲', 2023), held('乙', 2022, null), held('丙', 2021)]
const agencies = [
  anAgency('甲', { first_year: 2020, last_year: 2023 }),
  anAgency('乙', { first_year: 2022, last_year: 2022 }),
  anAgency('丙', { first_year: 2021, last_year: 2021, merged_into: '甲' }),
]
const lines = agencyLines(agencies, reports)
const statesOf = (i: number) => lines[i]?.marks.map((mark) => coverageOf(agencies[i] as Agency, mark))

describe('what is held of an agency', () => {
  test('is missing between two reports', () => {
    expect(statesOf(0)).toEqual(['reported', 'missing', 'missing', 'reported'])
  })
  test('is not expected before the first, and missing after the last', () => {
    expect(statesOf(1)).toEqual(['not_expected', 'not_expected', 'unreadable', 'missing'])
  })
  test('is not expected once another body took over', () => {
    expect(statesOf(2)).toEqual(['not_expected', 'reported', 'not_expected', 'not_expected'])
  })
  test('is counted by year', () => {
    expect(coverageByYear(lines, [2020, 2021, 2022, 2023])[2]).toEqual({
      year: 2022,
      count: { reported: 0, unreadable: 1, missing: 1, not_expected: 1 },
    })
  })
})

test('every agency stands on one page, and none holds too many', () => {
  const many = Array.from({ length: 1500 }, (_, i) =>
    anAgency(`a${i}`, {
      province: i < 100 ? '' : i < 300 ? '云梦省' : '河洛省',
      city: i < 300 || i % 50 === 0 ? '' : `${'东西南'[i % 3]}市`,
      county: '',
    }),
  )
  const pages = coveragePages(regionsOf(many))
  const listed = allPages(pages).flatMap((page) => page.agencies)
  expect(listed).toHaveLength(1500)
  expect(new Set(listed).size).toBe(1500)
  expect(pages.flatMap(agenciesUnder)).toHaveLength(1500)
  for (const page of allPages(pages)) expect(page.agencies.length).toBeLessThanOrEqual(600)
})

test('agencies of no region that are too many for a page are in parts', () => {
  const many = Array.from({ length: 1300 }, (_, i) => anAgency(`a${i}`, { province: '' }))
  const [page, ...more] = coveragePages(regionsOf(many))
  expect(more).toEqual([])
  expect(page?.agencies).toEqual([])
  expect(page?.below.map(({ id, part, agencies }) => [id, part, agencies.length])).toEqual([
    ['elsewhere-1', 1, 600],
    ['elsewhere-2', 2, 600],
    ['elsewhere-3', 3, 100],
  ])
  expect(page && agenciesUnder(page)).toEqual(many)
})
