import type { Paragraph } from '../../model/document.ts'
import { mapped } from '../../model/list.ts'
import type { Locator } from '../../model/locator.ts'
import { matchesOf } from '../prose/matches.ts'
import { isCount, matchLabel } from '../recognise/labels.ts'
import { parseValue, saysValue } from '../recognise/value.ts'
import { remembered } from '../remembered.ts'
import { isHeading } from './text.ts'

/** A piece of a line: a label of the forms, a value, other short words, or prose. */
export interface Token {
  readonly kind: 'label' | 'value' | 'words' | 'prose'
  /** Whether it is a label of the head of a table rather than of a row. */
  readonly ofHead: boolean
  readonly text: string
  readonly at: Locator
  /** Index of the paragraph whose row it is in: figures of a broken label are in that on which the label begins. */
  readonly line: number
  /** Index of its own paragraph, and of the last one for a label over several. */
  readonly onLine: number
  readonly lastLine: number
  /** Where it stands in its paragraph; a label over several begins at `start` and takes the rest. */
  readonly start: number
  readonly end: number
  /** Whether only single spaces divide it from its neighbours. */
  readonly narrow: boolean
}

type Piece = Pick<Token, 'kind' | 'ofHead' | 'text' | 'start' | 'end' | 'narrow'>

/** Longer words, or words with the marks of a sentence, are prose. */
const wordsLength = 40
const sentence = /[。；！？;]/
/** A label is printed with at most so many spaces in it, and over at most so many lines. */
const labelParts = 8
const labelLines = 4
/** So many numbers on a line without anything else are numbers, not the digits of one spread out. */
const numbersOnALine = 5

const isValue = (text: string): boolean => saysValue(parseValue(text))

type Class = Pick<Token, 'kind' | 'ofHead'>

const figure: Class = { kind: 'value', ofHead: false }
const rememberedClass = remembered(classOf, { length: wordsLength, size: 8192 })
const classify = (text: string): Class => (isCount(text) ? figure : rememberedClass(text))

function classOf(text: string): Class {
  const labels = matchLabel(text)
  if (labels.length) return { kind: 'label', ofHead: labels.every((label) => label.role !== 'row') }
  if (text.length <= wordsLength && isValue(text)) return { kind: 'value', ofHead: false }
  const prose = text.length > wordsLength || sentence.test(text) || isHeading(text)
  return { kind: prose ? 'prose' : 'words', ofHead: false }
}

/** A piece that stands where its text is in the line. */
const piece = ({ kind, ofHead }: Class, text: string, start: number, narrow: boolean): Piece => ({
  kind,
  ofHead,
  text,
  start,
  end: start + text.length,
  narrow,
})

/** What divides the cells of a line, and the parts of a cell. */
const cellGap = /[^\S\n]{2,}|\t/g
const partGap = /\s+/g

interface Stretch {
  readonly text: string
  readonly start: number
}

/** The stretches of text between gaps, with where they stand. */
function stretches(text: string, gap: RegExp, from = 0): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  for (const match of matchesOf(text, gap)) {
    if (match.index > start) found.push({ text: text.slice(start, match.index), start: from + start })
    start = match.index + match[0].length
  }
  if (start < text.length) found.push({ text: text.slice(start), start: from + start })
  return found
}

function piecesOfLine(text: string): Piece[] {
  if (text !== '' && !/\s/.test(text)) return [piece(classify(text), text, 0, false)]
  const pieces: Piece[] = []
  for (const chunk of stretches(text, cellGap))
    for (const piece of piecesOfChunk(chunk.text, chunk.start)) pieces.push(piece)
  return pieces
}

/** A chunk is one cell where it makes one; else it is divided at single spaces, if that gives labels or values. */
function piecesOfChunk(text: string, start: number): Piece[] {
  const whole = piece(classify(text), text, start, false)
  const parts = stretches(text, partGap, start)
  // Signs for "not applicable" are values behind a label, although labels are compared without any signs.
  const holdsValue = parts.slice(1).some((part) => isValue(part.text))
  if (parts.length < 2 || (whole.kind === 'label' && !holdsValue)) return [whole]
  if (whole.kind === 'value' && parts.length < numbersOnALine) return [whole]
  const pieces: Piece[] = []
  for (let i = 0; i < parts.length; ) {
    const { piece: one, next } = pieceFrom(parts, i)
    const last = pieces.at(-1)
    if (one.kind === 'words' && last?.kind === 'words') {
      const joined = text.slice(last.start - start, one.end - start)
      pieces[pieces.length - 1] = piece(classify(joined), joined, last.start, last.narrow)
    } else pieces.push(one)
    i = next
  }
  return pieces.some((piece) => piece.kind === 'label' || piece.kind === 'value') ? pieces : [whole]
}

/** How many parts a label that begins at one may have: up to the next value. */
function wordsFrom(parts: readonly Stretch[], i: number): number {
  const most = Math.min(labelParts, parts.length - i)
  let count = 1
  while (count < most && !isValue((parts[i + count] as Stretch).text)) count += 1
  return count
}

