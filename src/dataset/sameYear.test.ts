import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue } from '../model/values.ts'
import { byMerit, type Contender, differencesInWords, differencesOf } from './sameYear.ts'

const contender = fc.record<Contender>({
  status: fc.constantFrom('complete', 'partial', 'unreadable'),
  scope: fc.constantFrom('own_body', 'aggregate', 'unknown'),
  published_on: fc.constantFrom('', '2023-01-05', '2023-03-01'),
  retrieved_on: fc.constantFrom('', '2024-05-01'),
  stated: fc.boolean(),
  path: fc.constantFrom('a', 'b', 'c', 'd'),
})

test('which file counts does not depend on the order they are met in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(contender, { selector: ({ path }) => path, minLength: 2 }), (files) => {
      const sorted = files.toSorted(byMerit)
      expect(files.toReversed().sort(byMerit)).toEqual(sorted)
      for (const [i, one] of sorted.entries())
        for (const other of sorted.slice(i + 1)) expect(byMerit(one, other)).toBeLessThan(0)
    }),
  )
})

const plain: Contender = {
  status: 'complete',
  scope: 'own_body',
  published_on: '',
  retrieved_on: '',
  stated: false,
  path: 'b',
}
test.each<[string, Partial<Contender>, Partial<Contender>]>([
  ['the one that sources.csv names', { stated: true, status: 'partial' }, { published_on: '2023-03-01' }],
  ['one that could be read', { status: 'partial' }, { status: 'unreadable', published_on: '2023-03-01' }],
  ['the body alone', {}, { scope: 'aggregate', published_on: '2023-03-01' }],
  ['the later', { published_on: '2023-03-01', status: 'partial' }, { published_on: '2023-01-05' }],
  ['the more complete', {}, { status: 'partial', path: 'a' }],
  ['the first by path', { path: 'a' }, {}],
])('%s counts', (_, counts, other) => {
  expect(byMerit({ ...plain, ...counts }, { ...plain, ...other })).toBeLessThan(0)
})

const cell = (cell_id: string, raw: string): CellValue => {
  const kind = raw === '' ? 'blank' : raw === '/' ? 'not_applicable' : 'number'
  const value = kind === 'number' ? Number(raw) : null
  return {
    cell_id,
    value,
    kind,
    raw,
    effective_value: value,
    basis: null,
    reading: 'exact',
    locator: 'line 1',
  }
}

test('cells differ by what is printed, not by how', () => {
  const counting = [cell('a', '1'), cell('b', '0'), cell('c', ''), cell('d', '2')]
  const here = [
    { ...cell('a', '1'), raw: '１' },
    cell('b', ''),
    cell('c', '/'),
    cell('e', '3'),
    cell('f', ''),
  ]
  expect(differencesOf(counting, here)).toEqual([
    { cell_id: 'b', counting: '0', here: '' },
    { cell_id: 'c', counting: '', here: '/' },
    { cell_id: 'e', counting: '', here: '3' },
    { cell_id: 'd', counting: '2', here: '' },
  ])
})

test('few differences are named in words, and said to be more', () => {
  const many = Array.from({ length: 9 }, (_, i) => ({ cell_id: `c${i}`, counting: '', here: '1' }))
  expect(differencesInWords(many.slice(0, 1))).toBe('c0 ∅ → 1')
  expect(differencesInWords(many)).toMatch(/^c0.*c5 ∅ → 1; …$/)
})
