import { expect, test } from 'vitest'
import { benchmarks } from './benchmarks.ts'
import { tableOf } from './table.ts'

test('every benchmark measures a tiny corpus and gives ratios', { timeout: 60_000 }, async () => {
  for (const { name, run } of benchmarks) {
    const measured = await run({ files: 2, rounds: 1 })
    expect(measured.length, name).toBeGreaterThan(0)
    for (const one of measured) {
      expect(one.files).toBe(2)
      for (const value of [one.floorMs, one.workMs, one.ratio, one.kbPerFile]) {
        expect(Number.isFinite(value) && value > 0, `${name} ${value}`).toBe(true)
      }
    }
  }
})

test('the table says whether each limit holds', () => {
  const one = { what: 'a', floor: 'f', work: 'w', floorMs: 1, workMs: 3, limit: 2, files: 4, kbPerFile: 5 }
  const [, held, exceeded] = tableOf([
    { ...one, ratio: 2 },
    { ...one, ratio: 2.5 },
  ]).split('\n')
  expect(held).toContain('holds')
  expect(exceeded).toContain('exceeded')
})
