import type { Document, Paragraph } from '../../model/document.ts'
import type { StatedCount } from '../../model/stated.ts'
import { passageOf, runsOf } from './passage.ts'
import { ProseReader } from './proseReader.ts'
import type { StatutorySection } from './sectionKinds.ts'
import { reportText } from './sections.ts'
import { simplified } from './simplified.ts'
import { isOther, requestWords, type Topic } from './topic.ts'

/** What is in every statement of a count: a number, or a character of 申请, 诉讼, 复议, 结转, 费 or 要求. */
const worthLooking = /[\d０-９申诉訴复復複结結费費求零一二三四五六七八九十两百]/
/** A heading inside a section, alone or before its text: （二）依申请公开情况. */
const partHeading =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d))\s*([^。；，,;:：\d]{2,30})/

/**
 * The counts that the running text of a report states, in reading order.
 *
 * @param year the year of the report, where known: a count of another year says so
 */
export function statedCounts(document: Document, year: number | null = null): StatedCount[] {
  const reader = new ProseReader(year)
  const { opening, sections } = reportText(document)
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
    if (heading) part = topicOfHeading(Array.from(heading[1] as string, simplified).join('')) ?? whole
    if (run.some(({ text }) => worthLooking.test(text))) reader.read(passageOf(run), section, part)
  }
}

const topicOfSection = (section: StatutorySection | null): Topic =>
  section === 'requests' ? 'requests' : section === 'disclosure' ? 'other' : null

const topicOfHeading = (text: string): Topic =>
  isOther(text) ? 'other' : requestWords.test(text) ? 'requests' : null
