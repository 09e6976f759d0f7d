import type { Unit } from '../../model/form.ts'
import type { ValueKind } from '../../model/values.ts'
import { remembered } from '../remembered.ts'
import { toSimplified } from '../simplified.ts'

/** What one cell says, and what a reader should know of how it was read. */
export interface ParsedValue {
  readonly kind: Exclude<ValueKind, 'missing'>
  /** In the unit of the cell; null unless `kind` is `number`. */
  readonly value: number | null
  readonly remark?: 'value_with_note' | 'value_converted' | 'value_spaced' | 'value_padded'
}

const blank: ParsedValue = { kind: 'blank', value: null }
const notApplicable: ParsedValue = { kind: 'not_applicable', value: null }
const unreadable: ParsedValue = { kind: 'unreadable', value: null }

const notApplicablePattern = /^(?:[/\\]|[-—–―－]+|[无無]|不[适適]用)$/
/** Sign, digits with or without thousands separators, decimals; then a unit and a note in brackets, if any. */
const numberPattern =
  /^(?<sign>[+\-−–增减減])?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<decimals>\.\d+)?(?<unit>[十百千]?[万萬亿億]?元|件|[项項]|[条條]|宗|份|起|个)?(?:\((?<note>[^()]*)\))?$/

/** Powers of ten from a printed unit of money to 万元. */
const moneyUnits: Readonly<Record<string, number>> = {
  元: -4,
  十元: -3,
  百元: -2,
  千元: -1,
  万元: 0,
  十万元: 1,
  百万元: 2,
  千万元: 3,
  亿元: 4,
}

/** The unit of money that a label names, such as 万元 in 本年收费金额（单位：万元）; undefined when it names none. */
export const moneyUnitOf = (label: string): string | undefined => rememberedUnit(label).unit

const rememberedUnit = remembered(
  (label) => ({ unit: /[十百千]?[万亿]?元/.exec(toSimplified(label.normalize('NFKC')))?.[0] }),
  { length: 60, size: 2048 },
)

/** NFKC turns full-width digits, brackets and separators into plain ones; invisible characters are dropped. */
const plain = (raw: string): string => raw.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')

/**
 * Reads a printed value as the contract of the dataset says: a number in any of its ways of being printed, an
 * empty cell, a sign for "not applicable", or something that is not a number. Nothing is repaired.
 *
 * @param raw what stands in the cell
 * @param unit unit of the cell in the codebook; amounts printed in another unit of money are converted to it
 */
export function parseValue(raw: string, unit: Unit = '件'): ParsedValue {
  if (raw === '') return blank
  if (raw.length === 1) return figures[raw.charCodeAt(0) - zero] ?? countOf(raw)
  if (isWord(raw)) return unreadable
  if (isPlainCount(raw)) return { kind: 'number', value: Number(raw) }
  return unit === '万元' ? amountOf(raw) : countOf(raw)
}

/** Whether a text is a few digits and nothing else, as most figures that are not a single one; none pads it. */
function isPlainCount(text: string): boolean {
  if (text.length > plainDigits || text.charCodeAt(0) === zero) return false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < zero || code > nine) return false
  }
  return true
}
const plainDigits = 9

/** Whether a text begins as no value does, with a character of Chinese that is neither a sign nor 无 or 不适用. */
function isWord(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x4e00 && first <= 0x9fff && !'增减減无無不'.includes(text[0] as string)
}

/** Most figures of most reports are a single digit. */
const zero = '0'.charCodeAt(0)
const nine = '9'.charCodeAt(0)
const figures = Array.from({ length: 10 }, (_, value): ParsedValue => ({ kind: 'number', value }))

/** Signs of ASCII, characters of Chinese, and the wide signs among them: nothing blank begins with one. */
const isInk = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code > 0x3000 && code < 0x3020) ||
  (code > 0xff00 && code < 0xff5f)

/** Whether something is a figure, or a sign in place of one. */
export const saysValue = ({ kind }: ParsedValue): boolean => kind === 'number' || kind === 'not_applicable'

/** Whether nothing is printed in a cell. */
export function isBlank(raw: string): boolean {
  if (raw === '') return true
  return !isInk(raw.charCodeAt(0)) && parseValue(raw).kind === 'blank'
}

/** Amounts of money are converted, and all else is read alike, whatever is counted. */
const amountOf = remembered((raw) => parse(raw, '万元'), { length: 24, size: 2048 })
const countOf = remembered((raw) => parse(raw, '件'), { length: 24, size: 8192 })

/**
 * Reads an amount whose header or row names another unit of money than the form: what is printed without a unit
 * of its own is in that one.
 */
export const parseAmountIn = (named: string, raw: string): ParsedValue =>
  named === ofAmounts ? parseValue(raw, ofAmounts) : parse(raw, ofAmounts, named)
/** The unit of the form, which nearly every header names. */
const ofAmounts = '万元'

function parse(raw: string, unit: Unit, named?: string): ParsedValue {
  // Superscripts and circled figures are marks of notes; NFKC would make digits of them.
  if (/\p{No}/u.test(raw.replace(/[（(][^（）()]*[）)]/g, ''))) return unreadable
  const text = plain(raw).trim()
  if (text === '') return blank
  const compact = text.replace(/[^\S\n]+/g, '')
  if (notApplicablePattern.test(compact)) return notApplicable
  // Digits on two lines may be two numbers of two cells; spaces inside a line only spread a number out.
  const match = numberPattern.exec(compact.replace(/\n(?=\D)/g, ''))?.groups
  if (!match) return unreadable
  const spaced = /\d\s+[\d,.]/.test(text.replace(/\(.*$/s, ''))
  return toNumber(match, unit, spaced, named)
}

function toNumber(
  match: Record<string, string | undefined>,
  unit: Unit,
  spaced: boolean,
  named: string | undefined,
): ParsedValue {
  const { sign = '', digits = '', decimals = '', unit: printedUnit } = match
  const shift = shiftOf(printedUnit ?? named, unit)
  if (shift === null || digits.replaceAll(',', '').length > 15) return unreadable
  const negative = sign !== '' && !'+增'.includes(sign)
  const magnitude = Number(`${digits.replaceAll(',', '')}${decimals}e${shift}`)
  const value = negative && magnitude !== 0 ? -magnitude : magnitude
  const remark = remarkOn(match, shift, spaced)
  return remark ? { kind: 'number', value, remark } : { kind: 'number', value }
}

/** What a reader should know of how a number is printed. */
function remarkOn(
  { note, digits = '' }: Record<string, string | undefined>,
  shift: number,
  spaced: boolean,
): ParsedValue['remark'] {
  if (note !== undefined) return 'value_with_note'
  if (shift !== 0) return 'value_converted'
  if (spaced) return 'value_spaced'
  return /^0\d/.test(digits) ? 'value_padded' : undefined
}

/** The power of ten from the printed unit to the unit of the cell; null when they do not measure the same. */
function shiftOf(printed: string | undefined, unit: Unit): number | null {
  if (printed === undefined) return 0
  const money = moneyUnits[toSimplified(printed)]
  if (unit === '万元') return money ?? null
  return money === undefined ? 0 : null
}
