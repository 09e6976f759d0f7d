/**
 * The files of the search in the text, all JSON: for each year `<year>/about.json`, which terms are in which reports
 * (`<year>/t<n>.json`), and the text of the reports (`<year>/b<n>.json`, each report a line); `simplified.json` for all.
 */
export const textFolder = 'search/text/'

/** The year of reports for which none is known. */
export const undated = 'undated'
export const yearName = (year: number | null): string => (year === null ? undated : String(year))

/** What is known of a year: how many reports, numbered from 0, and over how many files its terms are spread. */
export interface YearAbout {
  readonly reports: number
  readonly buckets: number
}

/** The postings of terms; see `Postings.toText`. */
export type Bucket = Readonly<Record<string, string>>

/** A report as it is shown: its sections by heading, and each paragraph behind its place in the source. */
export interface TextOfReport {
  readonly id: string
  readonly name: string
  readonly sections: readonly (readonly [
    heading: string,
    paragraphs: readonly (readonly [place: string, text: string])[],
  ])[]
}

/** How many reports a file of texts holds: the ten that a reader sees first may be in ten files. */
export const reportsPerBlock = 8

/** The number of the file in which a term is: FNV-1a over its UTF-16 units. */
export function bucketOf(term: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i += 1) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193) >>> 0
  return hash % buckets
}
