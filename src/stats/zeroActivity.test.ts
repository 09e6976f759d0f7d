import { describe, expect, test } from 'vitest'
import { anAgency, someFigures } from '../../tests/reports.ts'
import { zeroActivity } from './zeroActivity.ts'

const received = (value: number | null) => ({ 'requests.received.total': value })
const agencies = ['a', 'b', 'c', 'd', 'e'].map((id, i) =>
  anAgency(id, { level: i < 2 ? 'township' : 'county', type: i < 3 ? 'subdistrict' : 'department' }),
)
const all = (rows: ReturnType<typeof zeroActivity>) => rows.filter((row) => row.group_by === 'all')

describe('zeroActivity', () => {
  const reports = [
    someFigures({ agency_id: 'a' }, received(0)),
    someFigures({ agency_id: 'b' }, received(0)),
    someFigures({ agency_id: 'c' }, received(0)),
    someFigures({ agency_id: 'd' }, received(1)),
  ]

  test('is the share of reports with no new request, with its interval', () => {
    const [row] = all(zeroActivity(reports, agencies))
    expect(row).toMatchObject({ year: 2022, group: 'all', reports: 4, readable: 4, zero: 3, rate: 0.75 })
    expect([row?.lower, row?.upper].map((one) => one?.toFixed(4))).toEqual(['0.3006', '0.9544'])
  })

  test('keeps a report that cannot be read out of the denominator', () => {
    const [row] = all(zeroActivity([...reports, someFigures({ agency_id: 'e' }, received(null))], agencies))
    expect(row).toMatchObject({ reports: 5, readable: 4, zero: 3, rate: 0.75 })
  })

  test('has no rate where none can be read', () => {
    const [row] = all(zeroActivity([someFigures({ agency_id: 'e' }, received(null))], agencies))
    expect(row).toMatchObject({ reports: 1, readable: 0, zero: 0, rate: null, lower: null, upper: null })
  })

  test('leaves out superseded reports and those without a year', () => {
    const more = [
      someFigures({ agency_id: 'e', status: 'superseded' }, received(0)),
      someFigures({ agency_id: 'e', year: null }, received(0)),
    ]
    expect(zeroActivity([...reports, ...more], agencies)).toEqual(zeroActivity(reports, agencies))
  })

  test('adds up over every grouping, years apart', () => {
    const years = [...reports, someFigures({ agency_id: 'a', year: 2021 }, received(2))]
    const rows = zeroActivity(years, agencies)
    for (const group of ['all', 'level', 'type', 'province'] as const) {
      const of = rows.filter((row) => row.group_by === group && row.year === 2022)
      expect([group, of.reduce((sum, row) => sum + row.reports, 0)]).toEqual([group, 4])
      expect([group, of.reduce((sum, row) => sum + row.zero, 0)]).toEqual([group, 3])
    }
    expect(rows.filter((row) => row.year === 2021).every((row) => row.zero === 0 && row.reports === 1)).toBe(
      true,
    )
    expect(rows.find((row) => row.group === 'township' && row.year === 2022)).toMatchObject({
      reports: 2,
      zero: 2,
    })
  })
})
