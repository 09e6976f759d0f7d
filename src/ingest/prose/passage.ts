import type { Paragraph } from '../../model/document.ts'
import type { Locator } from '../../model/locator.ts'

/**
 * Running text as the patterns see it: one form of every digit and bracket, no white space but between digits.
 * Every character knows where it came from, so that what is found can be quoted and located as printed.
 */
export interface Passage {
  readonly plain: string
  /** For each character of `plain`, the paragraph it is from and where in its text. */
  readonly from: readonly { readonly part: number; readonly at: number }[]
  readonly parts: readonly Paragraph[]
}

/** A line shorter than this ends its paragraph: the margin of wrapped text is further right. */
const wrappedLine = 24
/** What a paragraph begins with: a number, a bullet. */
const opens = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[-·●*■◆])/

/**
 * Whether the sentence that the first ends with goes on in the second: lines of a text that was wrapped at a
 * margin. Other formats keep their paragraphs whole.
 */
function goesOn(first: Paragraph, second: Paragraph): boolean {
  if (!('line' in first.at && 'line' in second.at) || 'page' in first.at) return false
  if (second.at.line !== first.at.line + 1 || first.heading || second.heading || opens.test(second.text))
    return false
  const text = first.text.trimEnd()
  return text.length >= wrappedLine && /[\u4e00-\u9fff\d，、,]$/.test(text)
}

/** Paragraphs as passages, wrapped lines joined. */
export function passagesOf(paragraphs: readonly Paragraph[]): Passage[] {
  const runs: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && goesOn(last, paragraph)) run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs.map(passageOf)
}

const isDigit = (char: string | undefined): boolean => char !== undefined && /\d/.test(char)

/** A comma of the source stays what it is: one between digits may divide thousands only if it is ASCII. */
const plainChar = (char: string): string => (char === '，' ? '，' : char.normalize('NFKC'))

/** One passage of paragraphs that belong together. */
export function passageOf(parts: readonly Paragraph[]): Passage {
  const chars: string[] = []
  const from: { part: number; at: number }[] = []
  let space = false
  for (const [part, { text }] of parts.entries()) {
    if (part > 0) space = true
    for (let at = 0; at < text.length; at += 1) {
      for (const char of plainChar(text[at] as string)) {
        if (/\s/.test(char)) {
          space = true
          continue
        }
        // White space says nothing in Chinese, but it divides numbers.
        if (space && isDigit(char) && isDigit(chars.at(-1))) {
          chars.push(' ')
          from.push({ part, at })
        }
        space = false
        chars.push(char)
        from.push({ part, at })
      }
    }
  }
  return { plain: chars.join(''), from, parts }
}

/** What stands in the source from one character of the passage up to another, letter by letter. */
export function printed({ from, parts }: Passage, start: number, end: number): string {
  const [first, last] = [from[start], from[end - 1]]
  if (!first || !last) return ''
  if (first.part === last.part) return (parts[first.part] as Paragraph).text.slice(first.at, last.at + 1)
  const lines = parts.slice(first.part, last.part + 1).map((part) => part.text)
  lines[lines.length - 1] = (lines.at(-1) as string).slice(0, last.at + 1)
  lines[0] = (lines[0] as string).slice(first.at)
  return lines.join('')
}

/** Where a character of the passage stands. */
export function placeOf({ from, parts }: Passage, index: number): Locator {
  return (parts[from[index]?.part ?? 0] as Paragraph).at
}
