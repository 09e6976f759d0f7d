import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concentrationByYear } from './concentration.ts'
import type { VolumePoint } from './volumes.ts'

const point = (received: number | null, i: number, aggregate = false): VolumePoint => ({
  report_id: `${i}`,
  agency_id: `${i}`,
  name: `${i}`,
  year: 2024,
  scope: aggregate ? 'aggregate' : 'own_body',
  aggregate,
  activity: received === null ? 'unreadable' : received === 0 ? 'zero' : 'some',
  received,
})

describe('the concentration of a year', () => {
  test('is that of single bodies that can be read', () => {
    const points = [...Array(99).fill(1), 101].map((value, i) => point(value, i))
    const [year] = concentrationByYear([...points, point(null, 200), point(9999, 201, true)])
    expect(year).toEqual({ year: 2024, reports: 100, requests: 200, one: 0.505, ten: 0.55, half: 1 })
  })

  test('is not given for fewer bodies than there are parts', () => {
    const [year] = concentrationByYear([point(5, 1), point(0, 2)])
    expect(year).toMatchObject({ one: null, ten: null, half: 1 })
  })

  test('never gives the busiest less than their part of the bodies', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 100, maxLength: 300 }), (values) => {
        const [year] = concentrationByYear(values.map((value, i) => point(value, i)))
        if (!year || year.one === null || year.ten === null) return
        expect(year.one).toBeGreaterThanOrEqual(0.01 - 1e-9)
        expect(year.ten).toBeGreaterThanOrEqual(Math.max(0.1 - 1e-9, year.one))
        expect(year.half).toBeLessThanOrEqual(Math.ceil(values.length / 2))
      }),
    )
  })
})
