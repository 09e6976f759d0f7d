import { expect, test } from 'vitest'
import { Random } from './random.ts'

test('the same words give the same stream, on every machine', () => {
  const random = new Random('seed', 7)
  const drawn = [1, 2, 3, 4].map(() => random.integer(0, 999_999))
  expect(drawn).toMatchInlineSnapshot(`
    [
      541658,
      531978,
      184162,
      627936,
    ]
  `)
})

test('a derived stream does not depend on what was drawn before', () => {
  const fresh = new Random('a')
  const used = new Random('a')
  used.next()
  expect(used.derive('b').next()).toBe(fresh.derive('b').next())
})

test('words that read alike when joined give different streams', () => {
  expect(new Random('ab', 'c').next()).not.toBe(new Random('a', 'bc').next())
})

test('a count is divided without loss, however large', () => {
  const random = new Random('divide')
  for (const count of [0, 1, 17, 400, 401, 98_765]) {
    const parts = random.divide(count, [5, 0.1, 2, 0])
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count)
    expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
  }
})

test('long tails have their scale as median and reach far beyond', () => {
  const random = new Random('tail')
  const drawn = Array.from({ length: 4000 }, () => random.longTail(100)).sort((a, b) => a - b)
  expect(drawn[2000]).toBeGreaterThan(60)
  expect(drawn[2000]).toBeLessThan(140)
  expect(drawn.at(-1)).toBeGreaterThan(1500)
})
