import { expect, test } from 'vitest'
import { formatLocator, type Locator, locatorAnchor, locatorZh } from './locator.ts'

test.each<[Locator, string, string, string]>([
  [{ line: 77 }, 'line 77', 'line-77', '第 77 行'],
  [{ line: 77, cell: 3 }, 'line 77, cell 3', 'line-77-cell-3', '第 77 行第 3 格'],
  [{ table: 3, row: 5, cell: 2 }, 'table 3, row 5, cell 2', 'table-3-row-5-cell-2', '表 3 第 5 行第 2 格'],
  [{ paragraph: 4 }, 'paragraph 4', 'paragraph-4', '第 4 段'],
  [{ page: 4, line: 12 }, 'page 4, line 12', 'page-4-line-12', '第 4 页第 12 行'],
  [
    { page: 4, line: 12, cell: 3 },
    'page 4, line 12, cell 3',
    'page-4-line-12-cell-3',
    '第 4 页第 12 行第 3 格',
  ],
])('a place in words, as an anchor, and in Chinese: %j', (at, words, anchor, zh) => {
  expect(formatLocator(at)).toBe(words)
  expect(locatorAnchor(words)).toBe(anchor)
  expect(locatorZh(words)).toBe(zh)
})
