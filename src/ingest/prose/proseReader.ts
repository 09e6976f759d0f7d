import { formatLocator } from '../../model/locator.ts'
import type { StatedCount } from '../../model/stated.ts'
import { breakdown } from './breakdown.ts'
import { carried, includesCarriedIn } from './carried.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import { type Counted, type Family, reach, type Setting } from './context.ts'
import { disputes, lastDispute } from './disputes.ts'
import { fees } from './fees.ts'
import { matchesOf } from './matches.ts'
import { mayDeny, nothings } from './none.ts'
import { labelsIn, outcomes } from './outcomes.ts'
import { type Passage, placeOf, printed } from './passage.ts'
import { received } from './received.ts'
import { refused } from './refused.ts'
import { scopeWords } from './scopeWords.ts'
import type { StatutorySection } from './sectionKinds.ts'
import { isOther, type Topic, topicAfter, topicOfRequests } from './topic.ts'

/** The pattern families in the order in which they are asked; the first that knows the number has it. */
const families: readonly Family[] = [refused, fees, disputes, carried, outcomes, breakdown, received]

/** Counts that what was carried in may be among. */
const mayIncludeCarriedIn = ['received', 'handled', 'concluded', 'unspecified']
/** A share of what was counted before: 占总数的12.5%, 占比12.5%. */
const shareOfCount = /^(?:约|大约)?占[^\d%]{0,16}?(\d{1,3}(?:\.\d{1,4})?)%/
/** A year, unless as the one that requests were carried over from. */
const yearNamed = /(?<!\d)(20\d\d)年(?!度?(?:的)?(?:结转|转结))/g
/** A sentence of which more came before is looked back on no further. */
const lookBack = 240

/** A count while its sentence is read: later words may still say that it includes what was carried in. */
type Draft = { -readonly [K in keyof StatedCount]: StatedCount[K] }

/** Reads passages one by one and gathers the counts that they state. */
export class ProseReader {
  readonly found: StatedCount[] = []
  private readonly year: number | null

  constructor(year: number | null) {
    this.year = year
  }

  /** Reads one passage; `topic` is what its heading says it is about. */
  read(passage: Passage, section: StatutorySection | null, topic: Topic): void {
    let current = topic
    const sentences = sentencesOf(passage.plain)
    const last = sentences.findLastIndex(mayCount)
    for (const clauses of sentences.slice(0, last + 1)) {
      if (!mayCount(clauses)) {
        current = topicBehind(clauses, current)
        continue
      }
      const sentence = new Sentence(passage, section, current, this.year)
      for (const clause of clauses) sentence.read(clause)
      this.found.push(...sentence.found)
      current = sentence.topic
    }
  }
}

/** Whether a sentence holds a number or says that there was none: of all others only the topic is of use. */
const mayCount = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ text, amounts }) => amounts.length > 0 || mayDeny(text))

/** The topic behind a sentence that begins with another. */
const topicBehind = (clauses: readonly Clause[], before: Topic): Topic =>
  clauses.reduce((topic, { text }, i) => topicOfClause(text, topic, i === 0), before)

/** Some labels of results name other business: 信访举报投诉类申请. */
const topicOfClause = (text: string, before: Topic, startsSentence: boolean): Topic =>
  isOther(text)
    ? topicAfter(labelsIn(text).rest, before, startsSentence)
    : topicOfRequests(text, before, startsSentence)

/** One sentence: what is known so far, and what was found in it. */
class Sentence {
  readonly found: Draft[] = []
  topic: Topic
  private readonly passage: Passage
  private readonly section: StatutorySection | null
  private readonly reportYear: number | null
  private before = ''
  private receivedStated = false
  private first = true
  /** The clause read before, and the one that the last count stands in. */
  private previous: Clause | null = null
  private counted: Clause | null = null
  /** Words said that what was carried in is counted, before the number it is counted in. */
  private includes = false
  /** The last count that what was carried in may be among. */
  private mayInclude: Draft | null = null

  constructor(passage: Passage, section: StatutorySection | null, topic: Topic, year: number | null) {
    this.passage = passage
    this.section = section
    this.topic = topic
    this.reportYear = year
  }

