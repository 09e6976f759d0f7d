import { remembered } from '../ingest/remembered.ts'
import { type Document, isParagraph } from '../model/document.ts'

/** Digits and brackets as plain characters, without white space, so that patterns see one form of each. */
export const plainText = (text: string): string => withoutSpace(text.normalize('NFKC'))

/** To see that a line holds no white space takes less than to replace it, and most lines hold none. */
const withoutSpace = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)

/** Headings and notes of the form are the same in report after report. */
const plainLine = remembered(plainText, { length: 30, size: 4096 })

/** The paragraphs of a document as plain text. What a report says of itself is looked for in these. */
export const plainLines = (document: Document): string[] =>
  document.blocks.flatMap((block) => (isParagraph(block) ? [plainLine(block.text)] : []))

const chineseYear = /二[〇○零Oo0][〇○零一二三四五六七八九Oo0]{2}(?=年)/g
const chineseDigits = '一二三四五六七八九'

/** Years in Chinese numerals as figures: 二〇二二年 is 2022年. */
export function arabicYears(text: string): string {
  if (!/二[〇○零Oo0]/.test(text)) return text
  return text.replace(chineseYear, (year) =>
    [...year].map((digit) => String(chineseDigits.indexOf(digit) + 1)).join(''),
  )
}
