import { finding } from '../model/issue.ts'
import { type Checked, Checking } from './checking.ts'
import { empty, type Sketch, sketchSize } from './sketch.ts'
import type { YearRow } from './years.ts'

/** From this similarity on, texts are called the same. */
const alike = 0.8
const percent = (share: number): string => String(Math.round(share * 100))

/** Values compared before it is asked whether the rest can still make two sketches alike; sketches have a multiple. */
const comparedAtOnce = 16

/** 1 for 0, else 0, without a branch, which a processor would guess wrong half of the time. */
const isZero = (value: number): number => (value - 1) >>> 31

/**
 * How similar two texts are, 0 to 1, as estimated from their sketches.
 *
 * @param least a similarity below this may be returned as 0: most pairs are given up early then
 */
export function similarity(a: Sketch, b: Sketch, least = 0): number {
  let [same, either] = [0, 0]
  for (let from = 0; from < sketchSize; from += comparedAtOnce) {
    for (let i = from; i < from + comparedAtOnce; i += 1) {
      const value = a[i] as number
      const equal = isZero(value ^ (b[i] as number))
      const neither = equal & isZero(value ^ empty)
      same += equal - neither
      either += 1 - neither
    }
    const left = sketchSize - comparedAtOnce - from
    if ((same + left) / (either + left) < least) return 0
  }
  return either === 0 ? 0 : same / either
}

/** The text of a report against that of the year before. */
export function checkRepeatedText(before: YearRow, row: YearRow, into: Checking): void {
  if (!before.sketch || !row.sketch) return
  const share = similarity(before.sketch, row.sketch, alike)
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

/** A whole number of 32 bits with a sign, which a map finds in half the time of one without. */
function bandHash(sketch: Sketch, band: number): number {
  let hash = band
  for (let i = band * rowsOfBand; i < (band + 1) * rowsOfBand; i += 1)
    hash = Math.imul(hash, 0x01000193) ^ (sketch[i] as number)
  return hash
}

/** All bands of a text. */
const allBands = 2 ** bands - 1

/**
 * A bit for each band of each text that another has too, and for a few more. Nearly all bands are those of one text:
 * to count them in tables that the processor has at hand takes a fraction of the time to look for all of them.
 */
function bandsShared(texts: readonly TextRow[]): Uint16Array {
  const shared = new Uint16Array(texts.length)
  // Of texts without anything in common, one in sixteen falls to the place of another.
  const places = 2 ** Math.ceil(Math.log2(texts.length + 1) + 4)
  const placeOf = new Int32Array(texts.length)
  for (let band = 0; band < bands; band += 1) {
    const taken = new Uint8Array(places)
    for (let i = 0; i < texts.length; i += 1) {
      const place = bandHash((texts[i] as TextRow).sketch, band) & (places - 1)
      placeOf[i] = place
      taken[place] = taken[place] === 0 ? 1 : 2
    }
    for (let i = 0; i < texts.length; i += 1)
      if (taken[placeOf[i] as number] === 2) shared[i] = (shared[i] as number) | (1 << band)
  }
  return shared
}

/** A text among those that are compared, with what is known of it so far. */
export class ComparedText {
  readonly row: TextRow
  /** The text of another agency that is most like it; undefined where none is. */
  likest: Likeness | undefined
  /** The text that it was compared with last. */
  comparedWith: ComparedText | undefined

  constructor(row: TextRow) {
    this.row = row
  }

  /** Of two that are alike in the same measure, the one of the lesser id is told. */
  isLike(to: TextRow, share: number): void {
    const known = this.likest
    if (known && known.similarity >= share) {
      if (known.similarity > share || known.to.report_id <= to.report_id) return
    }
    this.likest = { to, similarity: share }
  }
}

/**
 * Finds texts that are alike among any number of reports, each added once, by locality-sensitive hashing: the time
 * of each is bounded, however many there are.
 */
export class LikeTexts {
  /** By band and hash; nearly all hold one. */
  private readonly buckets = Array.from(
    { length: bands },
    () => new Map<number, ComparedText | ComparedText[]>(),
  )

  /**
   * Adds a report. Of two alike, each is told of the other, now or when the other is added.
   *
   * @param shared a bit for each band that another report may have too
   */
  add(row: TextRow, shared = allBands): ComparedText {
    const text = new ComparedText(row)
    for (let band = 0; band < bands; band += 1) {
      if (((shared >> band) & 1) === 0) continue
      const buckets = this.buckets[band] as Map<number, ComparedText | ComparedText[]>
      const hash = bandHash(row.sketch, band)
      const bucket = buckets.get(hash)
      if (bucket === undefined) buckets.set(hash, text)
      else {
        const others = Array.isArray(bucket) ? bucket : [bucket]
        // The years of one agency repeat themselves; they must not fill what others are compared with.
        const isNew = compareAll(text, others) && others.length < mostCompared
        if (isNew) buckets.set(hash, [...others, text])
      }
    }
    return text
  }
}

/** Compares a text with others, once with each; tells whether they are all of other agencies. */
function compareAll(text: ComparedText, others: readonly ComparedText[]): boolean {
  let areOthers = true
  for (const other of others) {
    if (other.row.agency_id === text.row.agency_id) areOthers = false
    else if (other.comparedWith !== text) {
      other.comparedWith = text
      const share = similarity(text.row.sketch, other.row.sketch, alike)
      if (share < alike) continue
      text.isLike(other.row, share)
      other.isLike(text.row, share)
    }
  }
  return areOthers
}

/** The texts of all agencies against each other; returns what is to be added to each report, by its id. */
export function checkSharedTexts(
  rows: readonly TextRow[],
  nameOf: (agencyId: string) => string,
): Map<string, Checked> {
  const texts = new LikeTexts()
  const shared = bandsShared(rows)
  const compared = rows.map((row, i) => texts.add(row, shared[i]))
  return new Map(
    compared.map(({ row, likest }) => {
      const into = new Checking()
      const params = likest && { other: nameOf(likest.to.agency_id), year: String(likest.to.year) }
      const found =
        likest && params ? finding('text_shared', { found: percent(likest.similarity), params }) : null
      into.test('text_shared', found)
      return [row.report_id, into]
    }),
  )
}
