import { type Bucket, bucketOf, reportsPerBlock, type TextOfReport, type YearAbout } from './files.ts'
import { normalText, type Question, type Simplified } from './normal.ts'
import { postingsOf } from './postings.ts'

/** Gives a file of the index by its path in it. */
export type LoadFile = <Content>(path: string) => Promise<Content>

/** A place in a report that has the words that were asked for. */
export interface Hit {
  readonly year: string
  readonly report: string
  readonly name: string
  readonly heading: string
  /** The fragment of its place on the page of the source. */
  readonly place: string
  /** The part of the paragraph around the words, words apart from what is between them. */
  readonly snippet: readonly { readonly text: string; readonly isHit: boolean }[]
}

/** How many texts are asked for at once. */
const together = 5
/** How many characters are shown before the first word, and in all. */
const shown = { before: 24, all: 110 }

/** The numbers that all lists hold. */
function common(lists: readonly (readonly number[])[]): readonly number[] {
  const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const sets = others.map((list) => new Set(list))
  return shortest.filter((number) => sets.every((set) => set.has(number)))
}

/** The reports of a year that have all terms. They may have them apart: only their texts tell. */
async function candidates(
  year: string,
  terms: readonly string[],
  load: LoadFile,
): Promise<readonly number[]> {
  const { buckets } = await load<YearAbout>(`${year}/about.json`)
  const lists = await Promise.all(
    terms.map(async (term) => {
      const bucket = await load<Bucket>(`${year}/t${bucketOf(term, buckets)}.json`)
      const text = Object.hasOwn(bucket, term) ? bucket[term] : undefined
      return text === undefined ? [] : postingsOf(text)
    }),
  )
  return common(lists)
}

/** The part of a paragraph around the first of the words, all words in it marked. */
export function snippetOf(text: string, normal: string, words: readonly string[]): Hit['snippet'] {
  const first = Math.min(...words.map((word) => normal.indexOf(word)).filter((at) => at >= 0))
  const from = first <= shown.before + 4 ? 0 : first - shown.before
  const to = Math.min(text.length, from + shown.all)
  const parts: { text: string; isHit: boolean }[] = from > 0 ? [{ text: '…', isHit: false }] : []
  for (let at = from; at < to; ) {
    const word = words.find((one) => normal.startsWith(one, at))
    const next = words.map((one) => normal.indexOf(one, at)).filter((place) => place >= 0)
    const end = word ? at + word.length : Math.min(to, ...next)
    parts.push({ text: text.slice(at, end), isHit: word !== undefined })
    at = end
  }
  if (to < text.length) parts.push({ text: '…', isHit: false })
  return parts
}

/** The place of a report that has most of the words, if the report has them all. */
function hitIn(
  report: TextOfReport,
  year: string,
  words: readonly string[],
  simplified: Simplified,
): Hit | null {
  const paragraphs = report.sections.flatMap(([heading, texts]) =>
    texts.map(([place, text]) => {
      const normal = normalText(text, simplified)
      return { heading, place, text, normal, found: words.filter((word) => normal.includes(word)) }
    }),
  )
  if (!words.every((word) => paragraphs.some(({ found }) => found.includes(word)))) return null
  const most = Math.max(...paragraphs.map(({ found }) => found.length))
  const best = paragraphs.find(({ found }) => found.length === most)
  if (!best) return null
  const { heading, place, text, normal, found } = best
  return {
    year,
    report: report.id,
    name: report.name,
    heading,
    place,
    snippet: snippetOf(text, normal, found),
  }
}

/**
 * Looks through the years one after the other. Between the hits it gives the year it has got to whenever something was
 * loaded, so that who asked may stop there and go on later.
 */
export async function* findInText(
  { words, terms }: Question,
  years: readonly string[],
  simplified: Simplified,
  load: LoadFile,
): AsyncGenerator<Hit | string> {
  for (const year of years) {
    const numbers = await candidates(year, terms, load)
    yield year
    for (let i = 0; i < numbers.length; i += together) {
      const some = numbers.slice(i, i + together)
      const blocks = await Promise.all(
        some.map((number) => load<TextOfReport[]>(`${year}/b${Math.floor(number / reportsPerBlock)}.json`)),
      )
      for (const [j, number] of some.entries()) {
        const report = blocks[j]?.[number % reportsPerBlock]
        const hit = report && hitIn(report, year, words, simplified)
        if (hit) yield hit
      }
      yield year
    }
  }
}
