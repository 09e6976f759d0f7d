import type { PrintedCell } from '../ingest/recognise/draft.ts'
import { type ByPlace, byPlace } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import { mapped } from '../model/list.ts'
import type { CellValue } from '../model/values.ts'
import { disputeIdentities, type Identity, requestIdentities } from './totals.ts'

/** An empty cell, or one with a sign for "not applicable": it may stand for 0, if a printed total proves it. */
export const mayBeZero = (cell: CellValue | undefined): boolean =>
  cell?.kind === 'blank' || cell?.kind === 'not_applicable'
const open = <T extends CellValue>(cell: T | undefined): cell is T =>
  mayBeZero(cell) && cell?.effective_value === null

/**
 * Works out what statistics may use of each cell, and why. A printed number is itself. An empty cell is 0 only
 * where the parts beside it already make up a printed total, and an empty total is the sum of parts that are
 * all known. Everything else has no effective value; nothing printed is ever changed.
 */
export function withEffectiveValues(
  printed: readonly PrintedCell[],
  requestsForm: FormVersion | null,
): CellValue[] {
  const values = mapped(
    printed,
    // Member by member, since there are hundreds in every report.
    ({ cell_id, value, kind, raw, reading, locator }): Settled => ({
      cell_id,
      value,
      kind,
      raw,
      reading,
      locator,
      effective_value: value,
      basis: value === null ? null : 'printed',
    }),
  )
  // Most reports leave nothing open.
  if (!values.some(open)) return values
  const cells = byPlace(values)
  const identities = [...(requestsForm ? requestIdentities(requestsForm) : []), ...disputeIdentities]
  // One proof can complete the parts of another; each pass proves at least one cell or is the last.
  while (identities.filter((identity) => prove(cells, identity)).length > 0);
  return values
}

/** A cell of which the effective value is being worked out. */
type Settled = { -readonly [K in keyof CellValue]: CellValue[K] }

/** Applies one identity; whether it proved anything. */
function prove(cells: ByPlace<Settled>, { places }: Identity): boolean {
  const total = cells[places.total]
  if (!total) return false
  const proves = total.kind === 'number'
  if (!proves && !open(total)) return false
  const empty: Settled[] = []
  let sum = 0
  let allKnown = true
  for (const place of places.parts) {
    const cell = cells[place]
    const value = cell?.effective_value ?? null
    // Counts are never negative; a part that is printed so makes every proof from the rest worthless.
    if (value !== null && value < 0) return false
    sum += value ?? 0
    allKnown &&= value !== null
    if (open(cell)) empty.push(cell)
  }
  if (proves) {
    if (sum !== total.value) return false
    for (const part of empty) settle(part, 0, 'zero_by_identity')
    return empty.length > 0
  }
  if (!allKnown) return false
  settle(total, sum, 'sum')
  return true
}

function settle(cell: Settled, value: number, basis: 'zero_by_identity' | 'sum'): void {
  cell.effective_value = value
  cell.basis = basis
}
