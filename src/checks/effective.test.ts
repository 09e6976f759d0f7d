import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanced, printedCells } from '../../tests/reports.ts'
import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import { withEffectiveValues } from './effective.ts'

const effectiveOf = (figures: Record<string, number | null>) =>
  new Map(withEffectiveValues(printedCells(figures), '2021').map((cell) => [cell.cell_id, cell]))
const people = ['natural_person', 'business', 'research', 'civil_society', 'legal_service', 'other_org']
const row = (id: string, values: readonly (number | null)[]) =>
  Object.fromEntries([...people, 'total'].map((column, i) => [`requests.${id}.${column}`, values[i] ?? null]))

describe('withEffectiveValues', () => {
  test('uses a printed number as printed, right or wrong', () => {
    const cells = effectiveOf({ 'requests.granted.total': 99 })
    expect(cells.get('requests.granted.total')).toMatchObject({
      value: 99,
      effective_value: 99,
      basis: 'printed',
    })
  })

  test('takes blanks for 0 where the total is made up without them', () => {
    const cells = effectiveOf(row('granted', [26, null, null, null, null, null, 26]))
    for (const person of people.slice(1)) {
      expect(cells.get(`requests.granted.${person}`)).toMatchObject({
        value: null,
        kind: 'blank',
        effective_value: 0,
        basis: 'zero_by_identity',
      })
    }
  })

  test('takes a blank total for the sum of parts that are all known', () => {
    const cells = effectiveOf({ ...row('carried_in', [1, 2, 0, 0, 0, 4, null]) })
    expect(cells.get('requests.carried_in.total')).toMatchObject({ effective_value: 7, basis: 'sum' })
  })

  test('proves nothing of blanks where the total says that one of them is not 0', () => {
    const cells = effectiveOf(row('carried_in', [3, null, null, 0, 0, 0, 5]))
    expect(cells.get('requests.carried_in.business')).toMatchObject({ effective_value: null, basis: null })
  })

  test('proves nothing of a row without a figure', () => {
    const cells = effectiveOf({ ...row('carried_in', []), ...row('carried_out', []) })
    for (const person of [...people, 'total'])
      expect(cells.get(`requests.carried_in.${person}`)?.effective_value).toBeNull()
  })

  test('never takes an unreadable or missing cell for 0', () => {
    for (const kind of ['unreadable', 'missing'] as const) {
      const cells = printedCells(row('granted', [26, null, null, null, null, null, 26])).map((cell) =>
        cell.cell_id === 'requests.granted.business' ? { ...cell, kind } : cell,
      )
      const proved = withEffectiveValues(cells, '2021').find(
        (cell) => cell.cell_id === 'requests.granted.business',
      )
      expect(proved?.effective_value).toBeNull()
    }
  })

  test('lets one proof lead to the next', () => {
    // Natural persons of carried_in are proved by its total; the total of nothing else is needed.
    const figures = { ...row('granted', [null, null, null, null, null, null, 0]) }
    const cells = effectiveOf(figures)
    for (const person of people) expect(cells.get(`requests.granted.${person}`)?.effective_value).toBe(0)
  })

  test('never says anything but the truth of a balanced table, whatever cells are left empty', {
    timeout: 30_000,
  }, () => {
    const empty = fc.constantFrom('blank', 'not_applicable', 'unreadable', 'missing')
    fc.assert(
      fc.property(
        fc.constantFrom<FormVersion>('2019', '2021'),
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 9 })), {
          minLength: 97,
          maxLength: 97,
        }),
        fc.array(fc.option(empty, { freq: 2 }), { minLength: 53, maxLength: 53 }),
        fc.boolean(),
        (version, counts, gaps, zerosOnly) => {
          let next = 0
          const truth = balanced(() => counts[next++ % counts.length] ?? 0, version)
          const cells = printedCells(truth, version).map((cell, i) => {
            const kind = gaps[i % gaps.length]
            return kind && !(zerosOnly && cell.value !== 0) ? { ...cell, value: null, raw: '', kind } : cell
          })
          const wrong = withEffectiveValues(cells, version).filter(
            ({ cell_id, effective_value, basis }) =>
              effective_value !== null &&
              (effective_value !== (truth[cell_id as CellId] ?? 0) || basis === null),
          )
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})
