import { statedCounts } from '../src/ingest/prose/statedCounts.ts'
import type { Document, Paragraph } from '../src/model/document.ts'
import type { StatedCount } from '../src/model/stated.ts'

/** Lines of running text as a document. */
const documentOf = (texts: readonly string[]): Document => ({
  title: '',
  blocks: texts.map(
    (text, i): Paragraph => ({ kind: 'paragraph', text, heading: false, at: { line: i + 1 } }),
  ),
})

/** What lines of a report for 2022 state. */
export const readProse = (...texts: readonly string[]): StatedCount[] => statedCounts(documentOf(texts), 2022)

/** What is counted with its value: `received 3`; a weak zero is `received 0?`. */
export const briefProse = (...texts: readonly string[]): string[] =>
  readProse(...texts).map(
    ({ counts, value, statement }) => `${counts} ${value}${statement === 'weak_none' ? '?' : ''}`,
  )
