import { type CellId, formCell, formCells } from './cells.ts'
import type { Issue } from './issue.ts'

/** The facts of a report besides its cells that a correction can be about. */
export const correctableFields = ['agency_name', 'year', 'title', 'scope', 'published_on'] as const
export type CorrectableField = (typeof correctableFields)[number]

/** What a maintainer says of one cell or fact of a report: a line of `corrections.csv`. */
export interface Correction {
  /** The report, `<agency_id>-<year>`. */
  readonly report_id: string
  /** A cell, `table.row.column`, or one of `correctableFields`. */
  readonly field: string
  /** What must stand there for the correction to hold, as printed. */
  readonly expected: string
  readonly corrected: string
  readonly reason: string
  readonly source: string
  /** ISO date. */
  readonly date: string
  /** Who says so. */
  readonly by: string
}

export const correctionStatuses = ['applied', 'stopped'] as const

/** A correction with what was found: `stopped` where that is no longer what was expected, or no such report is there. */
export interface AppliedCorrection extends Correction {
  /** As printed; empty where nothing is. */
  readonly found: string
  readonly status: (typeof correctionStatuses)[number]
}

/** What a cell of a report should be, where a correction of it holds; undefined elsewhere. */
export const correctedCell = (issues: readonly Issue[], cellId: string): string | undefined =>
  issues.find((issue) => issue.code === 'corrected' && issue.cell_ids[0] === cellId)?.expected

/** What a figure or fact of a report should be, by those of these corrections that hold; undefined where nobody says. */
export const correctedTo = (
  corrections: readonly AppliedCorrection[],
  reportId: string,
  field: string,
): string | undefined =>
  corrections.find((one) => one.status === 'applied' && one.report_id === reportId && one.field === field)
    ?.corrected

/** What a correction is about, in words: row and column of its cell, or the name of its field. */
export function correctedLabel(field: string): { readonly zh: string; readonly en: string } {
  if (!formCells.has(field as CellId)) return { zh: field, en: field }
  const { row_zh, row_en, column_zh, column_en } = formCell(field as CellId)
  return { zh: `“${row_zh}”${column_zh}`, en: `“${row_en}”, ${column_en}` }
}
