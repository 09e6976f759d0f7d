import type { Document, Paragraph } from '../../model/document.ts'
import type { StatedCount } from '../../model/stated.ts'
import { toSimplified } from '../simplified.ts'
import { passageOf, runsOf } from './passage.ts'
import { ProseReader } from './proseReader.ts'
import type { StatutorySection } from './sectionKinds.ts'
import { type ReportText, reportText } from './sections.ts'
import { isOther, requestWords, type Topic } from './topic.ts'

/** What is in every statement of a count: a number before a measure word, or that there was none. */
const saysHowMany = /[\d０-９零一二两兩三四五六七八九十百]\s*万?萬?[件条條份起宗项項封元]|[未没沒无無]/
/** And one of the things counted: 申请, 复议, 诉讼, 结转, 费, 公开, in either kind of characters. */
const saysWhat =
  /申\s*[请請]|[复復複]\s*[议議]|[诉訴]\s*[讼訟]|[结結]\s*[转轉]|[转轉]\s*[结結]|[顺順]延|[费費]|公\s*[开開]|撤|[办辦答受回]|提供|[处處]理|收到/

/** A heading inside a section, alone or before its text: （二）依申请公开情况. */
const partHeading =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d))\s*([^。；，,;:：\d]{2,30})/

/**
 * The counts that the running text of a report states, in reading order.
 *
 * @param year the year of the report, where known: a count of another year says so
 */
export const statedCounts = (document: Document, year: number | null = null): StatedCount[] =>
  countsStatedIn(reportText(document), year)

/** The same of running text that is divided already. */
export function countsStatedIn({ opening, sections }: ReportText, year: number | null): StatedCount[] {
  const reader = new ProseReader(year)
  readPart(reader, opening, null)
  for (const { paragraphs, statutory } of sections) readPart(reader, paragraphs, statutory)
  return reader.found
}

function readPart(
  reader: ProseReader,
  paragraphs: readonly Paragraph[],
  section: StatutorySection | null,
): void {
  const whole = topicOfSection(section)
  let part = whole
  for (const run of runsOf(paragraphs)) {
    const heading = partHeading.exec((run[0] as Paragraph).text.slice(0, 40))
    if (heading) part = topicOfHeading(toSimplified(heading[1] as string)) ?? whole
    const text = textOf(run)
    if (saysHowMany.test(text) && saysWhat.test(text)) reader.read(passageOf(run), section, part)
  }
}

const textOf = (run: readonly Paragraph[]): string =>
  run.length === 1 ? (run[0] as Paragraph).text : run.map(({ text }) => text).join('')

const topicOfSection = (section: StatutorySection | null): Topic =>
  section === 'requests' ? 'requests' : section === 'disclosure' ? 'other' : null

const topicOfHeading = (text: string): Topic =>
  isOther(text) ? 'other' : requestWords.test(text) ? 'requests' : null
