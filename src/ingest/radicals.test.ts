import { expect, test } from 'vitest'
import { foldRadicals } from './radicals.ts'

test('radicals become the characters they stand for', () => {
  expect(foldRadicals('⾏政⾃然⼈⻓⻢⺟⻳')).toBe('行政自然人长马母龟')
  expect(foldRadicals('1⼆2')).toBe('1二2')
})

test('private characters and plain text stay', () => {
  expect(foldRadicals('\ue000１２，总计')).toBe('\ue000１２，总计')
})
