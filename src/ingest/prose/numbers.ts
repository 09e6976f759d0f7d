import { matchesOf } from './matches.ts'

/** Measure words of requests, cases and what else is counted here. */
const measures = '件条份起宗项封元'

const anyMeasure = new RegExp(`[\\d零一二两三四五六七八九十百]万?[${measures}]`)

/** A number with its measure word in a text. */
export interface Amount {
  readonly value: number
  readonly measure: string
  readonly begin: number
  readonly end: number
}

/**
 * Digits with a measure word right behind. Not what is behind a digit, a point or a stroke (3-5件), nor about so
 * many (200余件), nor so many times (3件次), nor a percentage. Digits are bounded, so that time is too.
 */
const inDigits = new RegExp(
  `(?<![\\d.,/\\-—~至])(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(\\.\\d{1,4})?(万?元|[${measures}])(?![次以多余左])`,
  'g',
)
/** Numerals, only with the two measure words that nothing else is written with. */
const inNumerals =
  /(?<![每第某同上下这那逐哪另唯任数几])([零一二两三四五六七八九十百]{1,6})([件宗])(?![次件])/g

const digitOf = (char: string): number => (char === '两' ? 2 : '零一二三四五六七八九'.indexOf(char))

/** The value of a numeral up to 九百九十九; null when it is not well formed. */
export function numeralValue(text: string): number | null {
  const match =
    /^(?:([一二两三四五六七八九])百)?(零)?(?:([二三四五六七八九一])?(十))?([零一二两三四五六七八九])?$/.exec(
      text,
    )
  if (!match || text === '') return null
  const [, hundreds, gap, tens, ten, ones] = match
  if ((gap && (!hundreds || ten || !ones)) || (text.length > 1 && ones === '零')) return null
  // 百二 is short for 120, 十两 is no numeral: what is not plain is not read.
  if ((hundreds && !gap && !ten && ones) || (ten && ones === '两') || (hundreds && ten && !tens)) return null
  return (
    (hundreds ? digitOf(hundreds) * 100 : 0) +
    (ten ? (tens ? digitOf(tens) : 1) * 10 : 0) +
    (ones ? digitOf(ones) : 0)
  )
}

/** The amounts in a text in order. A number with white space inside is no amount: nobody knows where it begins. */
export function amountsIn(text: string): Amount[] {
  if (!anyMeasure.test(text)) return []
  const found: Amount[] = []
  for (const match of matchesOf(text, inDigits)) {
    const [whole, integer = '', fraction = '', measure = ''] = match
    const begin = match.index
    if (text[begin - 1] === ' ' || (fraction && !measure.endsWith('元'))) continue
    const value = Number(integer.replaceAll(',', '') + fraction)
    found.push({ value, measure, begin, end: begin + whole.length })
  }
  for (const match of matchesOf(text, inNumerals)) {
    const value = numeralValue(match[1] as string)
    const begin = match.index
    if (value !== null && value > 0)
      found.push({ value, measure: match[2] as string, begin, end: begin + match[0].length })
  }
  return found.sort((a, b) => a.begin - b.begin)
}
