import { join } from 'node:path'
import type { Problems } from './problem.ts'
import { csvRows } from './readCsv.ts'

/** What the other files are compared with of one report. */
export interface ReportFacts {
  readonly agency_id: string
  /** Empty when the report does not say. */
  readonly year: string
  readonly status: string
  readonly requests_form: string
  /** The four counts as published, by the cell that they are taken from. */
  readonly counts: Readonly<Record<string, string>>
  readonly issue_count: number
  /** The cells that its issues name. */
  readonly doubted: Set<string>
  issues: number
}

/** The columns of `reports` that repeat a cell, with that cell. */
const repeated = {
  new_requests: 'requests.received.total',
  carried_in: 'requests.carried_in.total',
  concluded: 'requests.concluded.total',
  carried_out: 'requests.carried_out.total',
} as const

/** The reports by id, with what their issues name. */
export async function readReports(folder: string): Promise<Map<string, ReportFacts>> {
  const reports = new Map<string, ReportFacts>()
  for await (const row of csvRows(join(folder, 'reports.csv'))) {
    reports.set(row['report_id'] ?? '', {
      agency_id: row['agency_id'] ?? '',
      year: row['year'] ?? '',
      status: row['status'] ?? '',
      requests_form: row['requests_form'] ?? '',
      counts: Object.fromEntries(Object.entries(repeated).map(([name, id]) => [id, row[name] ?? ''])),
      issue_count: Number(row['issue_count']),
      doubted: new Set(),
      issues: 0,
    })
  }
  for await (const row of csvRows(join(folder, 'issues.csv'))) {
    const report = reports.get(row['report_id'] ?? '')
    if (!report) continue
    report.issues += 1
    for (const id of (row['cell_ids'] ?? '').split(' ')) report.doubted.add(id)
  }
  return reports
}

/** Checks what `reports`, `issues` and `agencies` say of each other. */
export async function verifyCounts(
  folder: string,
  reports: ReadonlyMap<string, ReportFacts>,
  problems: Problems,
): Promise<void> {
  const ofAgency = new Map<string, number[]>()
  for (const [id, report] of reports) {
    if (report.issues !== report.issue_count)
      problems.add(
        'arithmetic',
        'reports.csv',
        id,
        `issue_count is ${report.issue_count}, issues.csv has ${report.issues}`,
      )
    if (report.status === 'superseded') continue
    ofAgency.set(report.agency_id, [...(ofAgency.get(report.agency_id) ?? []), Number(report.year)])
  }
  for await (const row of csvRows(join(folder, 'agencies.csv'))) {
    const years = ofAgency.get(row['agency_id'] ?? '') ?? []
    const dated = years.filter((year) => year > 0)
    const expected = {
      report_count: years.length,
      first_year: dated.length ? Math.min(...dated) : '',
      last_year: dated.length ? Math.max(...dated) : '',
    }
    for (const [name, value] of Object.entries(expected)) {
      if (row[name] !== String(value))
        problems.add(
          'arithmetic',
          'agencies.csv',
          row['agency_id'] ?? '',
          `${name} is ${row[name]}, reports.csv gives ${value}`,
        )
    }
  }
}
