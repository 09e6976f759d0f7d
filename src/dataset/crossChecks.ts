import { checkAggregates } from '../checks/aggregates.ts'
import { addTested, type Checked } from '../checks/checking.ts'
import { checkSharedTexts, type TextRow } from '../checks/similarity.ts'
import { readSketch } from '../checks/sketch.ts'
import { checkYears, type YearRow } from '../checks/years.ts'
import { effective, type ReportFigures } from '../model/figures.ts'
import type { Agency, Report } from '../model/report.ts'

/** What is to be added to a report, by its id. */
export type Additions = ReadonlyMap<string, readonly Checked[]>

/** A report that counts and has a year, as the checks across reports see it; null for others. */
export function yearRow(report: Omit<ReportFigures, 'digest'>): YearRow | null {
  const { report_id, agency_id, year, scope, requests_form, disclosure_form, status } = report
  if (year === null || status === 'superseded') return null
  return {
    report_id,
    agency_id,
    year,
    scope,
    requests_form,
    disclosure_form,
    figure: (id) => effective(report, id),
    sketch: readSketch(report.text_sketch),
  }
}

/** What reports say of each other: the years of each agency, an aggregate and its members, texts that are alike. */
export function crossChecks(rows: readonly YearRow[], agencies: readonly Agency[]): Additions {
  const agencyOf = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const texts = rows.filter((row): row is YearRow & TextRow => row.sketch !== null)
  const added = [
    ...[...Map.groupBy(rows, (row) => row.agency_id).values()].map(checkYears),
    checkAggregates(rows, (id) => agencyOf.get(id)?.parent_id ?? ''),
    checkSharedTexts(texts, (id) => agencyOf.get(id)?.name ?? id),
  ]
  const additions = new Map<string, Checked[]>()
  for (const one of added)
    for (const [id, checked] of one) additions.set(id, [...(additions.get(id) ?? []), checked])
  return additions
}

/** The tests of a report with those that were added. */
export const testedWith = (report: Pick<Report, 'tested'>, added: readonly Checked[]): Report['tested'] =>
  addTested([report.tested, ...added.map((one) => one.tested)]) as Report['tested']
