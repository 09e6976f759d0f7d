import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import { finding } from '../model/issue.ts'
import { resultRows } from '../model/requestsRows.ts'
import type { StatedCount } from '../model/stated.ts'
import type { Checking } from './checking.ts'
import { figureOf, meaningOf } from './definitions.ts'

type Known = (id: CellId) => number | null

/** Percentages of the prose, each behind the count that it is the share of, against all likely denominators. */
export function checkShares(
  stated: readonly StatedCount[],
  version: FormVersion,
  known: Known,
  into: Checking,
): void {
  for (const [i, share] of stated.entries()) {
    const count = stated[i - 1]
    if (share.measure !== '%' || share.year !== null || !count || count.measure === '%') continue
    const totals = denominators(count, stated, version, known)
    const [main] = totals
    if (main === undefined || count.value === 0) continue
    const fits = totals.some((total) => isShare(count.value / total, share.value))
    const expected = String(Number(((count.value / main) * 100).toFixed(2)))
    const params = { words: share.words, count: String(count.value) }
    const { locator } = share
    into.test(
      'stated_share',
      fits ? null : finding('stated_share', { expected, found: String(share.value), locator, params }),
    )
  }
}

/** What a count may be a share of; the first is what is most often meant. */
function denominators(
  count: StatedCount,
  stated: readonly StatedCount[],
  version: FormVersion,
  known: Known,
): number[] {
  const group = resultRows(version).find((row) => row.id === count.counts)?.group
  const meanings = ['concluded', 'received', ...(group ? [group] : [])].map((id) =>
    meaningOf(id, version, false),
  )
  const ofTables = meanings
    .flatMap((meaning) => [...(meaning?.own ?? []), ...(meaning?.others ?? [])])
    .map((definition) => figureOf(definition, known))
  const ofProse = stated
    .filter((one) => one.measure !== '%' && one.value >= count.value)
    .map((one) => one.value)
  return [...ofTables, ...ofProse].filter((total) => total !== null && total > 0) as number[]
}

/** Whether a share is printed as so many per cent, rounded or cut off at the decimals that are printed. */
function isShare(share: number, percent: number): boolean {
  const decimals = String(percent).split('.')[1]?.length ?? 0
  // A trailing zero is not kept by a number: 50.0 is taken for 50.
  return Math.abs(share * 100 - percent) < 10 ** -decimals
}
