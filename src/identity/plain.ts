import { type Document, isParagraph } from '../model/document.ts'

/** Digits and brackets as plain characters, without white space, so that patterns see one form of each. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The paragraphs of a document as plain text. What a report says of itself is looked for in these. */
export const plainLines = (document: Document): string[] =>
  document.blocks.flatMap((block) => (isParagraph(block) ? [plainText(block.text)] : []))
