import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aReport, cellValues } from '../../tests/reports.ts'
import { type Correction, correctedCell, correctedTo } from '../model/correction.ts'
import type { Report } from '../model/report.ts'
import { holdCorrections, readCorrections } from './corrections.ts'
import { toIssues } from './numberIssues.ts'
import { UsageError } from './write/folder.ts'

const report = aReport({
  cells: cellValues({ 'requests.received.total': 12, 'requests.received.business': null }),
})
const correction = (field: string, expected: string, corrected: string, report_id = report.report_id) =>
  ({
    report_id,
    field,
    expected,
    corrected,
    reason: 'digits swapped',
    source: 'telephone',
    date: '2025-12-30',
    by: 'M. Example',
  }) satisfies Correction

/** The report with what is noted of it. */
function withCorrections(reports: readonly Report[], noted: readonly Correction[]) {
  const held = holdCorrections(reports, noted)
  const issuesOf = ({ report_id, source }: Report) =>
    toIssues(held.findings.get(report_id) ?? [], report_id, source.path)
  return { ...held, reports: reports.map((one) => ({ ...one, issues: issuesOf(one) })) }
}

test('a correction holds while what it expects is printed, and changes nothing that is', () => {
  const noted = [
    correction('requests.received.total', '12', '21'),
    correction('requests.received.business', '', '9'),
    correction('year', '2022', '2021'),
  ]
  const { reports, corrections } = withCorrections([report], noted)
  const [corrected] = reports as [Report]
  expect(corrections.map((one) => one.status)).toEqual(['applied', 'applied', 'applied'])
  expect({ ...corrected, issues: [] }).toEqual(report)
  expect(corrected.issues).toMatchObject([
    { code: 'corrected', cell_ids: ['requests.received.total'], expected: '21', found: '12' },
    { code: 'corrected', cell_ids: ['requests.received.business'], expected: '9', found: '' },
    { code: 'corrected', cell_ids: [], expected: '2021', found: '2022' },
  ])
  expect(correctedCell(corrected.issues, 'requests.received.total')).toBe('21')
  expect(correctedCell(corrected.issues, 'requests.received.research')).toBeUndefined()
  const { report_id } = report
  expect(correctedTo(corrections, report_id, 'requests.received.total')).toBe('21')
  expect(correctedTo(corrections, report_id, 'requests.received.research')).toBeUndefined()
  expect(correctedTo(corrections, 'of-another-2022', 'requests.received.total')).toBeUndefined()
})

test('a correction that expects something else stops, and says so', () => {
  const { reports, corrections } = withCorrections(
    [report],
    [correction('requests.received.total', '13', '21')],
  )
  expect(corrections).toMatchObject([{ status: 'stopped', found: '12' }])
  expect(correctedTo(corrections, report.report_id, 'requests.received.total')).toBeUndefined()
  expect(reports[0]?.issues).toMatchObject([{ code: 'correction_stopped', expected: '13', found: '12' }])
  expect(correctedCell(reports[0]?.issues ?? [], 'requests.received.total')).toBeUndefined()
})

test('so does one of a report, or of a cell, that is not there', () => {
  const noted = [
    correction('requests.received.total', '12', '21', 'nobody-2022'),
    correction('disclosure.procurement.amount', '12', '21'),
  ]
  const { reports, corrections, unmatched } = withCorrections([report], noted)
  expect(corrections.map((one) => one.status)).toEqual(['stopped', 'stopped'])
  expect(unmatched).toMatchObject([
    { code: 'correction_stopped', report_id: '', source_path: 'corrections.csv' },
  ])
  expect(unmatched[0]?.message_en).toContain('nobody-2022')
  expect(reports[0]?.issues).toHaveLength(1)
})

test('the file beside the raw folder is optional, and has to be understood', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-corrections-'))
  try {
    await mkdir(join(folder, 'raw'))
    expect(await readCorrections(join(folder, 'raw'))).toEqual([])
    await writeFile(join(folder, 'corrections.csv'), 'report,field\nx,y\n')
    await expect(readCorrections(join(folder, 'raw'))).rejects.toThrow(UsageError)
  } finally {
    await rm(folder, { recursive: true })
  }
})
