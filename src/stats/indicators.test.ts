import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanced, someFigures } from '../../tests/reports.ts'
import { indicators, indicatorsOf, sumKnown } from './indicators.ts'

const of = (id: string, figures: Record<string, number | null>, about = {}) =>
  indicatorsOf(someFigures(about, figures)).find((one) => one.indicator_id === id)

describe('indicatorsOf', () => {
  test('gives every indicator of a report once, sorted', () => {
    const ids = indicatorsOf(someFigures()).map((one) => one.indicator_id)
    expect(ids).toEqual(Object.keys(indicators).sort())
  })

  test('counts disclosure in full and in part among the requests concluded', () => {
    const figures = {
      'requests.granted.total': 6,
      'requests.partial.total': 3,
      'requests.concluded.total': 12,
    }
    expect(of('disclosure_rate', figures)).toMatchObject({
      numerator: 9,
      denominator: 12,
      value: 0.75,
      basis: 'effective',
    })
  })

  test('divides what is carried out by what there was to handle', () => {
    const figures = {
      'requests.received.total': 8,
      'requests.carried_in.total': 2,
      'requests.carried_out.total': 4,
    }
    expect(of('carry_rate', figures)).toMatchObject({ numerator: 4, denominator: 10, value: 0.4 })
  })

  test('leaves what is pending out of the correction rate', () => {
    const figures = {
      'disputes.review.overturned': 2,
      'disputes.review.pending': 3,
      'disputes.review.total': 11,
    }
    expect(of('review_correction_rate', figures)).toMatchObject({ numerator: 2, denominator: 8, value: 0.25 })
  })

  test('has no share of nothing', () => {
    expect(of('disclosure_rate', {})).toMatchObject({ value: null, lower: null, basis: 'nothing_to_share' })
  })

  test('never takes an unknown figure for 0', () => {
    const figures = {
      'requests.partial.total': null,
      'requests.granted.total': 3,
      'requests.concluded.total': 3,
    }
    expect(of('disclosure_rate', figures)).toMatchObject({
      numerator: null,
      value: null,
      basis: 'incomplete',
    })
    expect(of('new_requests', { 'requests.received.total': null })).toMatchObject({
      value: null,
      basis: 'incomplete',
    })
  })

  test('says of figures that contradict each other that they do', () => {
    const figures = { 'requests.granted.total': 5, 'requests.concluded.total': 3 }
    expect(of('disclosure_rate', figures)).toMatchObject({ value: null, basis: 'contradictory' })
  })

  test('gives none for a superseded report', () => {
    expect(indicatorsOf(someFigures({ status: 'superseded' }))).toEqual([])
  })

  test('divides all that was concluded, in any balanced report', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 31, maxLength: 31 }), (counts) => {
        let next = 0
        const figures = balanced(() => counts[next++ % counts.length] ?? 0)
        const all = indicatorsOf(someFigures({}, figures))
        const share = (id: string) => all.find((one) => one.indicator_id === id)?.value ?? 0
        const sum = ['disclosure_rate', 'refusal_rate', 'unavailable_rate', 'unprocessed_rate']
          .map(share)
          .reduce((a, b) => a + b, 0)
        expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        for (const { value, lower, upper } of all.filter((one) => one.indicator_id !== 'new_requests')) {
          if (value === null) continue
          expect(value).toBeGreaterThanOrEqual(lower as number)
          expect(value).toBeLessThanOrEqual(upper as number)
        }
      }),
      { numRuns: 50 },
    )
  })
})

test('sumKnown is unknown as soon as one part is', () => {
  expect(sumKnown([1, 2, 3])).toBe(6)
  expect(sumKnown([])).toBe(0)
  expect(sumKnown([1, null, 3])).toBeNull()
})
