import type { Document, Paragraph } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import { formatLocator } from '../../model/locator.ts'
import { piecesOf } from './pieces.ts'
import { type StatutorySection, statutorySection } from './sectionKinds.ts'

/** A section of a report: its running text. Its tables stay with the document. */
export interface ReportSection {
  /** As printed, without its mark: 三, 3; empty when the heading has none. */
  readonly number: string
  readonly heading: string
  readonly statutory: StatutorySection | null
  readonly locator: string
  readonly paragraphs: readonly { readonly text: string; readonly locator: string }[]
}

const numbered = /^\s*第?\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分)?\s*(?:[、.．:：]\s*|(?=\s))/
const numberAlone = /^\s*第?\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分)?\s*[、.．]?\s*$/
/** What begins with none of these has no number, as most paragraphs. */
const beginsAsNumber = /^[\s第一二三四五六七八九十\d]/
/** What stands behind a report on a page: links to its neighbours, the addresses of the site. */
const footer =
  /^(?:上一[篇条]|下一[篇条]|主办|承办|主管|技术支持|版权|网站标识码|网站地图|联系我们|关于我们|备案号|您是第|扫一扫|分享到|相关(?:链接|附件|文章|信息)|【?打印|【?关闭|返回顶部|附件\s*\d{0,2}\s*[:：]?|[^。]{0,20}ICP备)/

/** A heading of its document, before it is known whether it opens a section. */
interface Heading {
  readonly number: string
  readonly text: string
  /** How many blocks it takes: two when its number stands on a line of its own. */
  readonly blocks: 1 | 2
  /** What follows it on its line: the heading ran on into its text. */
  readonly rest: string
}

/** The value of a section number, 0 when there is none. */
function numberValue(number: string): number {
  if (/^\d+$/.test(number)) return Number(number)
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number]
  const digit = (char: string | undefined) => '零一二三四五六七八九'.indexOf(char || '零')
  return (number.includes('十') ? digit(tens || '一') * 10 : 0) + digit(ones)
}

/** A section with its paragraphs as the document has them. */
interface SectionText extends Omit<ReportSection, 'paragraphs'> {
  readonly paragraphs: readonly Paragraph[]
}

/** The running text of a report: what stands before its first section, and its sections. */
export interface ReportText {
  readonly opening: readonly Paragraph[]
  readonly sections: readonly SectionText[]
}

/**
 * The running text of a report, divided into sections in reading order. The links and addresses of the site
 * behind the last section are left out; a second report, as in an annex, ends the first.
 *
 * A numbered heading of none of the six opens a section only where its number goes on from the section before;
 * numbers that begin again inside a section number its parts.
 */
export function reportText(document: Document): ReportText {
  const gatherer = new SectionGatherer()
  const paragraphs = piecesOf(document)
  for (let i = 0; i < paragraphs.length && !gatherer.ended; ) {
    i += gatherer.take(paragraphs[i] as Paragraph, headingAt(paragraphs, i))
  }
  return {
    opening: gatherer.opening,
    sections: mapped(gatherer.sections, (section, i) => withoutFooter(section, i, gatherer.sections)),
  }
}

/** The sections of a report with their text and places. Worked out from the document whenever they are needed. */
export function sectionsOf(document: Document): ReportSection[] {
  return reportText(document).sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map(({ text, at }) => ({ text, locator: formatLocator(at) })),
  }))
}

/** The heading that stands at a paragraph, its number split from it; null when the paragraph is text. */
function headingAt(paragraphs: readonly Paragraph[], i: number): Heading | null {
  const { text, heading } = paragraphs[i] as Paragraph
  if (text.length > 2000) return null
  const mayBeNumbered = beginsAsNumber.test(text)
  const alone = mayBeNumbered ? numberAlone.exec(text) : null
  const next = paragraphs[i + 1]
  if (alone && next && next.text.length <= 40 && statutorySection(next.text))
    return { number: alone[1] as string, text: next.text.trim(), blocks: 2, rest: '' }
  const match = mayBeNumbered ? numbered.exec(text) : null
  // A number printed twice, as where a list numbers what is numbered already.
  const words = (match ? text.slice(match[0].length).replace(numbered, '') : text).trim()
  const number = match?.[1] ?? ''
  // 其他 is a row of the forms too; without a number of a section, so short a word may be anything.
  const certain = words.length >= 5 || heading || /[一二三四五六七八九十]/.test(number)
  const known = words.length <= 40 && certain && statutorySection(words)
  if (known || (heading && match && words.length <= 40)) return { number, text: words, blocks: 1, rest: '' }
  if (!match) return null
  const runOn = /^([^。:：\s]{2,30})[。:：\s]\s*(.+)$/s.exec(words)
  if (runOn && statutorySection(runOn[1] as string))
    return { number, text: runOn[1] as string, blocks: 1, rest: runOn[2] as string }
  return null
}

class SectionGatherer {
  readonly opening: Paragraph[] = []
  readonly sections: (SectionText & { paragraphs: Paragraph[] })[] = []
  ended = false
  private readonly seen = new Set<StatutorySection>()
  /** Of the section that is open, and of the parts numbered inside it; 0 for none. */
  private number = 0
  private part = 0

  /** Takes one paragraph; returns how many were used. */
  take(paragraph: Paragraph, heading: Heading | null): number {
    const statutory = heading && statutorySection(heading.text)
    if (statutory === 'general' && this.seen.has('requests')) {
      this.ended = true
      return 1
    }
    if (heading && (statutory || this.goesOn(heading))) {
      const { number, text, rest, blocks } = heading
      const paragraphs = rest ? [{ ...paragraph, text: rest }] : []
      const locator = formatLocator(paragraph.at)
      this.sections.push({ number, heading: text, statutory, locator, paragraphs })
      if (statutory) this.seen.add(statutory)
      this.number = numberValue(number) || this.number + 1
      this.part = 0
      return blocks
    }
    const into = this.sections.at(-1)?.paragraphs ?? this.opening
    into.push(paragraph)
    return 1
  }

  /** Whether a heading of none of the six opens a section; its number is remembered where it numbers a part. */
  private goesOn({ number }: Heading): boolean {
    const value = numberValue(number)
    const last = this.sections.at(-1)
    if (!last || value === 0) return false
    const alike = /\d/.test(last.number) === /\d/.test(number)
    if (alike && value === this.number + 1 && !(this.part > 0 && value === this.part + 1)) return true
    this.part = value
    return false
  }
}

function withoutFooter(section: SectionText, i: number, all: readonly SectionText[]): SectionText {
  if (i < all.length - 1) return section
  const end = section.paragraphs.findIndex(({ text }) => footer.test(text.trim()))
  return end < 0 ? section : { ...section, paragraphs: section.paragraphs.slice(0, end) }
}
