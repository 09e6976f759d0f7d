import { expect, test } from 'vitest'
import { PageEncoder } from './pageEncoder.ts'

const usual = new TextEncoder()
const pages = new PageEncoder()
const long = 5000

test.each([
  ['nothing', ''],
  ['a few signs', '信息公开'],
  ['letters', 'a'.repeat(long)],
  ['signs of one to four bytes', 'aé信😀'.repeat(long)],
  ['more than any text before', '信'.repeat(2 ** 20)],
  ['half a sign at the end', `${'信'.repeat(long)}\ud83d`],
  ['half a sign within', `${'a'.repeat(long)}\ude00信`],
])('encodes %s as any encoder does', (_, text) => {
  expect(Buffer.compare(pages.encode(text), usual.encode(text))).toBe(0)
})

test('what it gave stays as it is when the next text is encoded', () => {
  const first = pages.encode('信'.repeat(long))
  pages.encode('a'.repeat(long))
  expect(Buffer.from(first).toString()).toBe('信'.repeat(long))
})
