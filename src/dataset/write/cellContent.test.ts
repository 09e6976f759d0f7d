import { expect, test } from 'vitest'
import { aReport, cellValues } from '../../../tests/reports.ts'
import type { CellValue } from '../../model/values.ts'
import { publishedTable } from '../describe/tables.ts'
import { contentOfCells } from './cellContent.ts'
import { cellRow } from './rows.ts'
import { contentOfValues } from './segmentContent.ts'
import { valuesIn } from './values.ts'

const table = publishedTable('cells')
const raws = ['1,234', '"二"', ' 3', '4\n', '', '𠮷', '-0.5', '1e21']
const hostile = (cell: CellValue, i: number): CellValue => ({
  ...cell,
  raw: raws[i % raws.length] ?? '',
  locator: i % 3 ? `line ${i}, cell 2` : '',
  ...(i % 5 === 0 ? { value: null, kind: 'blank', effective_value: 0, basis: 'zero_by_identity' } : {}),
  ...(i % 7 === 0 ? { value: -0.1, effective_value: null, basis: null, reading: 'recovered' } : {}),
})

test('the cells of reports are the rows that they are one by one, as CSV and in columns', () => {
  const reports = ['b', 'a "quoted", id'].map((agency_id) =>
    aReport({ agency_id, cells: cellValues().map(hostile).toReversed() }),
  )
  const rows = reports.flatMap((report) =>
    report.cells
      .toSorted((a, b) => (a.cell_id < b.cell_id ? -1 : 1))
      .map((cell) => valuesIn(table)(cellRow(report, cell))),
  )
  const [made, expected] = [contentOfCells(table, reports), contentOfValues(table, rows)]
  expect(made.rows).toBe(expected.rows)
  expect(Buffer.from(made.csv(false)).toString()).toBe(Buffer.from(expected.csv(false)).toString())
  expect(made.columns()).toEqual(expected.columns())
})

test('a cell that the forms do not have is refused', () => {
  const [cell] = cellValues() as [CellValue]
  const report = aReport({ cells: [{ ...cell, cell_id: 'requests.received.nobody' }] })
  expect(() => contentOfCells(table, [report])).toThrow(/no cell requests\.received\.nobody/)
})

test('a cell that a report has twice is refused', () => {
  const [cell] = cellValues() as [CellValue]
  const report = aReport({ cells: [cell, { ...cell, value: 9 }] })
  expect(() => contentOfCells(table, [report])).toThrow(/twice/)
})
