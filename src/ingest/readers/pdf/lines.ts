import type { Glyph } from './geometry.ts'

/** Characters on one baseline, from left to right. */
export interface Line {
  readonly glyphs: readonly Glyph[]
  readonly y: number
  readonly size: number
  readonly x0: number
  readonly x1: number
}
/** A line of the page and which it is, counted from the top. */
export interface NumberedLine extends Line {
  readonly number: number
}

/** Baselines nearer than this part of the size of the text are one line: figures and labels differ a little. */
const sameLine = 0.42

/** The lines of text of some characters, from the top down. */
export function visualLines(glyphs: readonly Glyph[]): NumberedLine[] {
  const groups: { y: number; size: number; glyphs: Glyph[] }[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1)
    if (group && glyph.y - group.y <= sameLine * Math.max(group.size, glyph.size)) {
      group.glyphs.push(glyph)
      group.size = Math.max(group.size, glyph.size)
    } else groups.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  return groups.map((group, i) => ({ ...lineOf(group.glyphs), number: i + 1 }))
}

export function lineOf(glyphs: readonly Glyph[]): Line {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1)
  const y = sorted.reduce((sum, glyph) => sum + glyph.y, 0) / sorted.length
  return {
    glyphs: sorted,
    y,
    size: Math.max(...sorted.map((glyph) => glyph.size)),
    x0: Math.min(...sorted.map((glyph) => glyph.x0)),
    x1: Math.max(...sorted.map((glyph) => glyph.x1)),
  }
}

const figure = /[\p{Nd}.,，．+\-－−%％]$/u
export const isFigure = (glyph: Glyph): boolean => figure.test(glyph.text)
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’·…—]$/u

/** The text of a line; a gap between characters is a space, a gap between figures that is wider a line feed. */
export function lineText({ glyphs }: Pick<Line, 'glyphs'>): string {
  let text = ''
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1]
    text += before ? between(before, glyph) + glyph.text : glyph.text
  }
  return text
}

/**
 * What stands between two characters of one line. Characters printed over each other cannot be read in order:
 * the sign for an unknown character keeps them from becoming a number.
 */
function between(a: Glyph, b: Glyph): string {
  const size = Math.max(a.size, b.size)
  const gap = b.x0 - a.x1
  const narrower = Math.min(a.x1 - a.x0, b.x1 - b.x0)
  if (-gap > 0.6 * narrower && narrower > 0) return '\ufffd'
  if (isFigure(a) && isFigure(b)) return gap > size ? '\n' : gap > 0.2 * size ? ' ' : ''
  if (wide.test(a.text) || wide.test(b.text)) return gap > 0.45 * size ? ' ' : ''
  return gap > 0.15 * size ? ' ' : ''
}

/**
 * Joins the lines of one cell or paragraph. Chinese goes on without a space, words with one. Figures on two
 * lines may be one number or two: the line feed between them keeps them from being read as one.
 */
export function joinLines(lines: readonly string[], betweenFigures = '\n'): string {
  return lines.reduce((text, line) => {
    if (text === '' || line === '') return text + line
    const [end, start] = [text.slice(-1), [...line][0] as string]
    if (figure.test(end) && figure.test(start)) return `${text}${betweenFigures}${line}`
    const words =
      /[\p{L}\p{N}]/u.test(end) && /[\p{L}\p{N}]/u.test(start) && !wide.test(end) && !wide.test(start)
    return words ? `${text} ${line}` : text + line
  }, '')
}

/** The text of characters that stand together in a cell. */
export const cellText = (glyphs: readonly Glyph[]): string => joinLines(visualLines(glyphs).map(lineText))
