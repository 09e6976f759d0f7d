import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from './wilson.ts'

describe('wilson', () => {
  test.each([
    [3, 4, 0.3006, 0.9544],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
    [0, 1, 0, 0.7935],
    [50, 100, 0.4038, 0.5962],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])('of %i in %i is %d to %d', (successes, trials, lower, upper) => {
    const share = wilson(successes, trials)
    expect(share?.value).toBe(successes / trials)
    expect(share?.lower).toBeCloseTo(lower, 4)
    expect(share?.upper).toBeCloseTo(upper, 4)
  })

  test.each([
    [0, 0],
    [5, 4],
    [-1, 4],
    [1, -4],
    [1, Number.NaN],
  ])('has nothing to say of %d in %d', (successes, trials) => {
    expect(wilson(successes, trials)).toBeNull()
  })

  test('holds the share, stays inside 0 to 1, and mirrors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const successes = Math.round(trials * part)
          const share = wilson(successes, trials)
          const mirrored = wilson(trials - successes, trials)
          if (!share || !mirrored) throw new Error('a share of something')
          expect(share.lower).toBeGreaterThanOrEqual(0)
          expect(share.upper).toBeLessThanOrEqual(1)
          expect(share.lower).toBeLessThanOrEqual(share.value)
          expect(share.upper).toBeGreaterThanOrEqual(share.value)
          expect(mirrored.lower).toBeCloseTo(1 - share.upper, 9)
        },
      ),
    )
  })
})
