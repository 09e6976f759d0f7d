import { remembered } from '../remembered.ts'
import { type Label, labelKeys, labelsOfForms, matchLabel } from './labels.ts'

/** Labels shorter than this differ from one another by a character or two: a misspelled one could be any. */
const shortest = 4
/** From this length on a label may differ in two characters. */
const longEnough = 10

/** Characters that turn the sense of a label: 上年 is not 本年, 失效 not 有效, 非自然人 not 自然人. A slip never makes one. */
const ofSense = /[上本去前今当下非失无未不有新旧增减废止制发收已次后继]/g
const turnsSense = (key: string, label: string): boolean =>
  key.match(ofSense)?.some((character) => !label.includes(character)) ?? false

/** A label that a text nearly says. */
export interface NearLabel {
  readonly labels: readonly Label[]
  /** How the form spells it. */
  readonly meant: string
}

/** Longer texts are no labels. */
const longest = 90

/**
 * The one label that a misspelled text stands for: within one character of it (two for long labels), while no
 * other label is as near. Null for values, for words that are no label, and where two labels are as near.
 */
export function nearLabel(text: string): NearLabel | null {
  if (text.length < shortest || text.length > longest || /^[\d\s.,/+\-—％%]*$/.test(text)) return null
  return rememberedSearch(text)
}

/** Misspellings repeat within a report and a site. */
const rememberedSearch = remembered(search, { length: longest, size: 2000 })

function search(text: string): NearLabel | null {
  let best: { key: string; distance: number } | null = null
  let tied = false
  for (const key of labelKeys(text)) {
    if (key.length < shortest) continue
    for (const label of labelsOfForms) {
      if (label.length < shortest) continue
      const limit = Math.min(label.length, key.length) >= longEnough ? 2 : 1
      const reach = Math.min(limit, best?.distance ?? limit)
      const distance = editDistance(key, label, reach)
      if (distance > reach || turnsSense(key, label)) continue
      const same = best && sameLabels(best.key, label)
      if (!best || distance < best.distance) tied = false
      else if (!same) tied = true
      if (!best || distance < best.distance) best = { key: label, distance }
    }
  }
  return best && !tied ? { labels: matchLabel(best.key), meant: best.key } : null
}

/** Two spellings of the same rows and columns. */
function sameLabels(a: string, b: string): boolean {
  const ids = (text: string) =>
    matchLabel(text)
      .map(({ role, table, id }) => `${role} ${table} ${id}`)
      .join()
  return ids(a) === ids(b)
}

/** How many characters must be put in, left out or exchanged; `limit + 1` as soon as it is more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    if (Math.min(...row) > limit) return limit + 1
    above = row
  }
  return above[b.length] as number
}
