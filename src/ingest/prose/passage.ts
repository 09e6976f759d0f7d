import type { Paragraph } from '../../model/document.ts'
import type { Locator } from '../../model/locator.ts'
import { toSimplified } from '../simplified.ts'

/**
 * Running text as the patterns see it: one form of every digit and bracket, simplified characters, no white
 * space but between digits.
 * Every character knows where it came from, so that what is found can be quoted and located as printed.
 */
export interface Passage {
  readonly plain: string
  /** For each character of `plain`, the number of the paragraph it is from. */
  readonly from: readonly number[]
  /** And where it stands in the text of that paragraph. */
  readonly at: readonly number[]
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

/** Paragraphs that make up a passage each: wrapped lines are joined. */
export function runsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const runs: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && goesOn(last, paragraph)) run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'
/** Most characters of a report: they are as they are. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** A comma of the source stays what it is: one between digits may divide thousands only if it is ASCII. */
function plainChar(char: string): string {
  const code = char.charCodeAt(0)
  // ASCII, and the marks of Chinese: 、。《》.
  if (code < 0x80 || (code >= 0x3001 && code <= 0x3011) || char === '，') return char
  return char.normalize('NFKC')
}

/** One passage of paragraphs that belong together. */
export function passageOf(parts: readonly Paragraph[]): Passage {
  const writer = new PlainWriter()
  for (const [part, { text }] of parts.entries()) writer.write(toSimplified(text), part)
  return { plain: writer.plain, from: writer.from, at: writer.at, parts }
}

/** White space says nothing in Chinese, but it divides numbers. */
class PlainWriter {
  plain = ''
  readonly from: number[] = []
  readonly at: number[] = []
  private space = false

  /** Writes the text of a part, Chinese characters in whole stretches. */
  write(text: string, part: number): void {
    let begin = 0
    for (let at = 0; at < text.length; at += 1) {
      if (isHan(text.charCodeAt(at))) continue
      this.putHan(text, begin, at, part)
      for (const one of plainChar(text[at] as string)) this.put(one, part, at)
      begin = at + 1
    }
    this.putHan(text, begin, text.length, part)
    this.space = true
  }

  private putHan(text: string, begin: number, end: number, part: number): void {
    if (begin === end) return
    this.space = false
    this.plain += text.slice(begin, end)
    for (let at = begin; at < end; at += 1) {
      this.from.push(part)
      this.at.push(at)
    }
  }

  private put(char: string, part: number, at: number): void {
    if (char.trim() === '') {
      this.space = true
      return
    }
    if (this.space && isDigit(char) && isDigit(this.plain.at(-1))) this.push(' ', part, at)
    this.space = false
    this.push(char, part, at)
  }

  private push(char: string, part: number, at: number): void {
    this.plain += char
    this.from.push(part)
    this.at.push(at)
  }
}

/** What stands in the source from one character of the passage up to another, letter by letter. */
export function printed({ from, at, parts }: Passage, start: number, end: number): string {
  const [first, last] = [from[start], from[end - 1]]
  if (first === undefined || last === undefined) return ''
  const lines = parts.slice(first, last + 1).map((part) => part.text)
  lines[lines.length - 1] = (lines.at(-1) as string).slice(0, (at[end - 1] as number) + 1)
  lines[0] = (lines[0] as string).slice(at[start])
  return lines.join('')
}

/** Where a character of the passage stands. */
export function placeOf({ from, parts }: Passage, index: number): Locator {
  return (parts[from[index] ?? 0] as Paragraph).at
}
