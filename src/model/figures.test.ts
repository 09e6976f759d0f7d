import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport, someFigures } from '../../tests/reports.ts'
import { type CellId, formCells } from './cells.ts'
import {
  effective,
  figureAt,
  figuresOf,
  issueCount,
  packFigures,
  readFigures,
  writeFigures,
} from './figures.ts'
import { finding } from './issue.ts'

describe('figures', () => {
  test('are kept exactly, unknown ones and fractions too', () => {
    const figure = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -40_000, max: 40_000 }),
      fc.constantFrom(-32_768, -32_767, 32_767, 32_768, -0, 25.1),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    fc.assert(
      fc.property(fc.array(figure), (values) => {
        const packed = packFigures(values)
        expect(values.map((_, place) => figureAt(packed, place))).toEqual(values)
        expect(readFigures(writeFigures(packed))).toEqual(packed)
      }),
    )
  })

  test('of a report are its effective values by cell', () => {
    const figures = someFigures({}, { 'requests.received.total': 12, 'requests.granted.total': null })
    expect(effective(figures, 'requests.received.total')).toBe(12)
    expect(effective(figures, 'requests.granted.total')).toBeNull()
    expect(effective(figures, 'requests.no_such_row.total')).toBeNull()
    const report = aReport()
    for (const { cell_id, effective_value } of report.cells)
      expect(effective(figuresOf(report), cell_id as CellId)).toBe(effective_value)
    expect(report.cells.length).toBeLessThan(formCells.size)
  })
})

test('a report in figures says how many of its cells are what, and counts its issues by kind', () => {
  const issue = { ...finding('superseded'), issue_id: '', report_id: '', source_path: '', cell_ids: [] }
  const about = { class: 'coverage', severity: 'info', message_zh: '', message_en: '' } as const
  const report = aReport({ issues: [{ ...issue, ...about }] }, { 'requests.received.total': null })
  const { cells } = report
  const figures = figuresOf(report)
  expect(figures.cell_counts).toEqual({
    cells: cells.length,
    printed: cells.length - 1,
    proved: 0,
    unknown: 1,
    recovered: 0,
  })
  expect(issueCount(figures)).toBe(1)
  expect(issueCount(figures, (code) => code === 'no_report')).toBe(0)
})
