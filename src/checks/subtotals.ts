import type { Subtotal } from '../ingest/recognise/subtotals.ts'
import { type CellId, cellId } from '../model/cells.ts'
import { applicantColumns, type FormVersion, resultGroups } from '../model/form.ts'
import { finding } from '../model/issue.ts'
import { resultRows } from '../model/requestsRows.ts'
import type { Checking } from './checking.ts'
import { cellOf, isDoubted, type ReadCells } from './identities.ts'

/** Printed subtotals of groups of results against the rows of the group, where all of these are known. */
export function checkSubtotals(
  cells: ReadCells,
  subtotals: readonly Subtotal[],
  version: FormVersion | null,
  into: Checking,
): void {
  if (!version) return
  for (const subtotal of subtotals) {
    const rows = resultRows(version).filter((row) => row.group === subtotal.group)
    for (const [i, column] of applicantColumns.entries()) {
      const ids = rows.map((row) => cellId('requests', row.id, column.id))
      checkOne(cells, ids, { subtotal, i }, into)
    }
  }
}

function checkOne(
  cells: ReadCells,
  ids: readonly CellId[],
  { subtotal, i }: { readonly subtotal: Subtotal; readonly i: number },
  into: Checking,
): void {
  const printed = subtotal.values[i] ?? null
  const values = ids.map((id) => cellOf(cells.placed, id)?.effective_value ?? null)
  if (printed === null || ids.length === 0 || values.includes(null)) return
  const sum = values.reduce<number>((all, one) => all + (one ?? 0), 0)
  if (sum === printed) {
    into.test('group_subtotal')
    return
  }
  const unsure = ids.some((id) => isDoubted(cells, id))
  const group = resultGroups.find((one) => one.id === subtotal.group)
  const column = applicantColumns[i]
  into.test(
    'group_subtotal',
    finding(unsure ? 'group_subtotal_unsure' : 'group_subtotal', {
      cells: [...ids],
      expected: String(sum),
      found: String(printed),
      locator: subtotal.locators[i] ?? '',
      params: {
        group_zh: group?.zh ?? '',
        group_en: group?.en ?? '',
        column_zh: column?.zh ?? '',
        column_en: column?.en ?? '',
      },
    }),
  )
}
