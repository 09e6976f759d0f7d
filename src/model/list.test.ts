import { expect, test } from 'vitest'
import { mapped } from './list.ts'

test('makes something of each item, with its place', () => {
  expect(mapped(['a', 'b'], (item, i) => `${item}${i}`)).toEqual(['a0', 'b1'])
  expect(mapped([], String)).toEqual([])
})
