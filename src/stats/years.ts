/**
 * The year to speak of where one must be chosen: the latest with at least half as many members as the fullest.
 * Of a year that has just begun to come in, little can be said.
 */
export function currentYear(members: readonly { readonly year: number | null }[]): number | undefined {
  const counted = new Map<number, number>()
  for (const { year } of members) if (year !== null) counted.set(year, (counted.get(year) ?? 0) + 1)
  const most = Math.max(0, ...counted.values())
  return [...counted].sort(([a], [b]) => b - a).find(([, count]) => count * 2 >= most)?.[0]
}
