import { type Countable, countedOf } from '../i18n/charts.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ComposedYear } from '../stats/composition.ts'
import { wilson } from '../stats/wilson.ts'
import { pool } from './composition.ts'

/** From how many cases of a year its shares are worth a headline. */
const many = 100

type Part = { readonly id: string } & Bilingual

/** The latest year with enough cases, else all years together. */
export function spokenOf(years: readonly ComposedYear[]) {
  const latest = years.filter((one) => one.total >= many).at(-1)
  return { latest, whole: latest ?? pool(years) }
}

/** A share with its 95 % interval, in words. */
export function shareWithInterval(locale: Locale, part: number, whole: number): string {
  const share = wilson(part, whole)
  if (!share) return '–'
  const interval = formatInterval(locale, share.lower, share.upper)
  return locale === 'zh'
    ? `${formatShare(locale, share.value)}（95% 区间 ${interval}）`
    : `${formatShare(locale, share.value)} (95% interval ${interval})`
}

/** A finding for parts of a whole: which is the commonest, of how many; `years` hold one case at least. */
export function commonest(
  locale: Locale,
  years: readonly ComposedYear[],
  parts: readonly Part[],
  whole: Countable,
): string {
  const { latest, whole: counted } = spokenOf(years)
  const count = (part: Part) => counted.parts[part.id] ?? 0
  const first = parts.toSorted((a, b) => count(b) - count(a))[0]
  if (!first) return ''
  const zh = locale === 'zh'
  const [total, some] = [formatNumber('en', counted.total), formatNumber('en', count(first))]
  const when = latest ? (zh ? `${latest.year} 年` : ` in ${latest.year}`) : ''
  if (counted.total < 20) {
    return zh
      ? `${whole.zh}共 ${total} 件，其中 ${some} 件是“${first.zh}”`
      : `Of ${countedOf(counted.total, whole)}, ${some} ${count(first) === 1 ? 'is' : 'are'} “${first.en.toLowerCase()}”`
  }
  const share = formatShare(locale, count(first) / counted.total)
  return zh
    ? `${when}${whole.zh} ${total} 件，最常见的是“${first.zh}”，占 ${share}`
    : `Of ${countedOf(counted.total, whole)}${when}, the commonest is “${first.en.toLowerCase()}” with ${share}`
}
