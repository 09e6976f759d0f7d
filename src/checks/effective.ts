import type { PrintedCell } from '../ingest/recognise/draft.ts'
import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import type { CellValue } from '../model/values.ts'
import { disputeIdentities, type Identity, requestIdentities } from './totals.ts'

/** An empty cell, or one with a sign for "not applicable": it may stand for 0, if a printed total proves it. */
export const mayBeZero = (cell: CellValue | undefined): boolean =>
  cell?.kind === 'blank' || cell?.kind === 'not_applicable'
const open = (cell: CellValue | undefined): cell is CellValue =>
  mayBeZero(cell) && cell?.effective_value === null

/** The cells of a report by their ids, in its order. */
export function cellsById(cells: readonly CellValue[]): Map<CellId, CellValue> {
  const byId = new Map<CellId, CellValue>()
  for (const cell of cells) byId.set(cell.cell_id as CellId, cell)
  return byId
}

/**
 * Works out what statistics may use of each cell, and why. A printed number is itself. An empty cell is 0 only
 * where the parts beside it already make up a printed total, and an empty total is the sum of parts that are
 * all known. Everything else has no effective value; nothing printed is ever changed.
 */
export function withEffectiveValues(
  printed: readonly PrintedCell[],
  requestsForm: FormVersion | null,
): CellValue[] {
  const values = printed.map(
    (cell): CellValue => ({
      ...cell,
      effective_value: cell.value,
      basis: cell.value === null ? null : 'printed',
    }),
  )
  // Most reports leave nothing open.
  if (!values.some(open)) return values
  const cells = cellsById(values)
  const identities = [...(requestsForm ? requestIdentities(requestsForm) : []), ...disputeIdentities]
  // One proof can complete the parts of another; each pass proves at least one cell or is the last.
  while (identities.filter((identity) => prove(cells, identity)).length > 0);
  return [...cells.values()]
}

/** Applies one identity; whether it proved anything. */
function prove(cells: Map<CellId, CellValue>, { total, parts }: Identity): boolean {
  const printedTotal = cells.get(total)
  const proves = printedTotal?.kind === 'number'
  if (!proves && !open(printedTotal)) return false
  const empty: CellId[] = []
  let sum = 0
  let allKnown = true
  for (const part of parts) {
    const cell = cells.get(part)
    const value = cell?.effective_value ?? null
    // Counts are never negative; a part that is printed so makes every proof from the rest worthless.
    if (value !== null && value < 0) return false
    sum += value ?? 0
    allKnown &&= value !== null
    if (open(cell)) empty.push(part)
  }
  if (proves) {
    if (sum !== printedTotal.value) return false
    for (const part of empty) settle(cells, part, 0, 'zero_by_identity')
    return empty.length > 0
  }
  if (!allKnown) return false
  settle(cells, total, sum, 'sum')
  return true
}

function settle(
  cells: Map<CellId, CellValue>,
  id: CellId,
  value: number,
  basis: 'zero_by_identity' | 'sum',
): void {
  cells.set(id, { ...(cells.get(id) as CellValue), effective_value: value, basis })
}
