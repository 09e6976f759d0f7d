import type { Paragraph } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import type { Locator } from '../../model/locator.ts'
import { toSimplified } from '../simplified.ts'
import { Stretches } from './stretches.ts'

/**
 * Running text as the patterns see it: one form of every digit and bracket, simplified characters, no white
 * space but between digits.
 * Every character knows where it came from, so that what is found can be quoted and located as printed.
 */
export interface Passage {
  readonly plain: string
  /** Where each character of `plain` stands in the texts of its paragraphs, one after the other. */
  readonly places: Stretches
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

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Most characters of a report, which are as they are: Chinese, ASCII, and the marks of Chinese: 、。《》，. */
const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code > 0x20 && code < 0x7f) ||
  (code >= 0x3001 && code <= 0x3011) ||
  code === fullComma

/** A comma of the source stays what it is: one between digits may divide thousands only if it is ASCII. */
const fullComma = '，'.charCodeAt(0)

/** One passage of paragraphs that belong together. */
export function passageOf(parts: readonly Paragraph[]): Passage {
  const writer = new PlainWriter()
  for (const { text } of parts) writer.write(toSimplified(text))
  return { plain: writer.plain, places: writer.places, parts }
}

/** White space says nothing in Chinese, but it divides numbers. */
class PlainWriter {
  plain = ''
  readonly places = new Stretches()
  private space = false
  /** How long the parts are that were written before. */
  private before = 0

  /** Writes the text of a part, whatever is as it is in whole stretches. */
  write(text: string): void {
    let begin = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      // A digit that begins a stretch may have to be divided from the number before.
      if (isPlain(code) && !(begin === at && this.space && isDigit(code))) continue
      this.put(text.slice(begin, at), begin)
      this.putOther(text.charAt(at), at)
      begin = at + 1
    }
    this.put(text.slice(begin), begin)
    this.before += text.length
    this.space = true
  }

  private putOther(char: string, at: number): void {
    if (isPlain(char.charCodeAt(0))) this.putDivided(char, at)
    else for (const one of char.charCodeAt(0) < 0x80 ? char : char.normalize('NFKC')) this.putDivided(one, at)
  }

  private putDivided(char: string, at: number): void {
    if (char.trim() === '') {
      this.space = true
      return
    }
    const divides = this.space && isDigit(char.charCodeAt(0))
    if (divides && isDigit(this.plain.charCodeAt(this.plain.length - 1))) this.put(' ', at)
    this.put(char, at)
  }

  private put(text: string, at: number): void {
    if (text === '') return
    this.places.add(this.plain.length, this.before + at)
    this.plain += text
    this.space = false
  }
}

/** The number of the part that a place in the texts of all parts is in, and where in that part it is. */
function partAt(parts: readonly Paragraph[], place: number): { part: number; at: number } {
  let part = 0
  let at = place
  for (; part < parts.length - 1; part += 1) {
    const { length } = (parts[part] as Paragraph).text
    if (at < length) break
    at -= length
  }
  return { part, at }
}

/** What stands in the source from one character of the passage up to another, letter by letter. */
export function printed({ places, parts }: Passage, start: number, end: number): string {
  const first = partAt(parts, places.originOf(start))
  const last = partAt(parts, places.originOf(end - 1))
  const lines = mapped(parts.slice(first.part, last.part + 1), (part) => part.text)
  lines[lines.length - 1] = (lines.at(-1) as string).slice(0, last.at + 1)
  lines[0] = (lines[0] as string).slice(first.at)
  return lines.join('')
}

/** Where a character of the passage stands. */
export function placeOf({ places, parts }: Passage, index: number): Locator {
  return (parts[partAt(parts, places.originOf(index)).part] as Paragraph).at
}
