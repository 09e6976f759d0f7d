import { bucketOf, reportsPerBlock, type TextOfReport, type YearAbout } from './files.ts'
import { normalText, type Simplified, termsOf } from './normal.ts'
import { Postings } from './postings.ts'

/** Writes one file of the index of a year, by its name in the folder of the year. */
export type WriteFile = (name: string, content: unknown) => void

/** A file of terms has about so many bytes; a question of four terms loads four a year. */
const bucketBytes = 10_000

/** Makes the index of the reports of a year, numbered in the order in which they come. Texts are written as they come. */
export function writeYear(
  reports: Iterable<TextOfReport>,
  simplified: Simplified,
  write: WriteFile,
): YearAbout {
  const terms = new Map<string, Postings>()
  let block: TextOfReport[] = []
  let count = 0
  for (const report of reports) {
    const words = report.sections.flatMap(([, paragraphs]) => paragraphs.map(([, text]) => text))
    for (const term of termsOf(normalText(words.join('\n'), simplified))) {
      const postings = terms.get(term) ?? new Postings()
      if (postings.count === 0) terms.set(term, postings)
      postings.add(count)
    }
    block.push(report)
    count += 1
    if (block.length === reportsPerBlock) {
      write(`b${count / reportsPerBlock - 1}.json`, block)
      block = []
    }
  }
  if (block.length > 0) write(`b${Math.floor(count / reportsPerBlock)}.json`, block)
  const about = { reports: count, buckets: writeTerms(terms, count, write) }
  write('about.json', about)
  return about
}

function writeTerms(terms: ReadonlyMap<string, Postings>, reports: number, write: WriteFile): number {
  const written = [...terms]
    .map(([term, postings]) => [term, postings.toText(reports)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const bytes = written.reduce((sum, [term, text]) => sum + 2 * term.length + text.length + 6, 0)
  const buckets = Math.max(1, Math.ceil(bytes / bucketBytes))
  const byBucket = Map.groupBy(written, ([term]) => bucketOf(term, buckets))
  for (let n = 0; n < buckets; n += 1) write(`t${n}.json`, Object.fromEntries(byBucket.get(n) ?? []))
  return buckets
}
