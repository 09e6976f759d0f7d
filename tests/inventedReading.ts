import { withEffectiveValues } from '../src/checks/effective.ts'
import type { CheckedReport } from '../src/checks/report.ts'
import type { PrintedCell } from '../src/ingest/recognise/draft.ts'
import type { InventedReport } from '../src/invented/truth.ts'
import type { StatedCount } from '../src/model/stated.ts'

/** A count as prose states it, without anything that is special about it. */
export const aStatedCount = (
  counts: string,
  value: number,
  about: Partial<StatedCount> = {},
): StatedCount => ({
  counts,
  value,
  statement: 'number',
  measure: '件',
  words: `${counts} ${value}`,
  locator: 'line 3',
  scope_words: '',
  includes_carried_in: false,
  year: null,
  ...about,
})

/** An invented report as a perfect reader hands it to the checks, its proofs worked out. */
export function perfectReading(report: InventedReport): CheckedReport {
  const printed = [...report.cells].map(
    ([cell_id, { kind, value, raw }], i): PrintedCell => ({
      cell_id,
      kind,
      value,
      raw,
      reading: 'exact',
      locator: `line ${i + 1}`,
    }),
  )
  return {
    year: report.year,
    scope: report.scope,
    agency_level: report.agency.level,
    agency_type: report.agency.type,
    disclosure_form: report.forms.disclosure,
    requests_form: report.forms.requests,
    cells: withEffectiveValues(printed, report.forms.requests),
    stated: report.stated.map(({ counts, value, sentence }) =>
      aStatedCount(counts, value, { words: sentence }),
    ),
  }
}
