/**
 * The year to speak of where one must be chosen: the latest with at least half as many members as the fullest.
 * Of a year that has just begun to come in, little can be said.
 *
 * @param times how many members one stands for; by default, for itself alone
 */
export function currentYear<Member extends { readonly year: number | null }>(
  members: readonly Member[],
  times: (member: Member) => number = () => 1,
): number | undefined {
  const counted = new Map<number, number>()
  for (const one of members)
    if (one.year !== null) counted.set(one.year, (counted.get(one.year) ?? 0) + times(one))
  const most = Math.max(0, ...counted.values())
  return [...counted].sort(([a], [b]) => b - a).find(([, count]) => count * 2 >= most)?.[0]
}
