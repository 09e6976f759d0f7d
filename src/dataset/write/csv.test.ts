import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { publishedTable } from '../describe/tables.ts'
import { csvLines, formulaPattern, sortRows, toCsv } from './csv.ts'

const table = publishedTable('zero_activity')
const row = {
  year: 2022,
  group_by: 'all',
  group: 'all',
  reports: 4,
  readable: 4,
  zero: 3,
  rate: 0.75,
  lower: 0.1,
  upper: 0.9,
}

describe('toCsv', () => {
  test('has a header, the published columns only, and ends in a line feed', () => {
    expect(toCsv(table, [{ ...row, secret: 'x' }])).toBe(
      'year,group_by,group,reports,readable,zero,rate,lower,upper\n2022,all,all,4,4,3,0.75,0.1,0.9\n',
    )
  })

  test('has a header and nothing else when there are no rows', () => {
    expect(toCsv(table, [])).toBe('year,group_by,group,reports,readable,zero,rate,lower,upper\n')
  })

  test('is sorted by its key, numbers by size', () => {
    const years = [2100, 2022, 9].map((year) => ({ ...row, year }))
    expect(sortRows(table, years).map((one) => one.year)).toEqual([9, 2022, 2100])
    const groups = ['type', 'all', 'level'].map((group_by) => ({ ...row, group_by }))
    expect(sortRows(table, groups).map((one) => one.group_by)).toEqual(['all', 'level', 'type'])
  })

  test('leaves what is unknown empty, and writes 0 as 0', () => {
    expect(toCsv(table, [{ ...row, zero: 0, rate: null }])).toContain('4,4,0,,0.1,0.9')
  })

  test('gives back any text that was put in', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲",\n\r;|=+-@ \t\'a', '""'), maxLength: 12 })
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), (groups) => {
        const csv = toCsv(
          table,
          groups.map((group) => ({ ...row, group })),
        )
        const { data } = Papa.parse<Record<string, string>>(csv.slice(0, -1), { header: true, newline: '\n' })
        expect(data.map((one) => one['group']).sort()).toEqual([...groups].sort())
      }),
    )
  })
})

describe('csvLines', () => {
  const hard = fc.string({
    unit: fc.constantFrom(...'甲a1",\n\r\ufeff;|=+-@＝ \t\'', '""', '\u3000'),
    maxLength: 6,
  })
  const value = fc.oneof(hard, fc.string(), fc.integer(), fc.double(), fc.constant(null), fc.constant(''))
  const rows = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    )

  test.each([
    ['as it is', false, {}],
    ['for a sheet', true, { escapeFormulae: formulaPattern }],
  ])('writes what Papa Parse does, %s', (_, forSheet, options) => {
    fc.assert(
      fc.property(rows, (values) => {
        expect(csvLines(values, forSheet)).toBe(`${Papa.unparse(values, { newline: '\n', ...options })}\n`)
      }),
      { numRuns: 2000 },
    )
  })
})
