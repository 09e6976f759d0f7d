import { cellsOfForm } from '../model/cells.ts'
import { finding } from '../model/issue.ts'
import type { Checking } from './checking.ts'
import type { YearRow } from './years.ts'

/** How many cells that are not 0 make a repetition worth telling (R14). */
const enough = 5
const isTotal = (id: string): boolean => id.endsWith('.total') || id.startsWith('requests.concluded.')

/** A requests table that is that of the year before, cell by cell. Tables of zeros are no evidence. */
export function checkCopy(before: YearRow, row: YearRow, into: Checking): void {
  if (!row.requests_form || row.requests_form !== before.requests_form) return
  const ids = cellsOfForm('requests', row.requests_form)
  const nonZero = ids.filter((id) => (row.figure(id) ?? 0) !== 0)
  if (nonZero.length < enough) return
  const same = ids.every((id) => row.figure(id) === before.figure(id))
  if (!same) {
    into.test('copied_year')
    return
  }
  const code = nonZero.filter((id) => !isTotal(id)).length < enough ? 'copied_year_maybe' : 'copied_year'
  const params = { before: String(before.year) }
  into.test('copied_year', finding(code, { cells: [...nonZero], found: String(nonZero.length), params }))
}
