import { finding } from '../model/issue.ts'
import type { SettledReport } from './numberReports.ts'

/** The place that a government or its office is of, for a year: by division, or by name where no list has it. */
function placeYear({ report: { year }, agency }: SettledReport): string {
  const place = agency.division_code || agency.name.replace(/(?:(?:人民)?政府)?(?:办公厅|办公室)?$/, '')
  return year === null || place === '' ? '' : `${place} ${year}`
}

/**
 * Reports with what the office of a government says of that government's: where it reports for itself, the
 * government's own report for the year, if it does not say whom it covers, covers more. It is taken for an aggregate,
 * so that no sum counts both.
 */
export function withScopesBesideOffices(all: readonly SettledReport[]): SettledReport[] {
  const offices = new Map<string, string>()
  for (const one of all) {
    const { agency, report } = one
    if (agency.type === 'office' && report.scope === 'own_body')
      offices.set(placeYear(one), report.source.path)
  }
  offices.delete('')
  return all.map((one) => {
    const { report, agency } = one
    if (agency.type !== 'government' || report.scope !== 'unknown') return one
    const office = offices.get(placeYear(one))
    if (office === undefined) return one
    const found = finding('scope_beside_office', { expected: office })
    return { ...one, report: { ...report, scope: 'aggregate' }, findings: [...one.findings, found] }
  })
}
