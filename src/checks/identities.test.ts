import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanced, cellValues } from '../../tests/reports.ts'
import { byPlace, type CellId, cellsOfForm } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import type { Finding } from '../model/issue.ts'
import { resultRows } from '../model/requestsRows.ts'
import type { CellValue } from '../model/values.ts'
import { Checking } from './checking.ts'
import { checkIdentities } from './identities.ts'

const check = (
  cells: readonly CellValue[],
  version: FormVersion | null = '2021',
  doubted: readonly string[] = [],
): Finding[] => {
  const into = new Checking()
  checkIdentities({ placed: byPlace(cells), doubted: new Set(doubted) }, version, into)
  return into.findings
}

const version = fc.constantFrom<FormVersion>('2019', '2021')
const counts = fc.array(fc.nat({ max: 50 }), { minLength: 101, maxLength: 101 })
const supply = (numbers: readonly number[]) => {
  let next = 0
  return () => numbers[next++ % numbers.length] ?? 0
}

/** The rules that a cell takes part in, worked out from its row and column alone. */
function rulesOf(id: string, form: FormVersion): string[] {
  const [table, row = '', column = ''] = id.split('.')
  if (table === 'disputes') return [`dispute_total ${row}`]
  const results = resultRows(form).map((one) => one.id)
  return [
    ...(['received', 'carried_in', 'concluded', 'carried_out'].includes(row) ? [`flow ${column}`] : []),
    `row_total ${row}`,
    ...(results.includes(row) || row === 'concluded' ? [`outcome_total ${column}`] : []),
  ].sort()
}

describe('checkIdentities', () => {
  test('finds nothing in figures that balance', () => {
    fc.assert(
      fc.property(version, counts, (form, numbers) => {
        expect(check(cellValues(balanced(supply(numbers), form), form), form)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('names every rule that one wrong figure breaks, with its cells, and no other', () => {
    fc.assert(
      fc.property(version, counts, fc.nat(), fc.integer({ min: 1, max: 9 }), (form, numbers, pick, error) => {
        const figures = balanced(supply(numbers), form)
        const ids = [...cellsOfForm('requests', form), ...cellsOfForm('disputes', form)]
        const wrong = ids[pick % ids.length] as CellId
        const found = check(cellValues({ ...figures, [wrong]: (figures[wrong] ?? 0) + error }, form), form)
        const named = found.map(({ code, cells }) => {
          const [, row, column] = (cells[0] as string).split('.')
          return `${code} ${code === 'row_total' || code === 'dispute_total' ? row : column}`
        })
        expect(named.sort()).toEqual(rulesOf(wrong, form))
        for (const { cells, expected, found: printed, locator } of found) {
          expect(cells).toContain(wrong)
          expect(Math.abs(Number(expected) - Number(printed))).toBe(error)
          expect(locator).not.toBe('')
        }
      }),
      { numRuns: 200 },
    )
  })

  const row = { 'requests.carried_in.natural_person': 3, 'requests.carried_in.total': 5 }
  const flow = { 'requests.carried_out.natural_person': 3, 'requests.carried_out.total': 5 }
  const gaps = { 'requests.carried_in.business': null, 'requests.carried_out.business': null }
  const codes = (found: readonly Finding[]) => found.map((one) => one.code)

  test('does not take a blank for 0 without a warning that it may not be', () => {
    const found = check(cellValues({ ...row, ...flow, ...gaps }))
    expect(found).toMatchObject([
      { code: 'row_total_open', expected: '3', found: '5' },
      { code: 'row_total_open', cells: expect.arrayContaining(['requests.carried_out.business']) },
    ])
  })

  test('says nothing of a sum with a part that could not be read', () => {
    const cells = cellValues({ ...row, ...flow, ...gaps }).map((cell) =>
      cell.kind === 'blank' ? { ...cell, kind: 'unreadable' as const } : cell,
    )
    expect(check(cells)).toEqual([])
  })

  test('blames its own reading where a cell of the sum was read with doubt', () => {
    const wrong = { 'disputes.review.upheld': 4, 'disputes.review.total': 3 }
    expect(codes(check(cellValues(wrong)))).toEqual(['dispute_total'])
    expect(codes(check(cellValues(wrong), '2021', ['disputes.review.other']))).toEqual([
      'dispute_total_unsure',
    ])
    const recovered = cellValues(wrong).map((cell) => ({ ...cell, reading: 'recovered' as const }))
    expect(codes(check(recovered))).toEqual(['dispute_total_unsure'])
  })

  test('finds a total that is smaller than its known parts even with blanks beside them', () => {
    const figures = { 'disputes.review.upheld': 4, 'disputes.review.other': null, 'disputes.review.total': 3 }
    expect(check(cellValues(figures))).toMatchObject([{ code: 'dispute_total', expected: '≥ 4', found: '3' }])
  })

  test('says nothing of a table that was not found', () => {
    expect(check([], null)).toEqual([])
    expect(check([])).toEqual([])
  })
})
