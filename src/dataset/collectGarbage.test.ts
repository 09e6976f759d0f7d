import { expect, test, vi } from 'vitest'
import { collectGarbage, keepHeapLow } from './collectGarbage.ts'

// Memory that is touched for the first time may take long.
vi.setConfig({ testTimeout: 60_000 })

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

test('a heap that is looked after does not become many times what is needed of it', () => {
  const kept: unknown[] = []
  let most = 0
  keepHeapLow()
  const before = megabytes()
  for (let i = 0; i < 12; i += 1) {
    kept.push(makeGarbage())
    keepHeapLow()
    most = Math.max(most, megabytes())
  }
  // It made some gigabyte.
  expect(kept).toHaveLength(12)
  expect(most).toBeLessThan(before + Math.max(before, 256) + 100)
})
