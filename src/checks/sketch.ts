import { statutoryWords } from './statutoryWords.ts'

/**
 * A sketch of a text: of its runs of characters, the least hash in each of so many classes (one-permutation
 * MinHash). The share of classes in which two sketches agree estimates the Jaccard similarity of the texts, with a
 * standard error of at most 1 / (2 √128), 4 points.
 */
export type Sketch = Uint16Array

/** Classes of a sketch. */
export const sketchSize = 128
/** Characters in a run. */
const runLength = 6
/** A text with fewer runs is too short to compare. */
const fewestRuns = 200
/** No run fell into the class; as rare as a text is long. */
export const empty = 0xffff
/** The same before it is cut to 16 bits. */
const none = 0x1ffffff

const base = 0x9e3779b1
const lead = Array.from({ length: runLength }).reduce<number>((power) => Math.imul(power, base), 1)

/** Scatters a rolling hash, so that its leading bits are as good as its last. */
function scatter(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Runs of the words that every report has, by some bits of their hash: one in a hundred others goes with them. */
const bits = 18
const mask = (1 << bits) - 1
/** A bit for each, in bytes: few enough to stay at hand for the processor. */
type Marks = Uint8Array
const noMarks = (): Marks => new Uint8Array(1 << (bits - 3))

/** Goes over the runs of Chinese characters of a text. One loop, without calls: it sees every character there is. */
class RunReader {
  readonly least = new Int32Array(sketchSize).fill(none)
  runs = 0
  private readonly last = new Uint16Array(runLength)
  private hash = 0
  private place = 0
  private seen = 0

  /** Forgets what it has read. */
  begin(): void {
    this.least.fill(none)
    this.last.fill(0)
    this.runs = 0
    this.hash = 0
    this.place = 0
    this.seen = 0
  }

  /**
   * Takes a part of a text. All but Chinese characters are left out: figures and years, punctuation, white space,
   * the letters of addresses. `skip` marks the runs that do not count.
   */
  read(text: string, skip: Marks): void {
    const { least, last } = this
    let { hash, place, seen, runs } = this
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (code < 0x4e00 || code > 0x9fff) continue
      hash = (Math.imul(hash, base) + code - Math.imul(last[place] as number, lead)) | 0
      last[place] = code
      place = place === runLength - 1 ? 0 : place + 1
      seen += 1
      if (seen < runLength) continue
      const scattered = scatter(hash)
      const run = scattered & mask
      if (((skip[run >>> 3] as number) >>> (run & 7)) & 1) continue
      runs += 1
      const of = scattered >>> 25
      const rest = scattered & none
      if (rest < (least[of] as number)) least[of] = rest
    }
    this.hash = hash
    this.place = place
    this.seen = seen
    this.runs = runs
  }
}

const nothing = noMarks()
/** Marks the runs of a text among all. */
function mark(words: string, marked: Marks): void {
  for (let end = runLength; end <= words.length; end += 1) {
    const reader = new RunReader()
    reader.read(words.slice(end - runLength, end), nothing)
    for (const [of, rest] of reader.least.entries()) {
      const run = ((of << 25) | rest) & mask
      if (rest !== none) marked[run >>> 3] = (marked[run >>> 3] as number) | (1 << (run & 7))
    }
  }
}

const statutory = noMarks()
for (const words of statutoryWords) mark(words.replace(/[^\u4e00-\u9fff]/g, ''), statutory)

/** One for all texts: its arrays are larger than what is cheaply made for each. */
const reader = new RunReader()

/** The sketch of a text in parts; null where it is too short. Takes time in proportion to its length. */
export function sketchOf(texts: readonly string[]): Sketch | null {
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (characters < fewestRuns + runLength - 1) return null
  reader.begin()
  for (const text of texts) reader.read(text, statutory)
  if (reader.runs < fewestRuns) return null
  const sketch = new Uint16Array(sketchSize)
  for (let of = 0; of < sketchSize; of += 1) {
    const value = reader.least[of] as number
    sketch[of] = value === none ? empty : value % empty
  }
  return sketch
}

/** A sketch as text, to be kept with its report; empty for none. */
export const writeSketch = (sketch: Sketch | null): string =>
  sketch ? Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64') : ''

/** A sketch from its text. */
export function readSketch(text: string): Sketch | null {
  if (text === '') return null
  const sketch = new Uint16Array(sketchSize)
  Buffer.from(sketch.buffer).write(text, 'base64')
  return sketch
}
