import { expect, test } from 'vitest'
import { perfectReading } from '../../tests/inventedReading.ts'
import { InventedCountry } from '../invented/agencies.ts'
import { Random } from '../invented/random.ts'
import { inventReport } from '../invented/report.ts'
import { type IssueCode, issueKindOf } from '../model/issue.ts'
import type { CellValue } from '../model/values.ts'
import { withEffectiveValues } from './effective.ts'
import { type CheckedReport, checkReport } from './report.ts'
import { ruleOfCode } from './rules.ts'
import { disputeIdentities, requestIdentities } from './totals.ts'

const reports = 2000
const country = new InventedCountry('checks', reports)
const slow = { timeout: 120_000 }

/** A report without mistakes, of some year. */
const soundReport = (i: number): CheckedReport =>
  perfectReading(inventReport(country, i, 2019 + (i % 7), { errors: false }))

test('two thousand balanced reports give no alarm that the figures contradict each other', slow, () => {
  const alarms: string[] = []
  for (let i = 0; i < reports; i += 1) {
    for (const { code, cells } of checkReport(soundReport(i)).findings) {
      const { class: of, severity } = issueKindOf(code as IssueCode)
      if (of === 'published' && severity !== 'info') alarms.push(`${i} ${code} ${cells.join(' ')}`)
    }
  }
  expect(alarms).toEqual([])
})

/** Changes one total of a report by so much; which one, and the rules that then say so. */
function withWrongTotal(report: CheckedReport, random: Random): { report: CheckedReport; wrong: string } {
  const form = report.requests_form ?? '2021'
  const printed = new Map(report.cells.map((cell) => [cell.cell_id, cell]))
  const totals = [...requestIdentities(form), ...disputeIdentities]
    .map((one) => one.total)
    .filter((id) => printed.get(id)?.kind === 'number')
  const wrong = random.pick(totals)
  const cells = report.cells.map(({ effective_value: _, basis: __, ...cell }) => {
    if (cell.cell_id !== wrong) return cell
    const value = (cell.value ?? 0) + random.integer(1, 3)
    return { ...cell, value, raw: String(value) }
  })
  return { report: { ...report, cells: withEffectiveValues(cells, form) }, wrong }
}

test('two thousand planted wrong sums are each caught, with their cells', slow, () => {
  let planted = 0
  const missed: string[] = []
  for (let i = 0; planted < reports; i += 1) {
    const random = new Random('wrong sums', i)
    const sound = soundReport(i % reports)
    if (!sound.cells.some((cell: CellValue) => cell.cell_id.endsWith('.total') && cell.kind === 'number'))
      continue
    const { report, wrong } = withWrongTotal(sound, random)
    planted += 1
    const [table, row, column] = wrong.split('.') as [string, string, string]
    const expected =
      table === 'disputes' ? 'dispute_total' : column === 'total' ? 'row_total' : 'outcome_total'
    const found = checkReport(report).findings.filter((one) => one.cells.includes(wrong))
    if (!found.some((one) => ruleOfCode.get(one.code) === expected)) missed.push(`${i} ${row}.${column}`)
  }
  expect(missed).toEqual([])
})

test('every count of the prose that was planted wrong is caught, or explained', slow, () => {
  let planted = 0
  for (let i = 0; i < reports; i += 1) {
    const report = inventReport(country, i, 2019 + (i % 7))
    const [error, ...others] = report.errors
    if (error?.kind !== 'text_contradicts' || others.length) continue
    const printed = report.cells.get('requests.received.total')?.value ?? null
    const stated = report.stated.find((one) => one.counts === 'received')
    // A count of 0 cannot be stated as one fewer.
    if (printed === null || stated?.value === printed) continue
    planted += 1
    const found = checkReport(perfectReading(report)).findings.filter((one) =>
      one.cells.includes('requests.received.total'),
    )
    expect(found.map((one) => ruleOfCode.get(one.code))).toContain('stated_count')
  }
  expect(planted).toBeGreaterThan(10)
})
