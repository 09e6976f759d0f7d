import { blockOf } from './blocks.ts'
import type { EarlierYear } from './earlierYear.ts'
import { bucketOf, reportsPerBlock, type TextOfReport, type YearAbout } from './files.ts'
import { normalText, type Simplified, termsOf } from './normal.ts'
import { Postings, postingsOf } from './postings.ts'

/** Writes one file of the index of a year, by its name in the folder of the year. */
export type WriteFile = (name: string, json: string) => void

/** A report of the index: as the line of its file and, where its terms are not in an earlier index, with its text. */
export interface IndexedReport {
  readonly id: string
  readonly line: string
  readonly text: TextOfReport | null
}

/** A file of terms has about so many bytes; a question of four terms loads four a year. */
const bucketBytes = 10_000

/** The numbers of the reports in which a term is, by term. */
type Terms = Map<string, Postings>

function addTerms(terms: Terms, { sections }: TextOfReport, number: number, simplified: Simplified): void {
  const words = sections.flatMap(([, paragraphs]) => paragraphs.map(([, text]) => text))
  for (const term of termsOf(normalText(words.join('\n'), simplified))) {
    const postings = terms.get(term) ?? new Postings()
    if (postings.count === 0) terms.set(term, postings)
    postings.add(number)
  }
}

/** A report had no number before, or has none any more. */
const none = -1

/**
 * Puts the terms of an earlier index under those of reports that it did not have.
 *
 * @param moved by number in the earlier index, the number of a report now
 */
function withEarlier(terms: Terms, { terms: earlier }: EarlierYear, moved: Int32Array): Terms {
  const all: Terms = new Map(terms)
  for (const [term, text] of earlier) {
    const numbers = terms.get(term)?.numbers() ?? []
    for (const number of postingsOf(text)) {
      const now = moved[number] ?? none
      if (now !== none) numbers.push(now)
    }
    if (numbers.length > 0) all.set(term, Postings.of(numbers.sort((a, b) => a - b)))
  }
  return all
}

/**
 * Makes the index of the reports of a year, numbered in the order in which they come. Texts are written as they come.
 *
 * @param earlier an index of which some reports are still the same: their terms are taken from it
 */
export function writeYear(
  reports: Iterable<IndexedReport>,
  simplified: Simplified,
  write: WriteFile,
  earlier: EarlierYear | null = null,
): YearAbout {
  const terms: Terms = new Map()
  const moved = new Int32Array(earlier?.reports ?? 0).fill(none)
  let block: string[] = []
  let count = 0
  const writeBlock = () => {
    if (block.length > 0) write(`b${Math.floor((count - 1) / reportsPerBlock)}.json`, blockOf(block))
    block = []
  }
  for (const { id, line, text } of reports) {
    const before = earlier?.same.get(id)
    if (before !== undefined) moved[before] = count
    if (text) addTerms(terms, text, count, simplified)
    block.push(line)
    count += 1
    if (block.length === reportsPerBlock) writeBlock()
  }
  writeBlock()
  const all = earlier ? withEarlier(terms, earlier, moved) : terms
  const about = { reports: count, buckets: writeTerms(all, count, write) }
  write('about.json', JSON.stringify(about))
  return about
}

function writeTerms(terms: ReadonlyMap<string, Postings>, reports: number, write: WriteFile): number {
  const written = [...terms]
    .map(([term, postings]) => [term, postings.toText(reports)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const bytes = written.reduce((sum, [term, text]) => sum + 2 * term.length + text.length + 6, 0)
  const buckets = Math.max(1, Math.ceil(bytes / bucketBytes))
  const byBucket = Map.groupBy(written, ([term]) => bucketOf(term, buckets))
  for (let n = 0; n < buckets; n += 1)
    write(`t${n}.json`, JSON.stringify(Object.fromEntries(byBucket.get(n) ?? [])))
  return buckets
}
