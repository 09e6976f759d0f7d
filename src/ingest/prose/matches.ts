/**
 * All matches of a global pattern, one that never matches nothing. `matchAll` makes a copy of its pattern each time,
 * which takes longer than looking through a clause, and clauses are looked through by many patterns.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
