import type { Subtotal } from '../ingest/recognise/subtotals.ts'
import { byPlace } from '../model/cells.ts'
import { type Finding, type IssueCode, issueKindOf } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import { type Checked, Checking } from './checking.ts'
import { checkIdentities } from './identities.ts'
import { checkPlausibility, checkWholeNumbers } from './plausibility.ts'
import { checkSubtotals } from './subtotals.ts'
import { checkText } from './text.ts'

/** What of a report the checks look at. */
export type CheckedReport = Pick<
  Report,
  'year' | 'scope' | 'agency_level' | 'agency_type' | 'requests_form' | 'disclosure_form' | 'cells' | 'stated'
>

/**
 * Checks one report by itself. `reading` is what was found while it was read, `subtotals` what it prints beside
 * groups of results. Changes nothing.
 */
export function checkReport(
  report: CheckedReport,
  reading: readonly Finding[] = [],
  subtotals: readonly Subtotal[] = [],
): Checked {
  const into = new Checking()
  const placed = byPlace(report.cells)
  checkWholeNumbers(report.cells, into)
  const cells = { placed, doubted: doubtedCells([...reading, ...into.findings]) }
  checkIdentities(cells, report.requests_form, into)
  checkSubtotals(cells, subtotals, report.requests_form, into)
  checkPlausibility(placed, report, into)
  checkText(cells, report, into)
  return into
}

/** Cells whose figures may not be what is printed, by what was found while reading them. */
export function doubtedCells(reading: readonly Finding[]): ReadonlySet<string> {
  return new Set(reading.filter(isDoubt).flatMap((found) => found.cells))
}

function isDoubt({ code }: Finding): boolean {
  const kind = issueKindOf(code as IssueCode)
  // Of a number with spaces inside, only its digits are sure.
  return kind.class === 'reading' && (kind.severity !== 'info' || code === 'value_spaced')
}
