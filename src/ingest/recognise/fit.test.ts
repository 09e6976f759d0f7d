import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../model/document.ts'
import { layOnColumns, type Proof } from './fit.ts'

const cells = (texts: readonly string[]): Cell[] =>
  texts.map((text, i) => ({ text, at: { line: 1, cell: i + 1 } }))
const textsOf = (fitted: { cells: readonly Cell[] } | null) => fitted?.cells.map((cell) => cell.text)
const sumProves: Proof = (values) => {
  const parts = values.slice(0, -1)
  if (values.at(-1) == null || parts.every((part) => part === null)) return false
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === values.at(-1)
}
const strict = { proof: sumProves, blanksAreCells: false }
const trusting = { proof: sumProves, blanksAreCells: true }

/** Six counts and their total, as printed. */
const row = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((parts) => [...parts, parts.reduce((a, b) => a + b, 0)].map(String))
const blanks = fc.integer({ min: 0, max: 4 }).map((count) => Array<string>(count).fill(''))

describe('layOnColumns', () => {
  test('lays a full row exactly, whatever blanks merged cells left at its ends', () => {
    fc.assert(
      fc.property(row, blanks, blanks, fc.boolean(), (texts, before, after, blanksAreCells) => {
        const fitted = layOnColumns(cells([...before, ...texts, ...after]), 7, { blanksAreCells })
        expect(fitted?.reading).toBe('exact')
        expect(textsOf(fitted)).toEqual(texts)
        expect(fitted?.left).toEqual([])
      }),
    )
  })

  test('keeps the place of each cell', () => {
    const fitted = layOnColumns(cells(['', '', '1', '0', '0', '0', '0', '0', '1']), 7, strict)
    expect(fitted?.cells.map((cell) => cell.at)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((cell) => ({ line: 1, cell })),
    )
  })

  test('of a row with one cell printed twice takes the right figures or none', () => {
    fc.assert(
      fc.property(row, fc.nat({ max: 6 }), blanks, blanks, (texts, i, before, after) => {
        const doubled = texts.toSpliced(i, 0, texts[i] as string)
        const fitted = layOnColumns(cells([...before, ...doubled, ...after]), 7, strict)
        if (fitted === null) return
        expect(textsOf(fitted)).toEqual(texts)
        expect(fitted.reading).toBe('recovered')
      }),
      { numRuns: 1000 },
    )
  })

  test('of a row with a foreign figure takes the right figures or none', () => {
    fc.assert(
      fc.property(row, fc.nat({ max: 7 }), fc.integer({ min: 0, max: 50 }), (texts, i, extra) => {
        const longer = texts.toSpliced(i, 0, String(extra))
        const fitted = layOnColumns(cells(longer), 7, strict)
        const adding = longer
          .map((_, drop) => longer.toSpliced(drop, 1))
          .filter((way) => sumProves(way.map(Number)))
        const ways = new Set(adding.map(String))
        // Where two ways add up nobody can tell which figure is the stray one.
        if (ways.size !== 1) expect(fitted).toBeNull()
        else expect(String(textsOf(fitted))).toBe([...ways][0])
      }),
      { numRuns: 1000 },
    )
  })

  test('never takes a row in which a cell is lost for a whole one', () => {
    fc.assert(
      fc.property(row, fc.nat({ max: 6 }), blanks, blanks, (texts, i, before, after) => {
        const fitted = layOnColumns(cells([...before, ...texts.toSpliced(i, 1), ...after]), 7, strict)
        expect(fitted?.reading).not.toBe('exact')
      }),
      { numRuns: 1000 },
    )
  })

  test('without a total to prove it takes a row too long only when every way comes to the same', () => {
    const plain = { blanksAreCells: false }
    expect(textsOf(layOnColumns(cells(['0', '0', '0', '0']), 3, plain))).toEqual(['0', '0', '0'])
    expect(layOnColumns(cells(['0', '0', '0', '0']), 3, plain)?.why).toBe('same_whatever')
    expect(layOnColumns(cells(['1', '0', '0', '0']), 3, plain)).toBeNull()
  })

  test('takes nothing when two ways add up', () => {
    expect(layOnColumns(cells(['3', '0', '3', '0', '0', '0', '0', '3']), 7, strict)).toBeNull()
  })

  test('takes the one way that adds up', () => {
    const fitted = layOnColumns(cells(['9999', '3', '0', '2', '0', '0', '0', '5']), 7, strict)
    expect([textsOf(fitted), fitted?.reading, fitted?.why]).toEqual([
      ['3', '0', '2', '0', '0', '0', '5'],
      'recovered',
      'identity',
    ])
  })

  test('takes blanks for empty cells of the form where it is told that they are', () => {
    const texts = ['26', '', '', '', '', '', '']
    expect(textsOf(layOnColumns(cells(texts), 7, trusting))).toEqual(texts)
    expect(layOnColumns(cells(['', '', '', '', '', '', '']), 7, trusting)?.reading).toBe('exact')
  })

  test('takes nothing of a row too short', () => {
    for (const ground of [strict, trusting]) {
      expect(layOnColumns(cells(['1', '2', '3']), 7, ground)).toBeNull()
      expect(layOnColumns(cells([]), 7, ground)).toBeNull()
      expect(layOnColumns(cells(['', '']), 7, ground)).toBeNull()
    }
  })

  test('takes nothing of a row far too long', () => {
    expect(layOnColumns(cells(Array<string>(11).fill('0')), 7, strict)).toBeNull()
  })

  test('sets aside words behind the last column and says so', () => {
    const fitted = layOnColumns(cells(['1', '0', '1', '四、复议情况']), 3, strict)
    expect([textsOf(fitted), fitted?.left.map((cell) => cell.text)]).toEqual([
      ['1', '0', '1'],
      ['四、复议情况'],
    ])
  })

  test('does not take a damaged figure at the end of a row too long for a note', () => {
    // 9999 is one too many; the total is 5 with a line of the next row run into it.
    const fitted = layOnColumns(cells(['9999', '3', '0', '2', '0', '0', '0', '5\n3']), 7, strict)
    expect(fitted?.reading).not.toBe('exact')
  })
})
