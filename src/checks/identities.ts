import { type ByPlace, type CellId, cellId, formCell, placeOf } from '../model/cells.ts'
import { applicantColumns, type FormVersion } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { CellValue } from '../model/values.ts'
import type { Checking } from './checking.ts'
import { mayBeZero } from './effective.ts'
import { disputeIdentities, type Identity, requestIdentities } from './totals.ts'

/** The four cells of each column that the flow of requests goes through, and the places of each two. */
const flowColumns = applicantColumns.map((column) => {
  const idsOf = (rows: readonly string[]) => rows.map((row) => cellId('requests', row, column.id))
  const [came, went] = [idsOf(['received', 'carried_in']), idsOf(['concluded', 'carried_out'])]
  return { ids: [...came, ...went], came: came.map(placeOf), went: went.map(placeOf) }
})

/** The cells of one report, and those of them that were read with doubt. */
export interface ReadCells {
  readonly placed: ByPlace<CellValue>
  readonly doubted: ReadonlySet<string>
}

/** A cell of a report by its id. */
export const cellOf = (placed: ByPlace<CellValue>, id: CellId): CellValue | undefined => placed[placeOf(id)]

/** Whether a cell was read with doubt. */
export const isDoubted = ({ placed, doubted }: ReadCells, id: CellId): boolean =>
  doubted.has(id) || cellOf(placed, id)?.reading === 'recovered'

/**
 * The four identities of the form, in every row and column where the figures are known. A breach that takes
 * blanks for 0 without proof is a warning, and one with cells read with doubt an issue of reading. Changes
 * nothing.
 */
export function checkIdentities(cells: ReadCells, requestsForm: FormVersion | null, into: Checking): void {
  if (requestsForm) {
    for (const column of flowColumns) checkFlow(cells, column, into)
    for (const identity of requestIdentities(requestsForm)) checkTotal(cells, identity, into)
  }
  for (const identity of disputeIdentities) checkTotal(cells, identity, into)
}

/**
 * A total against the sum of its parts. Parts that are not known cannot make a sum too small, since counts are
 * never negative: with some unknown, only a sum already above the total contradicts it for certain.
 */
function checkTotal(cells: ReadCells, { rule, total, parts, places }: Identity, into: Checking): void {
  const printed = cells.placed[places.total]
  if (printed?.kind !== 'number' || printed.value === null) return
  const { sum, blank, unknown } = added(cells, places.parts)
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
function checkFlow(cells: ReadCells, column: (typeof flowColumns)[number], into: Checking): void {
  const { ids } = column
  const came = added(cells, column.came)
  const went = added(cells, column.went)
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
  { placed }: ReadCells,
  places: readonly number[],
): { sum: number; blank: boolean; unknown: boolean } {
  let sum = 0
  let blank = false
  let unknown = false
  for (const place of places) {
    const cell = placed[place]
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
function breach(cells: ReadCells, { rule, ids, proved, sums }: Breach): Finding {
  const there = ids.filter((id) => cellOf(cells.placed, id))
  const unsure = there.some((id) => isDoubted(cells, id))
  const [first] = ids as [CellId]
  const { row_zh, row_en, column_zh, column_en } = formCell(first)
  return finding(unsure ? `${rule}_unsure` : proved ? rule : `${rule}_open`, {
    ...sums,
    cells: there,
    locator: cellOf(cells.placed, first)?.locator ?? '',
    params: { row_zh, row_en, column_zh, column_en },
  })
}
