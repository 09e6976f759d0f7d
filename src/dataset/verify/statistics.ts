import { join } from 'node:path'
import { indicators } from '../../stats/indicators.ts'
import { wilson } from '../../stats/wilson.ts'
import type { Problems } from './problem.ts'
import { type CsvRow, csvRows } from './readCsv.ts'
import type { ReportFacts } from './reports.ts'

const number = (text: string | undefined): number | null => (text ? Number(text) : null)
/** Statistics are published with six decimal places. */
const near = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6

function whyWrong(row: CsvRow, report: ReportFacts | undefined): string | undefined {
  const kind = indicators[row['indicator_id'] ?? '']?.kind
  const [numerator, denominator, value, lower, upper] = [
    'numerator',
    'denominator',
    'value',
    'lower',
    'upper',
  ].map((name) => number(row[name])) as [
    number | null,
    number | null,
    number | null,
    number | null,
    number | null,
  ]
  if (!kind) return 'is no indicator of the dictionary'
  if ((row['basis'] === 'effective') !== (value !== null))
    return `basis is ${row['basis']}, value ${row['value']}`
  if (
    row['indicator_id'] === 'new_requests' &&
    report &&
    row['value'] !== report.counts['requests.received.total']
  )
    return `is ${row['value']}, reports.csv has ${report.counts['requests.received.total']}`
  if (value === null || numerator === null) return undefined
  if (!near(value, kind === 'count' ? numerator : denominator ? numerator / denominator : null))
    return `${numerator} of ${denominator} is not ${value}`
  const share = kind === 'share' ? wilson(numerator, denominator ?? 0) : null
  return near(lower, share?.lower ?? null) && near(upper, share?.upper ?? null)
    ? undefined
    : `the interval of ${numerator} of ${denominator} is not ${lower} to ${upper}`
}

/** Checks every indicator against its own parts, and the volumes against the reports. */
export async function verifyIndicators(
  folder: string,
  reports: ReadonlyMap<string, ReportFacts>,
  problems: Problems,
): Promise<void> {
  for await (const row of csvRows(join(folder, 'indicators.csv'))) {
    const why = whyWrong(row, reports.get(row['report_id'] ?? ''))
    if (why) problems.add('arithmetic', 'indicators.csv', `${row['report_id']} ${row['indicator_id']}`, why)
  }
}

interface Counted {
  reports: number
  readable: number
  zero: number
}
const none = (): Counted => ({ reports: 0, readable: 0, zero: 0 })

/** Checks the zero-activity rates: those of all against the reports, each against its parts, groups against all. */
export async function verifyZeroActivity(
  folder: string,
  reports: ReadonlyMap<string, ReportFacts>,
  problems: Problems,
): Promise<void> {
  const file = 'zero_activity.csv'
  const byYear = new Map<string, Counted>()
  for (const { year, status, counts } of reports.values()) {
    if (status === 'superseded' || year === '') continue
    const of = byYear.get(year) ?? none()
    const received = counts['requests.received.total'] ?? ''
    of.reports += 1
    if (received !== '') of.readable += 1
    if (received !== '' && Number(received) === 0) of.zero += 1
    byYear.set(year, of)
  }
  const sums = new Map<string, Counted>()
  for await (const row of csvRows(join(folder, file))) {
    const [year = '', groupBy = ''] = [row['year'], row['group_by']]
    const sum = sums.get(`${year} ${groupBy}`) ?? none()
    for (const name of ['reports', 'readable', 'zero'] as const) sum[name] += Number(row[name])
    sums.set(`${year} ${groupBy}`, sum)
    const share = wilson(Number(row['zero']), Number(row['readable']))
    const shown = [row['rate'], row['lower'], row['upper']].map(number)
    const expected = [share?.value ?? null, share?.lower ?? null, share?.upper ?? null]
    if (shown.some((one, i) => !near(one, expected[i] ?? null)))
      problems.add(
        'arithmetic',
        file,
        `${year} ${groupBy} ${row['group']}`,
        'rate or interval is not that of its counts',
      )
  }
  for (const [key, sum] of sums) {
    const of = byYear.get(key.slice(0, 4)) ?? none()
    for (const name of ['reports', 'readable', 'zero'] as const) {
      if (sum[name] !== of[name])
        problems.add('arithmetic', file, key, `${name} is ${sum[name]} in all, reports.csv gives ${of[name]}`)
    }
  }
}
