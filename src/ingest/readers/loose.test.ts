import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Document, isParagraph, isTable, type Paragraph } from '../../model/document.ts'
import { withLooseTables } from './loose.ts'

/** A document of lines in which tables are looked for, as it is then. */
function documentOf(lines: readonly string[]): Document {
  const blocks = ['信息内容', ...lines].map(
    (text, i): Paragraph => ({ kind: 'paragraph', text, heading: false, at: { line: i + 1 } }),
  )
  return withLooseTables({ title: '', blocks })
}

const leftOf = (...lines: readonly string[]): string[] =>
  documentOf(lines)
    .blocks.filter(isParagraph)
    .map(({ text }) => text)

/** Any line of some words, divided in any way. */
const lineOf = (words: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '  ', '\t')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.flat().join('').trim())

test('what stands before a label that goes on below is a paragraph once, and whole', () => {
  const lines = ['本年共收到申请120件，全部办结。  予以', '公开  5', '以上为本年情况。']
  expect(leftOf(...lines)).toEqual(['信息内容', ...lines])
  const figuresBetween = ['本年共收到申请120件，全部办结。  予以', '5  6', '公开']
  expect(leftOf(...figuresBetween)).toEqual(['信息内容', ...figuresBetween])
})

test('lines without a table are left as they are, in whatever way they are divided', () => {
  const words = [
    '三、收到和处理政府信息公开申请情况',
    '予以',
    '公开',
    '规章',
    '行政许可',
    '其他',
    '5',
    '120',
    '-',
    '本年共收到申请120件。',
    '甲局',
  ]
  fc.assert(
    fc.property(fc.array(lineOf(words), { maxLength: 4 }), (lines) => {
      expect(leftOf(...lines)).toEqual(['信息内容', ...lines])
    }),
    { numRuns: 1000 },
  )
})

test('of lines with a table in them no character is lost or comes twice', () => {
  const labels = [
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '规章',
    '行政规范性文件',
    '行政许可',
  ]
  const words = [
    ...labels,
    '予以',
    '公开',
    '5',
    '120',
    '-',
    '12 3',
    '甲局',
    '本年共收到申请120件。',
    '行政',
    '许可',
  ]
  let tables = 0
  fc.assert(
    fc.property(fc.array(lineOf(words), { maxLength: 10 }), (lines) => {
      const blocks = documentOf(lines).blocks
      tables += blocks.filter(isTable).length
      const texts = blocks.flatMap((block) =>
        isTable(block) ? block.rows.flat().map(({ text }) => text) : [block.text],
      )
      const characters = (parts: readonly string[]) => [...parts.join('').replace(/\s/g, '')].sort().join('')
      expect(characters(texts)).toBe(characters(['信息内容', ...lines]))
    }),
    { numRuns: 3000 },
  )
  expect(tables).toBeGreaterThan(100)
})
