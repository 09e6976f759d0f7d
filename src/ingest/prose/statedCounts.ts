import type { Document, Paragraph } from '../../model/document.ts'
import type { StatedCount } from '../../model/stated.ts'
import { passagesOf } from './passage.ts'
import { ProseReader } from './proseReader.ts'
import type { StatutorySection } from './sectionKinds.ts'
import { reportText } from './sections.ts'
import { isOther, requestWords, type Topic } from './topic.ts'

/** What any count is stated with; passages without are not looked into. */
const worthLooking = /申请|复议|诉讼|结转|转结|处理费|收费|费用|公开\D{0,20}\d|要求.{0,4}公开/
/** A heading inside a section: （二）依申请公开情况. */
const partHeading = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．])[^。；]{2,30}$/

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
  for (const passage of passagesOf(paragraphs)) {
    const { plain } = passage
    if (partHeading.test(plain) && !/[件宗]/.test(plain)) part = topicOfHeading(plain) ?? whole
    else if (worthLooking.test(plain)) reader.read(passage, section, part)
  }
}

const topicOfSection = (section: StatutorySection | null): Topic =>
  section === 'requests' ? 'requests' : section === 'disclosure' ? 'other' : null

const topicOfHeading = (text: string): Topic =>
  isOther(text) ? 'other' : requestWords.test(text) ? 'requests' : null
