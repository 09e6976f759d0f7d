import type { CellValue } from './values.ts'

/**
 * Whether the cells of a row are those of one that fits no columns (issue `row_unreadable`): none has a figure, and all
 * hold the same words at the same place, which are those of the whole row. They are to be shown once, not in each.
 */
export function isRowNotTaken(cells: readonly (CellValue | undefined)[]): boolean {
  const [first] = cells
  if (first?.kind !== 'unreadable' || cells.length < 2) return false
  return cells.every(
    (cell) =>
      cell?.kind === 'unreadable' &&
      cell.effective_value === null &&
      cell.raw === first.raw &&
      cell.locator === first.locator,
  )
}
