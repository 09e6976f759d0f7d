import { remembered } from '../ingest/remembered.ts'
import { type Document, isParagraph } from '../model/document.ts'

/** Digits and brackets as plain characters, without white space, so that patterns see one form of each. */
export const plainText = (text: string): string =>
  isPlain(text) ? text : withoutSpace(text.normalize('NFKC'))

/** Whether a text is all characters of Chinese, its stops and visible ASCII, as most lines are: they stay as they are. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const stays =
      (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || (code >= 0x3001 && code <= 0x3011)
    if (!stays) return false
  }
  return true
}

/** To see that a line holds no white space takes less than to replace it, and most lines hold none. */
const withoutSpace = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)

/** Headings and notes of the form are the same in report after report. */
const plainLine = remembered(plainText, { length: 30, size: 4096 })

/** The plain lines of a document, and all of them in one, to be asked first whether any line can hold what is looked for. */
export interface PlainLines {
  readonly lines: readonly string[]
  readonly whole: string
}

/** The paragraphs of a document as plain text. What a report says of itself is looked for in these. */
export function plainLines({ blocks }: Document): string[] {
  const lines: string[] = []
  for (const block of blocks)
    if (isParagraph(block)) lines.push(isPlain(block.text) ? block.text : plainLine(block.text))
  return lines
}

const chineseYear = /二[〇○零Oo0][〇○零一二三四五六七八九Oo0]{2}(?=年)/g
const chineseDigits = '一二三四五六七八九'

/** Years in Chinese numerals as figures: 二〇二二年 is 2022年. */
export function arabicYears(text: string): string {
  if (!/二[〇○零Oo0]/.test(text)) return text
  return text.replace(chineseYear, (year) =>
    [...year].map((digit) => String(chineseDigits.indexOf(digit) + 1)).join(''),
  )
}
