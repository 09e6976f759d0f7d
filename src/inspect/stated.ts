import { printable } from '../dataset/printable.ts'
import type { StatedCount } from '../model/stated.ts'
import { padEnd, padStart } from './width.ts'

/** What is shown of a count that running text states. */
type ShownCount = Pick<StatedCount, 'counts' | 'value' | 'words' | 'locator'>

/** The counts that running text states, a line each: what it counts, how many, and the words with their place. */
export function statedLines(counts: readonly ShownCount[]): string[] {
  if (counts.length === 0) return []
  const names = Math.max(...counts.map((one) => one.counts.length))
  const numbers = Math.max(...counts.map((one) => String(one.value).length))
  const lines = counts.map(
    (one) =>
      `  ${padEnd(one.counts, names)}  ${padStart(String(one.value), numbers)}  ${one.locator}: “${printable(one.words)}”`,
  )
  return [`stated in the text: ${counts.length}`, ...lines, '']
}
