import { expect, test } from 'vitest'
import { aYearRow } from '../../tests/yearRows.ts'
import { checkAggregates } from './aggregates.ts'
import type { YearRow } from './years.ts'

const row = (agency_id: string, received: number | null, about: Partial<YearRow> = {}): YearRow =>
  aYearRow(
    2022,
    { 'requests.received.total': received },
    { agency_id, report_id: `${agency_id}-2022`, ...about },
  )
const parents: Readonly<Record<string, string>> = { 甲局: '某县', 乙局: '某县', 丙局: '某县', 丁局: '邻县' }
const check = (...rows: readonly YearRow[]) =>
  [...checkAggregates(rows, (id) => parents[id] ?? '')].flatMap(([, { findings }]) => findings)
const members = [row('甲局', 5), row('乙局', 7), row('丙局', null), row('丁局', 90)]

test('an aggregate is set beside the members held, with how many have a figure', () => {
  expect(check(row('某县', 30, { scope: 'aggregate' }), ...members)).toMatchObject([
    { code: 'aggregate_part', expected: '12', found: '30', params: { known: '3', readable: '2' } },
  ])
})

test('members that make more than the aggregate are pointed out', () => {
  expect(check(row('某县', 10, { scope: 'aggregate' }), ...members)).toMatchObject([
    { code: 'aggregate_exceeded', expected: '12', found: '10' },
  ])
})

test('nothing is said of a report that does not say it sums up, nor without members of its year', () => {
  expect(check(row('某县', 10, { scope: 'unknown' }), ...members)).toEqual([])
  expect(check(row('某县', 10, { scope: 'aggregate', year: 2021 }), ...members)).toEqual([])
  expect(check(row('孤县', 10, { scope: 'aggregate' }), ...members)).toEqual([])
})
