import type { Random } from './random.ts'

/**
 * Damages a text without changing what is printed in any cell: what is left must be read right or flagged.
 *
 * Digits, signs and units are never touched, since nothing could tell. Nor are two lines swapped that may both be
 * values or both be headers of columns: what comes out would be another report, as plausible as the first.
 */
export type Mutation = (text: string, random: Random) => string | null

/** Characters that are part of a value, those of private use in place of a digit included: taking one away prints another value. */
const ofValue = /[0-9０-９.,+\-−—/减增无元万亿減無萬億\p{Co}]/u

const join = (lines: readonly string[]): string => lines.join('\n')
const isValue = (line: string): boolean => line.trim().replace(/[|<>/a-z\s]/gi, '').length <= 8
const isFigure = (line: string): boolean => /^\d+$/.test(line)
/** Whether a line between these two is a cell of its own: each is a bar, or empty. */
const standsBetweenBars = (above = '', below = ''): boolean =>
  [above, below].every((line) => /^\s*\|?\s*$/.test(line))

function atLine(change: (lines: string[], i: number, random: Random) => boolean): Mutation {
  return (text, random) => {
    const lines = text.split('\n')
    const i = random.integer(1, lines.length - 1)
    return change(lines, i, random) ? join(lines) : null
  }
}

/** The places of something in a text; the first line, which says that it is invented, is left alone. */
function places(text: string, pattern: RegExp): { at: number; text: string }[] {
  const body = text.indexOf('\n') + 1
  return [...text.matchAll(pattern)]
    .map((match) => ({ at: match.index, text: match[0] }))
    .filter((place) => place.at >= body)
}
function atPlace(pattern: RegExp, replace: (found: string) => string): Mutation {
  return (text, random) => {
    const found = places(text, pattern)
    if (found.length === 0) return null
    const place = random.pick(found)
    return text.slice(0, place.at) + replace(place.text) + text.slice(place.at + place.text.length)
  }
}

const noiseLines = [
  '- 3 -',
  '第 3 页 共 9 页',
  '浏览次数：12345',
  '3',
  '',
  '\t',
  '|',
  '| |',
  '打印 关闭',
  '<br>',
  '<p>2</p>',
  '公开',
  '\u3000',
]
const noiseCharacters = [' ', '\t', '\n', '|', '·', '字', '<', '>', '&', '\u200b', '"', '\u0000', '）', '\r']

export const mutations: Readonly<Record<string, Mutation>> = {
  deleteLine: atLine((lines, i) => {
    // A value alone between lines of bars leaves an empty cell, which nothing could tell from one.
    const between = standsBetweenBars(lines[i - 1], lines[i + 1])
    return !(between && isValue(lines[i] as string)) && lines.splice(i, 1).length > 0
  }),
  duplicateLine: atLine((lines, i) => {
    lines.splice(i, 0, lines[i] as string)
    return true
  }),
  swapLines: atLine((lines, i) => {
    const [a, b] = [lines[i] as string, lines[i + 1]]
    if (b === undefined || a === b || (isValue(a) && isValue(b))) return false
    lines.splice(i, 2, b, a)
    return true
  }),
  insertLine: atLine((lines, i, random) => {
    const line = random.pick(noiseLines)
    // A figure alone between lines of bars fills an empty cell, which nothing could tell from one that was printed.
    if (standsBetweenBars(lines[i - 1], lines[i]) && isFigure(line)) return false
    lines.splice(i, 0, line)
    return true
  }),
  deleteCharacter: (text, random) => {
    const at = random.integer(text.indexOf('\n') + 1, text.length - 1)
    return ofValue.test(text.slice(at, at + 4).trimStart()[0] ?? '')
      ? null
      : text.slice(0, at) + text.slice(at + 1)
  },
  insertCharacter: (text, random) => {
    const at = random.integer(text.indexOf('\n') + 1, text.length - 1)
    return text.slice(0, at) + random.pick(noiseCharacters) + text.slice(at)
  },
  deleteSeparator: atPlace(/[\t|]/g, () => ''),
  duplicateSeparator: atPlace(/[\t|]/g, (found) => found + found),
  insertInValue: atPlace(
    /(?<=[\t>\n |])\d+(?=[\t<\n |])/g,
    (digits) => `${digits[0]}\u00a0${digits.slice(1)}`,
  ),
  deleteTag: atPlace(/<\/?[a-z][^>]*>/gi, () => ''),
  duplicateTag: atPlace(/<\/?[a-z][^>]*>/gi, (tag) => tag + tag),
  deleteHtmlCell: atPlace(/<td[^>]*>(?:(?!<td|<tr|<\/tr)[\s\S])*?<\/td>/gi, () => ''),
  duplicateHtmlCell: atPlace(/<td[^>]*>(?:(?!<td|<tr|<\/tr)[\s\S])*?<\/td>/gi, (cell) => cell + cell),
  deleteHtmlRow: atPlace(/<tr[^>]*>(?:(?!<tr)[\s\S])*?<\/tr>/gi, () => ''),
  deleteCell: atPlace(/(?<=[\t|])[^\t|\n]*[\t|]/g, () => ''),
  changeSpan: atPlace(/(?<=span=")\d+(?=")/gi, (digits) => (digits === '2' ? '3' : '2')),
  truncate: (text, random) => {
    const at = random.integer(Math.floor(text.length / 3), text.length - 1)
    // A cut before or inside a value leaves an empty cell or another number, which nothing could tell.
    return ofValue.test(text[at] as string) ? null : text.slice(0, at)
  },
}

/** Damages bytes anyhow: for crashes and hangs only, since what comes out may be any other report. */
export function damageBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const damaged = Uint8Array.from(bytes)
  for (let i = random.integer(1, 40); i > 0; i -= 1)
    damaged[random.integer(0, damaged.length - 1)] = random.integer(0, 255)
  return random.chance(0.2) ? damaged.subarray(0, random.integer(0, damaged.length)) : damaged
}
