import { parseValue } from '../../recognise/value.ts'
import type { Glyph } from './geometry.ts'
import { isFigure, type Line, lineOf, lineText, type NumberedLine } from './lines.ts'
import type { Rules } from './rules.ts'

/** A piece of a line that stands apart from what is beside it: a value, or a line of a label. */
export interface Token extends Line {
  readonly text: string
  readonly line: number
  /** A number, or a sign that none applies. */
  readonly value: boolean
}

/** Cuts a line where gaps or ruling lines are. Figures need less of a gap to be two than words do. */
export function tokensOf(line: NumberedLine, rules: Rules): Token[] {
  const pieces: Glyph[][] = []
  for (const [i, glyph] of line.glyphs.entries()) {
    const before = line.glyphs[i - 1]
    if (before && !cutBetween(before, glyph, rules)) pieces.at(-1)?.push(glyph)
    else pieces.push([glyph])
  }
  return pieces.map((glyphs) => {
    const piece = lineOf(glyphs)
    const text = lineText(piece)
    return { ...piece, text, line: line.number, value: parseValue(text).kind !== 'unreadable' }
  })
}

function cutBetween(a: Glyph, b: Glyph, rules: Rules): boolean {
  const gap = b.x0 - a.x1
  const size = Math.max(a.size, b.size)
  const limit = isFigure(b) ? (isFigure(a) ? 0.35 : 0.25) : 0.6
  if (gap > limit * size) return true
  const [left, right] = [(a.x0 + a.x1) / 2, (b.x0 + b.x1) / 2]
  const y = a.y - 0.35 * a.size
  return rules.down.some((rule) => rule.at > left && rule.at < right && rule.from < y && rule.to > y)
}
