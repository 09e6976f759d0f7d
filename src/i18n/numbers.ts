import { roundedFrom } from '../stats/peers.ts'
import type { Locale } from './locale.ts'

const tag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : 'en-GB')
const plain = { zh: new Intl.NumberFormat(tag('zh')), en: new Intl.NumberFormat(tag('en')) }
const share = { maximumFractionDigits: 1 } as const
const shares = { zh: new Intl.NumberFormat(tag('zh'), share), en: new Intl.NumberFormat(tag('en'), share) }

/** A count or an amount with thousands separators; an en dash where it is not known. */
export const formatNumber = (locale: Locale, value: number | null): string =>
  value === null ? '–' : plain[locale].format(value)

/** A count that is exact below a hundred and else has two significant digits, as `twoDigits` gives it. */
export const formatAbout = (locale: Locale, count: number): string =>
  count < roundedFrom
    ? formatNumber(locale, count)
    : `${locale === 'zh' ? '约 ' : 'about '}${formatNumber(locale, count)}`

/** In English, a count as written with its noun: `1 report`, `2 reports`. */
export const counted = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === '1' ? one : many}`

/** A share between 0 and 1 in per cent with at most one decimal: `44.6 %` reads `44.6%` in both languages. */
export const formatShare = (locale: Locale, value: number): string => `${shares[locale].format(value * 100)}%`

/** An interval of shares: `42.9%–46.4%`. */
export const formatInterval = (locale: Locale, lower: number, upper: number): string =>
  `${formatShare(locale, lower)}–${formatShare(locale, upper)}`
