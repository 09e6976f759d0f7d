import { load } from 'cheerio'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Paragraph, Table } from '../../model/document.ts'
import { paragraphsMarkup, textsAndTables } from './paragraphsMarkup.ts'

const paragraph = (text: string, i: number): Paragraph => ({
  kind: 'paragraph',
  text,
  heading: i % 3 === 0,
  at: i % 2 ? { line: i + 1 } : { paragraph: i + 1 },
})

test('any text of paragraphs comes out as text, each at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const $ = load(paragraphsMarkup(texts.map(paragraph), 'zh'), { xml: { xmlMode: false } })
      const shown = texts.map((_, i) => $(`#${i % 2 ? 'line' : 'paragraph'}-${i + 1}`))
      expect(shown.map((one) => one.find('[lang]').text())).toEqual(texts)
      expect(shown.map((one) => one.hasClass('heading'))).toEqual(texts.map((_, i) => i % 3 === 0))
      expect(shown.map((one) => one.find('.place').text())).toEqual(
        texts.map((_, i) => (i % 2 ? String(i + 1) : `第 ${i + 1} 段`)),
      )
    }),
  )
})

test('paragraphs stay in their order between tables', () => {
  const table: Table = { kind: 'table', layout: 'grid', rows: [] }
  const [a, b, c] = ['a', 'b', 'c'].map(paragraph) as [Paragraph, Paragraph, Paragraph]
  const blocks: Block[] = [a, b, table, table, c]
  expect(textsAndTables(blocks)).toEqual([[a, b], table, table, [c]])
})
