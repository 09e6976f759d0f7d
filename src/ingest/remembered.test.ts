import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('a short text is worked out once, a long one each time, and never more are kept than allowed', () => {
  let worked = 0
  const shout = remembered((text) => `${text}${++worked}`, { length: 3, size: 2 })
  expect([shout('a'), shout('a'), shout('b'), shout('a')]).toEqual(['a1', 'a1', 'b2', 'a1'])
  expect([shout('long'), shout('long')]).toEqual(['long3', 'long4'])
  expect([shout('c'), shout('a')]).toEqual(['c5', 'a6'])
})
