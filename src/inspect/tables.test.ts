import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellId, cellsOfForm } from '../model/cells.ts'
import { form, formVersions, tableIds } from '../model/form.ts'
import { type CellValue, readings, valueKinds } from '../model/values.ts'
import { plain } from './paint.ts'
import { cellWord, rowLocator, tableLines } from './tables.ts'
import { clip, padStart, width } from './width.ts'

const cell = (about: Partial<CellValue>): CellValue => ({
  cell_id: 'requests.received.total',
  value: null,
  kind: 'blank',
  raw: '',
  effective_value: null,
  basis: null,
  reading: 'exact',
  locator: 'line 7, cell 2',
  ...about,
})

describe('width', () => {
  test.each([
    ['abc', 3],
    ['总计', 4],
    ['（七）总计', 10],
    ['１２', 4],
    ['e\u0301', 1],
  ])('of %s is %i columns', (text, columns) => expect(width(text)).toBe(columns))

  test('a clipped text is never wider than asked, and says that it is clipped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('总', 'a', '（', '1') }),
        fc.integer({ min: 1, max: 9 }),
        (text, to) => {
          const clipped = clip(text, to)
          expect(width(clipped)).toBeLessThanOrEqual(to)
          expect(clipped === text || clipped.endsWith('…')).toBe(true)
          expect(width(padStart(clipped, 12))).toBe(12)
        },
      ),
    )
  })
})

describe('cellWord', () => {
  test('no two kinds look alike', () => {
    const words = [
      cell({ kind: 'number', value: 0, raw: '0' }),
      cell({ kind: 'number', value: 0, raw: '０' }),
      cell({ kind: 'number', value: 0, raw: '0', reading: 'recovered' }),
      cell({}),
      cell({ effective_value: 0, basis: 'zero_by_identity' }),
      cell({ kind: 'not_applicable', raw: '/' }),
      cell({ kind: 'unreadable', raw: '0 0' }),
      cell({ kind: 'missing', locator: '' }),
    ].map(cellWord)
    expect(words).toEqual(['0', '0*', '0~', '·', '·=0', '/', '?0 0?', '∅'])
  })
})

test('rowLocator names each line or row once', () => {
  expect(rowLocator([cell({}), cell({ locator: 'line 7, cell 3' }), undefined])).toBe('line 7')
  expect(rowLocator([cell({}), cell({ locator: 'page 2, line 1, cell 3' })])).toBe('line 7; page 2, line 1')
})

describe('tableLines', () => {
  const cases = tableIds.flatMap((id) => formVersions.map((version) => [id, version] as const))

  test.each(cases)('%s of %s: every cell of the form once, in columns that end alike', (id, version) => {
    const kinds = fc.record({
      kind: fc.constantFrom(...valueKinds),
      reading: fc.constantFrom(...readings),
      raw: fc.constantFrom('1', '12345', '无', '二十件（其中重复三件）', ''),
      value: fc.nat(99_999),
    })
    const ids = cellsOfForm(id, version)
    fc.assert(
      fc.property(fc.array(kinds, { minLength: ids.length, maxLength: ids.length }), (made) => {
        const cells = new Map(
          ids.map((one, i): [CellId, CellValue] => [one, cell({ ...made[i], locator: '@' })]),
        )
        const lines = tableLines(form[id], version, cells, plain)
        const rows = lines.filter((line) => line.endsWith('   @'))
        const total = form[id].forms[version].reduce((sum, section) => sum + section.rows.length, 0)
        expect(rows).toHaveLength(total)
        for (const section of form[id].forms[version]) {
          const ofSection = rows.splice(0, section.rows.length)
          expect(new Set(ofSection.map(width)).size).toBe(1)
        }
      }),
      { numRuns: 20 },
    )
  })
})

test('the words of a row that fits no columns stand once, and no column is wider for them', () => {
  const ids = cellsOfForm('requests', '2021')
  const refused = (id: string) => id.startsWith('requests.partial.')
  const words = '1 | 3 | 5 | 2 | 7 | 9'
  const lines = (kind: 'number' | 'unreadable') =>
    tableLines(
      form.requests,
      '2021',
      new Map(
        ids.map((id) => [
          id,
          refused(id) && kind === 'unreadable'
            ? cell({ cell_id: id, kind, raw: words })
            : cell({ cell_id: id, kind: 'number', value: 1, raw: '1' }),
        ]),
      ),
      plain,
    )
  const [before, after] = [lines('number'), lines('unreadable')]
  expect(after.map(width)).toEqual(before.map(width))
  expect(after.join('\n').split(words)).toHaveLength(2)
})
