/** The number that comes most often, of several the one that comes first; undefined where there is none. */
export function commonest(numbers: readonly number[]): number | undefined {
  const [first] = numbers
  // In most tables all rows are alike.
  if (numbers.every((number) => number === first)) return first
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let most = first
  for (const [number, count] of counts) if (count > (counts.get(most as number) ?? 0)) most = number
  return most
}
