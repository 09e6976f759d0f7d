import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOfBusiest, type VolumePoint, volumeYears } from './volumes.ts'

const point = (received: number | null, aggregate = false, year = 2024): VolumePoint => ({
  report_id: '',
  agency_id: '',
  name: '',
  year,
  scope: aggregate ? 'aggregate' : 'own_body',
  aggregate,
  activity: received === null ? 'unreadable' : received === 0 ? 'zero' : 'some',
  received,
})

describe('volumes by year', () => {
  test('sum up single bodies only, over what can be read', () => {
    const points = [point(3), point(0), point(null), point(3119, true)]
    expect(volumeYears(points)).toEqual([
      { year: 2024, aggregate: false, reports: 3, readable: 2, zero: 1, sum: 3, median: 1.5, max: 3 },
      { year: 2024, aggregate: true, reports: 1, readable: 1, zero: 0, sum: null, median: 3119, max: 3119 },
    ])
  })

  test('know nothing of a year that cannot be read', () => {
    const [year] = volumeYears([point(null)])
    expect(year).toMatchObject({ reports: 1, readable: 0, sum: null, median: null, max: null })
  })

  test('count every report once', () => {
    const some = fc.array(fc.tuple(fc.option(fc.nat(99)), fc.boolean(), fc.integer({ min: 2019, max: 2025 })))
    fc.assert(
      fc.property(some, (all) => {
        const years = volumeYears(all.map((one) => point(...one)))
        expect(years.reduce((sum, one) => sum + one.reports, 0)).toBe(all.length)
      }),
    )
  })
})

test('the busiest one of four bodies', () => {
  expect(shareOfBusiest([point(6), point(2), point(0), point(0)], 0.25)).toBe(0.75)
  expect(shareOfBusiest([point(0)], 0.01)).toBeNull()
})
