import { expect, test } from 'vitest'
import { collectGarbage } from './collectGarbage.ts'

const megabytes = () => process.memoryUsage().heapUsed / 2 ** 20

/** Makes some 80 MB that nobody holds on to afterwards. */
function makeGarbage(): number {
  const lists = Array.from({ length: 100 }, (_, i) => new Array<number>(100_000).fill(i))
  return lists.length + megabytes()
}

test('what is not needed any more is given back after work on many reports', () => {
  collectGarbage(100_000)
  const before = megabytes()
  expect(makeGarbage()).toBeGreaterThan(before + 60)
  collectGarbage(100_000)
  expect(megabytes()).toBeLessThan(before + 20)
})
