import { quantile } from './peers.ts'

/** The least, the greatest and the three values that divide the rest into four parts. */
export interface Quartiles {
  readonly min: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly max: number
}

/** The quartiles of values, in any order; null of none. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  const ascending = [...Float64Array.from(values).sort()]
  const [min, q1, median, q3, max] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(ascending, share))
  if (min == null || q1 == null || median == null || q3 == null || max == null) return null
  return { min, q1, median, q3, max }
}
