import { expect, test } from 'vitest'
import { perfectReading } from '../../tests/inventedReading.ts'
import { checkReport } from '../checks/report.ts'
import { ruleOfCode } from '../checks/rules.ts'
import type { CellId } from '../model/cells.ts'
import { applicantColumns } from '../model/form.ts'
import { InventedCountry } from './agencies.ts'
import { inventCountry } from './country.ts'
import { errorRates } from './errors.ts'
import { inventReport } from './report.ts'
import type { ErrorKind, InventedReport } from './truth.ts'

const country = new InventedCountry('test', 3000)
/** Hundreds of reports take a while on a busy machine. */
const slow = { timeout: 120_000 }
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025]

/** What the checks find in the truth as a perfect reader would hand it to them. */
const findingsOf = (report: InventedReport) => checkReport(perfectReading(report)).findings
const number = (report: InventedReport, id: CellId): number => report.cells.get(id)?.value ?? 0

test('the same seed gives the same reports, in parts as well as in one', slow, async () => {
  const options = { seed: 3, agencies: 40, years: [2020, 2021] }
  const key = (report: InventedReport) => JSON.stringify({ ...report, cells: [...report.cells] })
  const collect = async (part?: { part: number; of: number }) => {
    const keys: string[] = []
    for await (const report of inventCountry({ ...options, ...(part ? { part } : {}) }))
      keys.push(key(report))
    return keys
  }
  const whole = await collect()
  const parts = [...(await collect({ part: 0, of: 2 })), ...(await collect({ part: 1, of: 2 }))]
  expect(whole).toHaveLength(80)
  expect(parts.toSorted()).toEqual(whole.toSorted())
  expect(await collect()).toEqual(whole)
})

test('no two agencies have the same name, at the size of a country', slow, () => {
  const large = new InventedCountry('test', 20_000)
  const names = new Set(Array.from({ length: large.size }, (_, i) => large.agency(i).name))
  expect(names.size).toBe(large.size)
})

test('levels and types are as common as they are in reality', () => {
  const levels = Map.groupBy(
    Array.from({ length: country.size }, (_, i) => country.agency(i)),
    (agency) => agency.level,
  )
  const share = (level: string) => (levels.get(level as 'county')?.length ?? 0) / country.size
  expect(share('province')).toBeCloseTo(0.012, 2)
  expect(share('prefecture')).toBeCloseTo(0.11, 2)
  expect(share('township')).toBeCloseTo(0.28, 2)
})

test('without planted errors every report balances, and years fit each other', slow, () => {
  for (let index = 0; index < 120; index += 1) {
    let before: InventedReport | undefined
    for (const year of years) {
      const report = inventReport(country, index, year, { errors: false })
      expect(findingsOf(report)).toEqual([])
      expect(report.errors).toEqual([])
      for (const { id } of before ? applicantColumns : [])
        expect(number(report, `requests.carried_in.${id}`)).toBe(
          number(before as InventedReport, `requests.carried_out.${id}`),
        )
      before = report
    }
  }
})

test('most townships have no requests, most cities do, and a few have very many', slow, () => {
  const large = new InventedCountry('test', 12_000)
  const zero = (wanted: (agency: ReturnType<typeof country.agency>) => boolean) => {
    const reports = Array.from({ length: large.size }, (_, i) => i)
      .filter((i) => wanted(large.agency(i)))
      .slice(0, 500)
      .map((i) => inventReport(large, i, 2023, { errors: false }))
    const received = reports.map((report) => number(report, 'requests.received.total'))
    return { rate: received.filter((n) => n === 0).length / received.length, most: Math.max(...received) }
  }
  const townships = zero((agency) => agency.level === 'township')
  expect(townships.rate).toBeGreaterThan(0.7)
  expect(townships.rate).toBeLessThan(0.85)
  const cities = zero((agency) => agency.level === 'prefecture' && agency.type === 'government')
  expect(cities.rate).toBeLessThan(0.3)
  expect(cities.most).toBeGreaterThan(120)
})

test('errors are planted about as often as they should be, and those in figures are found', slow, () => {
  const counts = new Map<ErrorKind, number>()
  const reports = 1500
  for (let index = 0; index < reports; index += 1) {
    const report = inventReport(country, index, 2022)
    for (const { kind, cells } of report.errors) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      if (!['row_total', 'outcome_total', 'flow', 'dispute_total'].includes(kind)) continue
      // A second error may hide the first, as it does in reality; blank totals hide all.
      if (report.errors.length > 1) continue
      const found = findingsOf(report).filter((one) =>
        one.cells.some((cell) => cells.includes(cell as CellId)),
      )
      expect(found.map((one) => ruleOfCode.get(one.code))).toContain(kind)
    }
  }
  for (const kind of ['row_total', 'flow', 'outcome_total', 'text_contradicts'] as const) {
    const rate = ((counts.get(kind) ?? 0) / reports) * 1000
    expect(rate, kind).toBeGreaterThan(errorRates[kind] * 0.5)
    expect(rate, kind).toBeLessThan(errorRates[kind] * 1.6)
  }
})

test('the counts that prose states are those of the tables, unless planted otherwise', slow, () => {
  for (let index = 0; index < 300; index += 1) {
    const report = inventReport(country, index, 2024)
    if (report.errors.length) continue
    const stated = report.stated.find((one) => one.counts === 'received')
    expect(stated?.value).toBe(number(report, 'requests.received.total'))
  }
})
