import type { CellId } from '../model/cells.ts'
import { cellId, formCell } from '../model/cells.ts'
import { applicantColumns, type FormVersion, form } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Report } from '../model/report.ts'
import { type Checked, Checking } from './checking.ts'
import { checkCopy } from './copiedYear.ts'
import { checkLevels, levelsOf } from './levelShift.ts'
import { checkRepeatedText } from './similarity.ts'
import type { Sketch } from './sketch.ts'

/** One report that counts, as the checks across reports see it: who and when, with figures but without print. */
export interface YearRow
  extends Pick<Report, 'report_id' | 'agency_id' | 'scope' | 'requests_form' | 'disclosure_form'> {
  readonly year: number
  /** What statistics use of a cell; null where unknown. */
  readonly figure: (id: CellId) => number | null
  /** Of its running text; null where that is too short to compare. */
  readonly sketch: Sketch | null
}

/**
 * The years of one agency against each other, one row a year, in any order. Returns what is to be added to each
 * report, by its id.
 */
export function checkYears(rows: readonly YearRow[]): Map<string, Checked> {
  const sorted = rows.toSorted((a, b) => a.year - b.year)
  const levels = levelsOf(sorted)
  const checked = new Map<string, Checking>()
  for (const [i, row] of sorted.entries()) {
    const into = new Checking()
    const before = sorted[i - 1]
    if (before && before.year === row.year - 1) {
      checkCarryOver(before, row, into)
      checkStock(before, row, into)
      checkItems(before, row, into)
      checkCopy(before, row, into)
      checkRepeatedText(before, row, into)
    }
    checkLevels(i, levels, into)
    checked.set(row.report_id, into)
  }
  return checked
}

/** Of each kind of applicant, the cell of what was carried in, and that of what is carried out. */
const carried = applicantColumns.map((column) => ({
  column,
  in: cellId('requests', 'carried_in', column.id),
  out: cellId('requests', 'carried_out', column.id),
}))

/** What was carried in, against what the year before carried out, by applicant (R5). */
function checkCarryOver(before: YearRow, row: YearRow, into: Checking): void {
  const compared = carried.flatMap((one) => {
    const [now, then] = [row.figure(one.in), before.figure(one.out)]
    return now === null || then === null ? [] : [{ column: one.column, now, then }]
  })
  const unequal = compared.filter(({ now, then }) => now !== then)
  if (unequal.length === 0) {
    into.passed('carry_over', compared.length)
    return
  }
  const sameTotal = compared.some(({ column, now, then }) => column.id === 'total' && now === then)
  into.passed('carry_over', compared.length - 1)
  const listed = (language: 'zh' | 'en') =>
    unequal
      .map(({ column, now, then }) => `${column[language]} ${then} → ${now}`)
      .join(language === 'zh' ? '，' : ', ')
  const otherScope = before.scope !== row.scope && ![before.scope, row.scope].includes('unknown')
  const code = otherScope ? 'carry_over_scope' : sameTotal ? 'carry_over_columns' : 'carry_over'
  into.test(
    'carry_over',
    finding(code, {
      cells: unequal.map(({ column }) => cellId('requests', 'carried_in', column.id)),
      expected: unequal.map(({ then }) => then).join(' '),
      found: unequal.map(({ now }) => now).join(' '),
      params: { before: String(before.year), list_zh: listed('zh'), list_en: listed('en') },
    }),
  )
}

/** The words of a cell's row, the cells and the year before, for a finding about one row of the disclosure table. */
function aboutRow(cells: readonly CellId[], before: YearRow, rest: Partial<Finding>): Partial<Finding> {
  const { row_zh, row_en } = formCell(cells[0] as CellId)
  const { params, ...others } = rest
  return { cells: [...cells], params: { row_zh, row_en, before: String(before.year), ...params }, ...others }
}

const onForm = (version: FormVersion, ...rows: readonly YearRow[]): boolean =>
  rows.every((row) => row.disclosure_form === version)

/** In force = in force the year before + issued − repealed (R6); not across a change of the form. */
function checkStock(before: YearRow, row: YearRow, into: Checking): void {
  if (!onForm('2021', before, row)) return
  for (const id of ['regulations', 'normative_documents']) {
    const ids = ['in_force', 'issued', 'repealed'].map((column) => cellId('disclosure', id, column))
    const start = before.figure(ids[0] as CellId)
    const [found, issued, repealed] = ids.map(row.figure)
    if (start === null || found == null || issued == null || repealed == null) continue
    const expected = start + issued - repealed
    const sums = { expected: String(expected), found: String(found), params: { start: String(start) } }
    into.test('stock', found === expected ? null : finding('stock', aboutRow(ids, before, sums)))
  }
}

const itemRows: readonly string[] = form.disclosure.forms['2019']
  .filter(({ columns }) => columns.some((column) => column.id === 'items_change'))
  .flatMap(({ rows }) => rows.map((row) => row.id))

/** Items last year = items last year of the report before + its change (R7). */
function checkItems(before: YearRow, row: YearRow, into: Checking): void {
  if (!onForm('2019', before, row)) return
  for (const id of itemRows) {
    const previous = cellId('disclosure', id, 'items_previous')
    const [start, change, found] = [
      before.figure(previous),
      before.figure(cellId('disclosure', id, 'items_change')),
      row.figure(previous),
    ]
    if (start === null || change === null || found === null) continue
    const sums = { expected: String(start + change), found: String(found) }
    into.test('items', found === start + change ? null : finding('items', aboutRow([previous], before, sums)))
  }
}
