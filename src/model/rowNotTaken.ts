import type { Issue } from './issue.ts'
import type { CellValue } from './values.ts'

/** The cells of rows that fit no columns (issue `row_unreadable`): no figure of such a row was taken. */
export const cellsNotTaken = (issues: readonly Pick<Issue, 'code' | 'cell_ids'>[]): ReadonlySet<string> =>
  new Set(issues.flatMap(({ code, cell_ids }) => (code === 'row_unreadable' ? cell_ids : [])))

/**
 * Whether the words of two cells of rows that were not taken are the same words: each such cell holds those of the
 * whole row, with the place where they begin. The three rows of the disputes table may stand on one line.
 */
export const areSameWords = (
  a: Pick<CellValue, 'raw' | 'locator'>,
  b: Pick<CellValue, 'raw' | 'locator'>,
): boolean => a.raw === b.raw && a.locator === b.locator