/** The longest label that begins at a part, or that part alone. */
function pieceFrom(parts: readonly Stretch[], i: number): { piece: Piece; next: number } {
  const first = parts[i] as Stretch
  const alone = classify(first.text)
  const reach = alone.kind === 'value' || alone.kind === 'prose' ? 1 : wordsFrom(parts, i)
  for (let count = reach; count > 1; count -= 1) {
    const text = mapped(parts.slice(i, i + count), (part) => part.text).join(' ')
    const kind = classify(text)
    if (kind.kind !== 'label') continue
    const last = parts[i + count - 1] as Stretch
    return {
      piece: { ...kind, text, start: first.start, end: last.start + last.text.length, narrow: true },
      next: i + count,
    }
  }
  return { piece: piece(alone, first.text, first.start, true), next: i + 1 }
}

/** The tokens of paragraphs in reading order; a label over several short lines is one. */
export function lineTokens(run: readonly Paragraph[]): Token[] {
  const lines = mapped(run, (paragraph) => piecesOfLine(paragraph.text))
  const tokens: Token[] = []
  // Figures of a broken label belong to the line that it begins on.
  const add = (line: number, pieces: readonly Piece[], from = 0, ofLine = line) => {
    const { at } = run[line] as Paragraph
    const count = (lines[line] as Piece[]).length
    for (const [i, piece] of pieces.entries())
      tokens.push({
        ...piece,
        at: placeIn(at, count > 1 ? from + i + 1 : null),
        line: ofLine,
        onLine: line,
        lastLine: line,
      })
  }
  for (let line = 0; line < lines.length; ) {
    const label = labelOverLines(run, lines, line)
    if (label) {
      tokens.push(label)
      line = label.lastLine + 1
      continue
    }
    const pieces = lines[line] as Piece[]
    const broken = brokenLabel(lines, line)
    if (!broken) {
      add(line, pieces)
      line += 1
      continue
    }
    const { text, kind, values, last } = broken
    add(line, pieces.slice(0, -1))
    const first = pieces.at(-1) as Piece
    const at = placeIn((run[line] as Paragraph).at, pieces.length > 1 ? pieces.length : null)
    tokens.push({ ...first, ...kind, text, at, line, onLine: line, lastLine: last })
    if (values !== null) add(values, lines[values] as Piece[], 0, line)
    add(last, (lines[last] as Piece[]).slice(1), 1, line)
    line = last + 1
  }
  return tokens
}

/** The place of a piece in its paragraph; only lines count their cells. */
const placeIn = (at: Locator, cell: number | null): Locator =>
  cell !== null && 'line' in at ? { line: at.line, cell } : at

const mayBePart = (pieces: readonly Piece[] | undefined): boolean =>
  pieces?.length === 1 && (pieces[0]?.kind === 'words' || pieces[0]?.kind === 'label')

function labelOverLines(
  run: readonly Paragraph[],
  lines: readonly (readonly Piece[])[],
  from: number,
): Token | null {
  let count = 0
  while (count < labelLines && mayBePart(lines[from + count])) count += 1
  for (; count > 1; count -= 1) {
    const parts = run.slice(from, from + count)
    const text = parts.map((paragraph) => paragraph.text).join('\n')
    const kind = classify(text)
    if (kind.kind !== 'label') continue
    const first = run[from] as Paragraph
    const lines = { line: from, onLine: from, lastLine: from + count - 1 }
    return { ...kind, text, at: first.at, ...lines, start: 0, end: text.length, narrow: false }
  }
  return null
}

/** A label broken by the narrow column it stands in, with its figures beside one of its lines. */
interface BrokenLabel {
  readonly text: string
  readonly kind: Pick<Token, 'kind' | 'ofHead'>
  /** The line that holds nothing but its figures, if there is one. */
  readonly values: number | null
  /** The line on which the label ends, and its figures stand behind it if not on a line of their own. */
  readonly last: number
}

/** A part of a label may look like a heading, by the number in front. */
const mayBreakOff = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && piece.text.length <= wordsLength && (piece.kind === 'words' || isHeading(piece.text))

/**
 * A label that begins at the end of a line and goes on below, as text taken from a PDF has them: its figures
 * stand on a line between its parts, or behind its last part.
 */
function brokenLabel(lines: readonly (readonly Piece[])[], from: number): BrokenLabel | null {
  const start = lines[from]?.at(-1)
  if (!mayBreakOff(start)) return null
  let text = start.text
  let values: number | null = null
  for (let line = from + 1; line <= from + labelLines && line < lines.length; line += 1) {
    const pieces = lines[line] as readonly Piece[]
    if (values === null && pieces.length > 0 && pieces.every((piece) => piece.kind === 'value')) {
      values = line
      continue
    }
    const [part, ...rest] = pieces
    if (!mayBreakOff(part) || rest.some((piece) => piece.kind !== 'value')) return null
    text = `${text}\n${part.text}`
    const kind = classify(text)
    if (kind.kind === 'label' && (values === null) === rest.length > 0)
      return { text, kind, values, last: line }
    if (rest.length > 0) return null
  }
  return null
}
