import { type CellId, formCell } from '../model/cells.ts'
import { finding } from '../model/issue.ts'
import type { StatedCount } from '../model/stated.ts'
import type { Checking } from './checking.ts'
import { cellOf, isDoubted, type ReadCells } from './identities.ts'
import { shown } from './shown.ts'

const feesCell: CellId = 'disclosure.fees.amount'
const sameAmount = (a: number, b: number): boolean => Math.abs(a - b) < 0.005

/** Fees that the prose states, in yuan, beside the row of administrative fees, in 万元 (R13). */
export function checkFees(stated: readonly StatedCount[], cells: ReadCells, into: Checking): void {
  const cell = cellOf(cells.placed, feesCell)
  const amount = cell?.effective_value
  if (!cell || amount == null || isDoubted(cells, feesCell)) return
  for (const count of stated) {
    if (count.year !== null || count.value === 0) continue
    const code = contradictionOf(count, amount)
    if (code === undefined) continue
    const found = {
      cells: [feesCell],
      expected: String(amount),
      found: String(count.value),
      locator: count.locator,
      params: { words: shown(count.words), ...rowOf(feesCell) },
    }
    into.test('stated_fees', code && finding(code, found))
  }
}

const rowOf = (id: CellId) => {
  const { row_zh, row_en } = formCell(id)
  return { row_zh, row_en }
}

/** What there is to say of a fee beside the table's amount; null for nothing, undefined for no fee to compare. */
function contradictionOf(count: StatedCount, amount: number) {
  if (count.counts === 'administrative_fees_yuan') return administrativeFees(count, amount)
  // The processing fee is no administrative fee: only the same number says anything.
  if (count.counts !== 'fees_yuan' || amount === 0) return undefined
  if (sameAmount(amount, count.value)) return 'fee_in_yuan'
  return sameAmount(amount * 10_000, count.value) ? 'fee_as_administrative' : null
}

/**
 * The same up to the decimals of the one that has fewer, rounded or cut off, says nothing; of several bodies, the
 * amount may well be another.
 */
function administrativeFees({ value, measure, scope_words }: StatedCount, amount: number) {
  const stated = value / 10_000
  // So many yuan are stated to the yuan, however many noughts they end in.
  const decimals = measure === '万元' ? decimalsOf(stated) : yuanDecimals
  if (Math.abs(stated - amount) < 10 ** -Math.min(decimals, decimalsOf(amount))) return null
  if (amount > 0 && sameAmount(amount, value)) return 'fee_in_yuan'
  return scope_words === '' ? 'fee_differs' : 'fee_scope'
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0
/** Decimals of an amount in 万元 that is known to the yuan. */
const yuanDecimals = 4
