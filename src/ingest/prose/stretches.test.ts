import { expect, test } from 'vitest'
import type { Paragraph } from '../../model/document.ts'
import { sentencesOf } from './clauses.ts'
import { passageOf, placeOf, printed } from './passage.ts'
import { Stretches } from './stretches.ts'

const paragraph = (text: string, line: number): Paragraph => ({
  kind: 'paragraph',
  text,
  heading: false,
  at: { line },
})

test('every character of a text knows where it came from', () => {
  const stretches = new Stretches()
  stretches.add(0, 5)
  stretches.add(2, 7)
  stretches.add(4, 20)
  stretches.add(5, 20)
  expect([0, 1, 2, 3, 4, 5, 6].map((index) => stretches.originOf(index))).toEqual([5, 6, 7, 8, 20, 20, 21])
})

test('clauses are quoted and located as printed, whatever their plain form left out or made longer', () => {
  const parts = [paragraph('本年 “收到”申请㍻１２ ', 3), paragraph(' ３件，《办法》（共\ufa6c 4 5件）。', 4)]
  const passage = passageOf(parts)
  expect(passage.plain).toBe('本年“收到”申请平成12 3件，《办法》(共\u{242ee}4 5件)。')
  const quoted = sentencesOf(passage.plain)
    .flat()
    .map(({ text, places }) => {
      const [first, last] = [places.originOf(0), places.originOf(text.length - 1)]
      return [text, printed(passage, first, last + 1), placeOf(passage, first)]
    })
  expect(quoted).toEqual([
    ['本年收到申请平成12 3件', '本年 “收到”申请㍻１２  ３件', { line: 3 }],
    ['共\u{242ee}4 5件', '共\ufa6c 4 5件', { line: 4 }],
  ])
})
