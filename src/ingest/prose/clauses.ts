import { type Amount, amountsIn } from './numbers.ts'

/** A part of a sentence between commas, or what stands in brackets. */
export interface Clause {
  /** Its words without quotation marks, without what stands in brackets or book title marks. */
  readonly text: string
  /** For each character of `text`, its place in the passage. */
  readonly places: readonly number[]
  readonly amounts: readonly Amount[]
  /** The clause that these brackets stand in. */
  readonly around: Clause | null
}

/** A clause longer than this is no prose, and is not looked into. */
export const clauseLimit = 300

const ends = '。！？!?'
const commas = '，;；,:：'
const opening = '(〔[【'
const closing = ')〕]】'
const quotes = `"'“”‘’「」『』*`
/** Most characters of a report: none of them divides anything. Not behind the end, where the code is no number. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A clause while it is gathered. */
interface Draft {
  text: string
  places: number[]
  around: Draft | null
  clause: Clause | null
}

/** Splits a plain text into sentences, and those into clauses in reading order. Linear in the length of the text. */
export function sentencesOf(plain: string): Clause[][] {
  const splitter = new Splitter(plain)
  return splitter.split()
}

class Splitter {
  private readonly plain: string
  private readonly sentences: Clause[][] = []
  private drafts: Draft[] = []
  private open: Draft

  constructor(plain: string) {
    this.plain = plain
    this.open = this.begin(null)
  }

  split(): Clause[][] {
    const { plain } = this
    let title = 0
    for (let i = 0; i < plain.length; i += 1) {
      if (title === 0 && isHan(plain.charCodeAt(i))) {
        const begin = i
        while (isHan(plain.charCodeAt(i + 1))) i += 1
        this.put(begin, i + 1)
        continue
      }
      const char = plain[i] as string
      if (char === '《') title = i + 1
      // A book title that is not closed soon was not one.
      else if (char === '》' || (title > 0 && i - title > 80)) title = 0
      else if (title > 0 || quotes.includes(char)) continue
      else if (ends.includes(char)) this.endSentence()
      else if (opening.includes(char)) this.open = this.begin(this.open)
      else if (closing.includes(char)) this.open = this.open.around ?? this.open
      else if (this.divides(char, i)) this.open = this.begin(this.open.around)
      else this.put(i, i + 1)
    }
    this.endSentence()
    return this.sentences
  }

  private put(begin: number, end: number): void {
    const { open } = this
    open.text += this.plain.slice(begin, end)
    for (let i = begin; i < end; i += 1) open.places.push(i)
  }

  /** Commas divide, and so does 、 beside a number: N件、M件. */
  private divides(char: string, i: number): boolean {
    const [before, after] = [this.plain[i - 1] ?? '', this.plain[i + 1] ?? '']
    if (char === ',') return !(/\d/.test(before) && /^\d{3}(?!\d)/.test(this.plain.slice(i + 1, i + 5)))
    if (char === '、')
      return /\d/.test(after) || /\d[件条份起宗项封元]$/.test(this.plain.slice(Math.max(0, i - 2), i))
    return commas.includes(char)
  }

  private begin(around: Draft | null): Draft {
    const draft: Draft = { text: '', places: [], around, clause: null }
    this.drafts.push(draft)
    return draft
  }

  private endSentence(): void {
    const clauses = this.drafts.map(finish).filter((clause) => clause.text !== '')
    if (clauses.length) this.sentences.push(clauses)
    this.drafts = []
    this.open = this.begin(null)
  }
}

/** Brackets are begun after what they stand in, so that what is around them is finished before. */
function finish(draft: Draft): Clause {
  const { text } = draft
  const amounts = text.length <= clauseLimit ? amountsIn(text) : []
  draft.clause = { text, places: draft.places, amounts, around: draft.around?.clause ?? null }
  return draft.clause
}
