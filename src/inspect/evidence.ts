import { printable } from '../dataset/printable.ts'
import { type Evidence, evidenceSources } from '../identity/evidence.ts'
import { padEnd, padStart } from './width.ts'

/** What the agency, the year and the place are told by, a line each; of agency and year, the one used first. */
export function evidenceLines(found: readonly Evidence[]): string[] {
  if (found.length === 0) return []
  const lines = found.map(({ what, value, from, words, weight, locator }) => {
    const source = `${evidenceSources[from].en}${locator ? `, ${locator}` : ''}`
    return `    ${padEnd(what, 6)} ${padStart(String(weight), 3)}  ${printable(value)}  ${source}${words && words !== value ? `: “${printable(words)}”` : ''}`
  })
  return ['  evidence', ...lines]
}
