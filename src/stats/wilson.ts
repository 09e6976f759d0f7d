/** A share with its interval; all three between 0 and 1. */
export interface Share {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** The 97.5 % quantile of the normal distribution, for a two-sided 95 % interval. */
const z = 1.959963984540054

/**
 * A share with its 95 % Wilson score interval (Wilson 1927), which stays inside 0 to 1 and holds for small
 * counts. Null when there is nothing to take a share of.
 */
export function wilson(successes: number, trials: number): Share | null {
  if (!(trials > 0) || successes < 0 || successes > trials) return null
  const p = successes / trials
  const spread = z * z
  const centre = (p + spread / (2 * trials)) / (1 + spread / trials)
  const half =
    (z / (1 + spread / trials)) * Math.sqrt((p * (1 - p)) / trials + spread / (4 * trials * trials))
  // At 0 and at all, the bounds are 0 and 1 exactly; floating point would leave them a hair beside.
  return {
    value: p,
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
  }
}
