import { finding } from '../model/issue.ts'
import { type Checked, Checking } from './checking.ts'
import { type Sketch, similarity, sketchSize } from './sketch.ts'
import type { YearRow } from './years.ts'

/** From this similarity on, texts are called the same. */
const alike = 0.8
const percent = (share: number): string => String(Math.round(share * 100))

/** The text of a report against that of the year before. */
export function checkRepeatedText(before: YearRow, row: YearRow, into: Checking): void {
  if (!before.sketch || !row.sketch) return
  const share = similarity(before.sketch, row.sketch)
  const params = { before: String(before.year) }
  const found = share < alike ? null : finding('text_repeated', { found: percent(share), params })
  into.test('text_repeated', found)
}

/** A report as its text is compared with those of other agencies. */
export interface TextRow {
  readonly report_id: string
  readonly agency_id: string
  readonly year: number
  readonly sketch: Sketch
}

/** The most similar text of another agency. */
export interface Likeness {
  readonly to: TextRow
  readonly similarity: number
}

/** A sketch is cut into bands; texts that share a whole band are compared. At 80 % alike, 95 % of pairs do. */
const bands = 16
const rowsOfBand = sketchSize / bands
/** In a band that very many share, as a template does, a text is compared with so many of them. */
const mostCompared = 8

function bandHash(sketch: Sketch, band: number): number {
  let hash = band
  for (let i = band * rowsOfBand; i < (band + 1) * rowsOfBand; i += 1)
    hash = (Math.imul(hash, 0x01000193) ^ (sketch[i] as number)) >>> 0
  return hash
}

/**
 * Finds texts that are alike among any number of reports, each added once, by locality-sensitive hashing: the time
 * of each is bounded, however many there are.
 */
export class LikeTexts {
  /** By band and hash; nearly all hold one. */
  private readonly buckets = Array.from({ length: bands }, () => new Map<number, TextRow | TextRow[]>())
  private readonly best = new Map<string, Likeness>()

  /** Adds a report. Of two alike, each is told of the other. */
  add(row: TextRow): void {
    const compared = new Set<TextRow>()
    for (const [band, buckets] of this.buckets.entries()) {
      const hash = bandHash(row.sketch, band)
      const bucket = buckets.get(hash)
      if (bucket === undefined) {
        buckets.set(hash, row)
        continue
      }
      const others = Array.isArray(bucket) ? bucket : [bucket]
      for (const other of others) {
        if (other.agency_id === row.agency_id || compared.has(other)) continue
        compared.add(other)
        this.note(row, other)
      }
      // The years of one agency repeat themselves; they must not fill what others are compared with.
      const known = others.some((other) => other.agency_id === row.agency_id)
      if (others.length < mostCompared && !known) buckets.set(hash, [...others, row])
    }
  }

  /** The text of another agency that is most like a report’s; undefined where none is. */
  likest(reportId: string): Likeness | undefined {
    return this.best.get(reportId)
  }

  private note(row: TextRow, other: TextRow): void {
    const share = similarity(row.sketch, other.sketch)
    if (share < alike) return
    for (const [of, to] of [
      [row, other],
      [other, row],
    ] as const) {
      const known = this.best.get(of.report_id)
      if (
        !known ||
        share > known.similarity ||
        (share === known.similarity && to.report_id < known.to.report_id)
      )
        this.best.set(of.report_id, { to, similarity: share })
    }
  }
}

/** The texts of all agencies against each other; returns what is to be added to each report, by its id. */
export function checkSharedTexts(
  rows: Iterable<TextRow>,
  nameOf: (agencyId: string) => string,
): Map<string, Checked> {
  const texts = new LikeTexts()
  const ids: string[] = []
  for (const row of rows) {
    texts.add(row)
    ids.push(row.report_id)
  }
  return new Map(
    ids.map((id) => {
      const into = new Checking()
      const like = texts.likest(id)
      const params = like && { other: nameOf(like.to.agency_id), year: String(like.to.year) }
      const found =
        like && params ? finding('text_shared', { found: percent(like.similarity), params }) : null
      into.test('text_shared', found)
      return [id, into]
    }),
  )
}
