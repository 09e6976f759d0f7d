/** A span longer than this has a misprint or a rarity in it; dozens of empty years would say nothing. */
const longestSpan = 20

/** The years a chart shows, in order: all from the first to the last, gaps included, unless they lie far apart. */
export function yearsFromTo(years: Iterable<number>): number[] {
  const known = [...new Set(years)].sort((a, b) => a - b)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || last - first > longestSpan) return known
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
