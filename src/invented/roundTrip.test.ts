import { expect, test } from 'vitest'
import type { ReadReport } from '../dataset/report.ts'
import type { CellValue } from '../model/values.ts'
import { compareReading, describeSilent } from './roundTrip.ts'
import type { TrueCells } from './truth.ts'

const truth: TrueCells = new Map([
  ['requests.received.total', { kind: 'number', value: 12, raw: '12' }],
  ['requests.received.business', { kind: 'blank', value: null, raw: '' }],
])
const cell = (cell_id: string, rest: Partial<CellValue>): CellValue => ({
  cell_id,
  kind: 'number',
  value: 12,
  raw: '12',
  effective_value: null,
  basis: null,
  reading: 'exact',
  locator: 'line 3',
  ...rest,
})
const read = (cells: CellValue[], findings: Partial<ReadReport['findings'][number]>[] = []): ReadReport =>
  ({ cells, findings: findings.map((one) => ({ cells: [], params: {}, ...one })) }) as unknown as ReadReport
const total = (rest: Partial<CellValue> = {}) => cell('requests.received.total', rest)
const business = (rest: Partial<CellValue> = {}) =>
  cell('requests.received.business', { kind: 'blank', value: null, raw: '', ...rest })

test('a cell read as printed is equal, recovered or not', () => {
  expect(compareReading(truth, read([total({ reading: 'recovered' }), business()]))).toMatchObject({
    equal: 2,
    silent: [],
  })
})

test('a cell that is said to be missing or unreadable is flagged, and so is a file without a report', () => {
  const missing = read([total({ kind: 'missing', value: null }), business({ kind: 'unreadable' })])
  expect(compareReading(truth, missing)).toMatchObject({ equal: 0, flagged: 2, silent: [] })
  expect(compareReading(truth, null)).toMatchObject({ flagged: 2, silent: [] })
})

test('a wrong value is doubted when an issue names its cell, and silent otherwise', () => {
  const wrong = [total({ value: 1, raw: '1' }), business()]
  expect(compareReading(truth, read(wrong, [{ cells: ['requests.received.total'] }]))).toMatchObject({
    doubted: 1,
    silent: [],
  })
  const { silent } = compareReading(truth, read(wrong))
  expect(silent.map(describeSilent)).toEqual([
    'requests.received.total: printed number "12", read number "1" at line 3',
  ])
})

test('a blank read as 0, a cell left out and a cell that the form does not have are silent errors', () => {
  const { silent } = compareReading(
    truth,
    read([business({ kind: 'number', value: 0, raw: '0' }), cell('requests.other_other.total', {})]),
  )
  expect(silent.map((one) => one.cell_id)).toEqual([
    'requests.received.total',
    'requests.received.business',
    'requests.other_other.total',
  ])
})
