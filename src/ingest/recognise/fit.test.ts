import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../model/document.ts'
import { type Columns, type Fitted, layRows, noProof, type Proof, type RowShape } from './fit.ts'

const cells = (texts: readonly string[]): Cell[] =>
  texts.map((text, i) => ({ text, at: { line: 1, cell: i + 1 } }))
const textsOf = (fitted: Fitted | null | undefined) => fitted?.cells.map((cell) => cell.text)
const sumProves: Proof = (values) => {
  const parts = values.slice(0, -1)
  const total = values.at(-1)
  if (total == null || parts.every((part) => part === null)) return 'open'
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === total ? 'proved' : 'contradicted'
}
const shape = (texts: readonly string[], rest: Partial<RowShape> = {}): RowShape => ({
  values: cells(texts),
  labels: 1,
  next: 'row',
  sound: false,
  ...rest,
})
const seven: Columns = { width: 7, foreign: [], proof: sumProves }
/** Lays rows of which only the first is looked at; the others are what its table looks like. */
const first = (texts: readonly string[], others: readonly (readonly string[])[] = [], columns = seven) =>
  layRows([shape(texts), ...others.map((other) => shape(other))], columns)[0]

/** Six counts and their total, as printed. */
const row = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((parts) => [...parts, parts.reduce((a, b) => a + b, 0)].map(String))
const table = fc.array(row, { minLength: 6, maxLength: 12 })
const blanks = fc.integer({ min: 0, max: 4 }).map((count) => Array<string>(count).fill(''))

