import { type CellId, cellId, formCell } from '../model/cells.ts'
import { applicantColumns, type FormVersion } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { CellValue } from '../model/values.ts'
import type { Checking } from './checking.ts'
import { mayBeZero } from './effective.ts'
import { disputeIdentities, type Identity, requestIdentities } from './totals.ts'

/** The four cells of each column that the flow of requests goes through. */
const flowColumns: readonly (readonly CellId[])[] = applicantColumns.map((column) =>
  ['received', 'carried_in', 'concluded', 'carried_out'].map((row) => cellId('requests', row, column.id)),
)

/** The cells of one report, and those of them that were read with doubt. */
export interface ReadCells {
  readonly byId: ReadonlyMap<CellId, CellValue>
  readonly doubted: ReadonlySet<string>
}

/**
 * The four identities of the form, in every row and column where the figures are known. A breach that takes
 * blanks for 0 without proof is a warning, and one with cells read with doubt an issue of reading. Changes
 * nothing.
 */
export function checkIdentities(cells: ReadCells, requestsForm: FormVersion | null, into: Checking): void {
  if (requestsForm) {
    for (const ids of flowColumns) checkFlow(cells, ids, into)
    for (const identity of requestIdentities(requestsForm)) checkTotal(cells, identity, into)
  }
  for (const identity of disputeIdentities) checkTotal(cells, identity, into)
}

/**
 * A total against the sum of its parts. Parts that are not known cannot make a sum too small, since counts are
 * never negative: with some unknown, only a sum already above the total contradicts it for certain.
 */
function checkTotal(cells: ReadCells, { rule, total, parts }: Identity, into: Checking): void {
  const printed = cells.byId.get(total)
  if (printed?.kind !== 'number' || printed.value === null) return
  const { sum, blank, unknown } = added(cells, parts)
  const open = blank || unknown
  if (unknown && sum <= printed.value) return
  if (sum === printed.value) {
    into.test(rule)
    return
  }
  const proved = !open || sum > printed.value
  const expected = open && proved ? `≥ ${sum}` : String(sum)
  const sums = { expected, found: String(printed.value) }
  into.test(rule, breach(cells, { rule, ids: [total, ...parts], proved, sums }))
}

/** 本年新收 + 上年结转 = 总计 + 结转下年度, in each column (the note in the head of the form). */
function checkFlow(cells: ReadCells, ids: readonly CellId[], into: Checking): void {
  const [came, went] = [added(cells, ids.slice(0, 2)), added(cells, ids.slice(2))]
  if (came.unknown || went.unknown) return
  if (came.sum === went.sum) {
    into.test('flow')
    return
  }
  const sums = { expected: String(came.sum), found: String(went.sum) }
  into.test('flow', breach(cells, { rule: 'flow', ids, proved: !came.blank && !went.blank, sums }))
}

/** What cells add up to as far as they are known, and whether some are blank without proof, or not known. */
function added(
  { byId }: ReadCells,
  ids: readonly CellId[],
): { sum: number; blank: boolean; unknown: boolean } {
  let [sum, blank, unknown] = [0, false, false]
  for (const id of ids) {
    const cell = byId.get(id)
    const value = cell?.effective_value ?? null
    if (value !== null) sum += value
    else if (mayBeZero(cell)) blank = true
    else unknown = true
  }
  return { sum, blank, unknown }
}

interface Breach {
  readonly rule: Identity['rule'] | 'flow'
  readonly ids: readonly CellId[]
  /** Without taking blanks for 0. */
  readonly proved: boolean
  readonly sums: Pick<Finding, 'expected' | 'found'>
}

/** A finding about the cells of an identity that are there, placed at the first of them. */
function breach({ byId, doubted }: ReadCells, { rule, ids, proved, sums }: Breach): Finding {
  const there = ids.filter((id) => byId.has(id))
  const unsure = there.some((id) => byId.get(id)?.reading === 'recovered' || doubted.has(id))
  const [first] = ids as [CellId]
  const { row_zh, row_en, column_zh, column_en } = formCell(first)
  return finding(unsure ? `${rule}_unsure` : proved ? rule : `${rule}_open`, {
    ...sums,
    cells: there,
    locator: byId.get(first)?.locator ?? '',
    params: { row_zh, row_en, column_zh, column_en },
  })
}
