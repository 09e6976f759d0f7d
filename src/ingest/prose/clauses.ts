import { mapped } from '../../model/list.ts'
import { type Amount, amountsIn } from './numbers.ts'
import { Stretches } from './stretches.ts'

/** A part of a sentence between commas, or what stands in brackets. */
export interface Clause {
  /** Its words without quotation marks, without what stands in brackets or book title marks. */
  readonly text: string
  /** For the characters of `text`, their places in the passage. */
  readonly places: Stretches
  readonly amounts: readonly Amount[]
  /** The clause that these brackets stand in. */
  readonly around: Clause | null
}

/** A clause longer than this is no prose, and is not looked into. */
export const clauseLimit = 300
/** A book title is no longer. */
const titleLimit = 80

/** What a character does to a text; any other, as most of a report, belongs to its clause. */
const marks = { openTitle: 1, closeTitle: 2, quote: 3, end: 4, open: 5, close: 6, comma: 7 } as const
const markOf = new Uint8Array(0x10000)
const mark = (characters: string, as: number): void => {
  for (const char of characters) markOf[char.charCodeAt(0)] = as
}
mark('《', marks.openTitle)
mark('》', marks.closeTitle)
mark(`"'“”‘’「」『』*`, marks.quote)
mark('。！？!?', marks.end)
mark('(〔[【', marks.open)
mark(')〕]】', marks.close)
mark('，;；,:：、', marks.comma)

/** A clause while it is gathered. */
interface Draft {
  text: string
  readonly places: Stretches
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
    let begin = 0
    for (let i = 0; i < plain.length; i += 1) {
      const mark = markOf[plain.charCodeAt(i)]
      if (mark === 0 && title === 0) continue
      this.put(begin, i)
      begin = i + 1
      if (mark === marks.openTitle) title = i + 1
      // A book title that is not closed soon was not one.
      else if (mark === marks.closeTitle || (title > 0 && i - title > titleLimit)) title = 0
      else if (title > 0 || mark === marks.quote) continue
      else if (mark === marks.end) this.endSentence()
      else if (mark === marks.open) this.open = this.begin(this.open)
      else if (mark === marks.close) this.open = this.open.around ?? this.open
      else if (this.divides(plain[i] as string, i)) this.open = this.begin(this.open.around)
      else begin = i
    }
    this.put(begin, plain.length)
    this.endSentence()
    return this.sentences
  }

  private put(begin: number, end: number): void {
    if (begin >= end) return
    const { open } = this
    open.places.add(open.text.length, begin)
    open.text += this.plain.slice(begin, end)
  }

  /** Commas divide, and so does 、 beside a number: N件、M件. */
  private divides(char: string, i: number): boolean {
    const { plain } = this
    if (char === ',') return !/^\d,\d{3}(?!\d)/.test(plain.slice(i - 1, i + 5))
    if (char !== '、') return true
    return /\d/.test(plain.charAt(i + 1)) || /\d[件条份起宗项封元]$/.test(plain.slice(Math.max(0, i - 2), i))
  }

  private begin(around: Draft | null): Draft {
    const draft: Draft = { text: '', places: new Stretches(), around, clause: null }
    this.drafts.push(draft)
    return draft
  }

  private endSentence(): void {
    const clauses = mapped(this.drafts, finish).filter((clause) => clause.text !== '')
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
