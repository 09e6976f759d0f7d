import { expect, test } from 'vitest'
import { Pace } from '../scripts/reading.ts'

test('the pace counts what was read, not what the cache had', () => {
  const pace = new Pace()
  expect(pace.after(900, 1000, 5000)).toEqual({ speed: 0, left: null })
  expect(pace.after(920, 1000, 7000)).toEqual({ speed: 10, left: 8 })
  expect(pace.after(1000, 1000, 15_000)).toEqual({ speed: 10, left: 0 })
})