  read(clause: Clause): void {
    const { text } = clause
    this.topic = topicOfClause(text, this.topic, this.first)
    this.first = false
    if (mayDeny(text))
      for (const nothing of nothings(clause, this.setting(''))) this.add(clause, nothing.begin, nothing)
    let from = 0
    for (const [i, amount] of clause.amounts.entries()) {
      const left = this.leftOf(clause, from, amount.begin)
      const right = clause.text.slice(amount.end, clause.amounts[i + 1]?.begin).slice(0, reach)
      this.count({ amount, left, right, clause, setting: this.setting(clause.text.slice(0, from)) })
      from = amount.end
    }
    if (text.includes('%')) this.share(clause)
    // 含上年结转 without a number: of the count before, in brackets or with 均, or of the one to come.
    if (clause.amounts.length === 0 && includesCarriedIn(text) && !/未|没有|无/.test(text)) {
      if (clause.around?.amounts.length || clause.text.startsWith('均')) this.markIncludes()
      else this.includes = true
    }
    this.before = `${this.before}，${clause.text}`.slice(-lookBack)
    this.previous = clause
  }

  /** The words before a number; where they are none, those of the clause before: 收到申请，共N件. */
  private leftOf(clause: Clause, from: number, begin: number): string {
    const left = clause.text.slice(from, begin)
    const bare = /^(?:共|总|合|累|计|为|有|是|数|量|分别|、)*$/.test(left)
    if (!bare || from > 0 || clause.around) return left.slice(-reach)
    const last = this.before.slice(this.before.lastIndexOf('，') + 1)
    return (/\d/.test(last.replace(/\d{4}年度?/g, '')) ? left : last + left).slice(-reach)
  }

  private setting(start: string): Setting {
    const { topic, section } = this
    const before = `${this.before}，${start}`
    const { receivedStated } = this
    return { topic, section, before, dispute: lastDispute(before), receivedStated }
  }

  private count(counted: Counted): void {
    const { amount, clause } = counted
    for (const family of families) {
      const known = family(counted)
      if (known === 'refuse') return
      if (!known) continue
      const { value } = amount
      for (const counts of known.and ? [known.counts, known.and] : [known.counts])
        this.add(clause, amount.begin, { counts, statement: 'number' }, known.value ?? value, amount.measure)
      if (known.counts === 'carried_in' && includesCarriedIn(counted.left)) this.markIncludes()
      return
    }
  }

  private add(
    clause: Clause,
    begin: number,
    { counts, statement }: Pick<StatedCount, 'counts' | 'statement'>,
    value = 0,
    measure = '',
  ): void {
    const { places, text } = clause
    const first = places.originOf(0)
    const last = places.originOf(text.length - 1)
    const includes = this.includes && mayIncludeCarriedIn.includes(counts)
    if (includes) this.includes = false
    if (counts === 'received') this.receivedStated = true
    const draft: Draft = {
      counts,
      value,
      statement,
      measure,
      words: printed(this.passage, first, last + 1),
      locator: formatLocator(placeOf(this.passage, places.originOf(begin))),
      scope_words: scopeWords(`${this.before}，${text.slice(0, begin)}`),
      includes_carried_in: includes,
      year: counts.startsWith('carried_') ? null : this.yearOf(text.slice(0, begin)),
    }
    this.found.push(draft)
    this.counted = clause
    if (mayIncludeCarriedIn.includes(counts)) this.mayInclude = draft
  }

  /** 占N% behind a count, in the next clause or in brackets: the share of what was just counted. */
  private share(clause: Clause): void {
    const match = shareOfCount.exec(clause.text)
    const last = this.found.at(-1)
    const from = clause.around ?? this.previous
    if (!match || !last || last.measure === '%' || from?.amounts.length !== 1 || this.counted !== from) return
    const begin = clause.text.indexOf(match[1] as string)
    this.add(clause, begin, { counts: last.counts, statement: 'number' }, Number(match[1]), '%')
  }

  /** Marks the count before as one that includes what was carried in; with nothing before, the one to come. */
  private markIncludes(): void {
    const of = this.mayInclude
    if (of) of.includes_carried_in = true
    else this.includes = true
  }

  /** The year that the sentence named last, where it is another than the report's. */
  private yearOf(start: string): number | null {
    const text = `${this.before}，${start}`
    const named = matchesOf(text, yearNamed).at(-1)
    const year = named ? Number(named[1]) : null
    return year === this.reportYear ? null : year
  }
}
