import { expect, test } from 'vitest'
import { commonest } from './commonest.ts'

test('the commonest of numbers is the first of those that come most often', () => {
  expect(commonest([])).toBeUndefined()
  expect(commonest([-1, -1])).toBe(-1)
  expect(commonest([1, 2, 3, 2])).toBe(2)
  expect(commonest([5, 7, 7, 5, 1])).toBe(5)
})
