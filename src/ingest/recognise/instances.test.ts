import { expect, test } from 'vitest'
import { divideTables, mainTable } from './instances.ts'

const divide = (rows: string, overlap?: number) =>
  divideTables([...rows], (row) => row, overlap).map((table) => table.join(''))

test('rows that come again begin another table', () => {
  expect(divide('abcdeabcde')).toEqual(['abcde', 'abcde'])
  expect(divide('abcdeabcdeabcde')).toEqual(['abcde', 'abcde', 'abcde'])
})

test('a row printed twice does not, nor do two at a page break', () => {
  expect(divide('abccde')).toEqual(['abccde'])
  expect(divide('abcbcde')).toEqual(['abcbcde'])
})

test('where a table has one row, the second is of another', () => {
  expect(divide('aa', 0)).toEqual(['a', 'a'])
})

test('the main table is the first that is about as long as the longest', () => {
  expect(mainTable([['a'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']])).toEqual(['a', 'b', 'c'])
  expect(mainTable([])).toEqual([])
})