describe('layRows', () => {
  test('lays printed rows exactly, whatever blanks merged cells left at their ends', () => {
    const padded = fc.array(fc.tuple(row, blanks, blanks), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(padded, (rows) => {
        const fitted = layRows(
          rows.map(([texts, before, after]) => shape([...before, ...texts, ...after])),
          seven,
        )
        expect(fitted.map(textsOf)).toEqual(rows.map(([texts]) => texts))
        expect(new Set(fitted.map((one) => one?.reading))).toEqual(new Set(['exact']))
      }),
    )
  })

  test('keeps the place of each cell', () => {
    const filled = ['', '', '1', '0', '0', '0', '0', '0', '1']
    expect(first(filled, [filled, filled, filled])?.cells.map((cell) => cell.at)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((cell) => ({ line: 1, cell })),
    )
  })

  test('takes empty cells for cells of the form in a table whose rows all have as many', () => {
    const texts = ['26', '', '', '', '', '', '']
    const others = [['', '', '', '', '', '', '0'], texts, texts]
    expect([textsOf(first(texts, others)), first(texts, others)?.reading]).toEqual([texts, 'exact'])
  })

  test('takes a row of which a cell was lost for whole in no table, printed or not', () => {
    const maybeBlank = row.chain((texts) =>
      fc
        .array(fc.boolean(), { minLength: 7, maxLength: 7 })
        .map((kept) => texts.map((t, i) => (kept[i] ? t : ''))),
    )
    fc.assert(
      fc.property(maybeBlank, table, fc.nat({ max: 6 }), (texts, others, i) => {
        expect(first(texts.toSpliced(i, 1), others)).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  test('of a row with one cell printed twice takes the right figures, as recovered, or none', () => {
    fc.assert(
      fc.property(row, table, fc.nat({ max: 6 }), (texts, others, i) => {
        const fitted = first(texts.toSpliced(i, 0, texts[i] as string), others)
        if (!fitted) return
        expect([textsOf(fitted), fitted.reading]).toEqual([texts, 'recovered'])
      }),
      { numRuns: 1000 },
    )
  })

  test('of a row with a foreign figure takes the right figures or none', () => {
    fc.assert(
      fc.property(
        row,
        table,
        fc.nat({ max: 7 }),
        fc.integer({ min: 0, max: 50 }),
        (texts, others, i, extra) => {
          const longer = texts.toSpliced(i, 0, String(extra))
          const fitted = first(longer, others)
          const adding = longer
            .map((_, drop) => longer.toSpliced(drop, 1))
            .filter((way) => sumProves(way.map(Number)) === 'proved')
          const ways = new Set(adding.map(String))
          // Where two ways add up nobody can tell which figure is the stray one.
          if (ways.size !== 1) expect(fitted).toBeNull()
          else expect(String(textsOf(fitted))).toBe([...ways][0])
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('leaves out a column that the header names and the form does not have', () => {
    const columns = { ...seven, foreign: [6] }
    const rows = [
      ['1', '2', '0', '0', '0', '0', '2', '3'],
      ['0', '0', '0', '0', '', '0', '0', '0'],
      ['5', '0', '0', '1', '0', '0', '1', '6'],
    ]
    const fitted = layRows(
      rows.map((texts) => shape(texts)),
      columns,
    )
    expect(fitted.map(textsOf)).toEqual(rows.map((texts) => texts.toSpliced(6, 1)))
    expect(fitted.every((one) => one?.reading === 'exact')).toBe(true)
  })

  test('finds out for all rows together which column is too many', () => {
    const rows = [
      ['1', '2', '0', '0', '0', '0', '2', '3'],
      ['0', '1', '0', '0', '0', '0', '1', '1'],
      ['5', '0', '0', '1', '0', '0', '1', '6'],
    ]
    const fitted = layRows(
      rows.map((texts) => shape(texts)),
      seven,
    )
    expect(fitted.map(textsOf)).toEqual(rows.map((texts) => texts.toSpliced(6, 1)))
    expect(new Set(fitted.map((one) => one?.reading))).toEqual(new Set(['recovered']))
  })

  test('without a total to prove it takes a row too long only when every way comes to the same', () => {
    const plain: Columns = { width: 3, foreign: [], proof: noProof }
    const lay = (texts: string[]) => layRows([shape(texts)], plain)[0]
    expect(textsOf(lay(['0', '0', '0', '0']))).toEqual(['0', '0', '0'])
    expect(lay(['0', '0', '0', '0'])?.why).toBe('same_whatever')
    expect(lay(['1', '0', '0', '0'])).toBeNull()
  })

  test('takes nothing when two ways add up', () => {
    expect(first(['3', '0', '3', '0', '0', '0', '0', '3'])).toBeNull()
  })

  test('takes the one way that adds up', () => {
    const fitted = first(['9999', '3', '0', '2', '0', '0', '0', '5'])
    expect([textsOf(fitted), fitted?.reading, fitted?.why]).toEqual([
      ['3', '0', '2', '0', '0', '0', '5'],
      'recovered',
      'identity',
    ])
  })

  test('takes nothing of a row too short, nor of one far too long', () => {
    for (const texts of [['1', '2', '3'], [], ['', ''], Array<string>(11).fill('0')])
      expect(first(texts)).toBeNull()
  })

  test('sets aside words behind the last column and says so', () => {
    const plain: Columns = { width: 3, foreign: [], proof: sumProves }
    const fitted = layRows([shape(['1', '0', '1', '四、复议情况'])], plain)[0]
    expect([textsOf(fitted), fitted?.left.map((cell) => cell.text)]).toEqual([
      ['1', '0', '1'],
      ['四、复议情况'],
    ])
  })

  test('does not take a damaged figure at the end of a row too long for a note', () => {
    // 9999 is one too many; the total is 5 with a line of the next row run into it.
    expect(first(['9999', '3', '0', '2', '0', '0', '0', '5\n3'])?.reading).not.toBe('exact')
  })

  test('reads a row under the places of its header, and none that has lost its width', () => {
    const columns = { ...seven, positions: [3, 4, 5, 6, 7, 8, 9] }
    const at = (texts: string[], from: number) =>
      cells(texts).map((cell, i) => ({ ...cell, x: from + i, colspan: 1 }))
    const texts = ['', '2', '', '', '', '1', '3']
    const rows: RowShape[] = [
      { ...shape([]), values: at(texts, 3), sound: true },
      { ...shape([]), values: at(texts, 3), sound: true },
      { ...shape([]), values: at(['0', '0', '0', '0', '1', '1'], 3), sound: false },
    ]
    expect(layRows(rows, columns).map((one) => textsOf(one) ?? null)).toEqual([texts, texts, null])
  })
})
