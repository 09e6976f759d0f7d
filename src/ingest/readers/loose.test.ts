import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isParagraph, type Paragraph } from '../../model/document.ts'
import { withLooseTables } from './loose.ts'

/** The paragraphs that are left of lines, of a document in which tables are looked for. */
function leftOf(...lines: readonly string[]): string[] {
  const blocks = ['信息内容', ...lines].map(
    (text, i): Paragraph => ({ kind: 'paragraph', text, heading: false, at: { line: i + 1 } }),
  )
  const { blocks: found } = withLooseTables({ title: '', blocks })
  return found.filter(isParagraph).map(({ text }) => text)
}

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
  const line = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '  ', '\t')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) =>
      parts
        .map((part) => part.join(''))
        .join('')
        .trim(),
    )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      expect(leftOf(...lines)).toEqual(['信息内容', ...lines])
    }),
    { numRuns: 1000 },
  )
})
