import type { Cell } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { type Columns, isBlank, type RowShape } from './fit.ts'
import type { Frame } from './regular.ts'

/** The cells of a row under the columns of the form, and those printed elsewhere. */
export interface Placed {
  readonly cells: readonly Cell[]
  readonly left: readonly Cell[]
}

/**
 * The cells that stand right under the columns, if each column has one and none is printed before the first; in a
 * grid not even an empty one may stand there.
 */
export function atPlaces(row: RowShape, { positions, spans, foreign }: Columns): Placed | null {
  if (!row.sound || !positions) return null
  if (standsUnder(row.values, positions)) return { cells: row.values, left: [] }
  const cells = mapped(positions, (x) => row.values.find((cell) => cell.x === x))
  if (cells.some((cell) => cell === undefined)) return null
  const strays = row.values.filter((cell) => !cells.includes(cell) && !isBlank(cell))
  // Two figures under one label: either may be the one that is meant.
  const shared = (x: number) => positions.some((start, i) => x > start && x < start + (spans?.[i] ?? 1))
  if (strays.some((cell) => cell.x !== undefined && shared(cell.x))) return null
  const end = Math.max(...positions)
  const elsewhere = strays.filter((cell) => cell.x === undefined || cell.x < end)
  // Between the columns of the form only figures of a column that the header names may stand; in text, where
  // rows as long as others may yet be shifted, nothing may.
  const inGrid = row.values[0]?.colspan !== undefined
  // Even an empty cell before the first column may be a figure's that something doubled in the row has moved.
  const first = Math.min(...positions)
  if (inGrid && row.values.some((cell) => cell.x !== undefined && cell.x < first)) return null
  if ((inGrid ? elsewhere : strays).length > foreign.length) return null
  return { cells: cells as Cell[], left: strays.length > foreign.length ? strays : [] }
}

/** Whether the cells of a row are just those of the columns, one after the other, as nearly always. */
export const standsUnder = (values: readonly Cell[], positions: readonly number[]): boolean =>
  values.length === positions.length &&
  values.every(({ x }, i) => x === positions[i] && (i === 0 || (x as number) > (positions[i - 1] as number)))

/** The cells of a row that has the shape of its table, in their order. */
export function byOrder(row: RowShape, { width, foreign }: Columns, frame: Frame | null): Placed | null {
  if (!frame) return null
  const all = row.values.slice(frame.first, frame.first + width + foreign.length)
  return { cells: all.filter((_, i) => !foreign.includes(i)), left: [] }
}
