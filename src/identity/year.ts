import { arabicYears, type PlainLines, plainText } from './plain.ts'

const inRange = (year: number): boolean => year >= 2008 && year <= 2100

/** Years and months may have lost their 年 and 月: 202511日至20251231日. */
const period = /(?<!\d)(\d{4})年?0?1月?0?1日?起?(?:开始)?(?:至|到|-|—|–|~)+(?:(\d{4})年?)?12月?31日?(?!\d)/

/** The reporting period that runs through one calendar year: 统计期限…2022年1月1日至2022年12月31日. In plain lines. */
export function periodOf(lines: readonly string[]): { year: number; words: string } | null {
  const match = period.exec(arabicYears(lines.join('')))
  if (!match) return null
  const from = Number(match[1])
  const whole = inRange(from) && (match[2] === undefined || Number(match[2]) === from)
  return whole ? { year: from, words: match[0] } : null
}

/** A reporting period with its dates, in plain lines: 统计期限自2023年1月1日至6月30日. */
const datedPeriod =
  /(?:统计|数据)[^。;]{0,8}(?:期限|时限|时间|期间)[^。;\d]{0,8}\d{4}年\d{1,2}月\d{1,2}日起?(?:至|到|-|—|–|~)+(?:\d{4}年)?\d{1,2}月\d{1,2}日/

/** The words of a reporting period that is not one calendar year; empty when none is stated, or it is one. */
export function otherPeriod({ lines, whole }: PlainLines): string {
  if (!/期限|时限|时间|期间/.test(whole)) return ''
  const words = datedPeriod.exec(arabicYears(lines.join('')))?.[0] ?? ''
  return words !== '' && periodOf([words]) === null ? words : ''
}

/** The year of the reporting period; null when none runs through one calendar year. */
export const periodYear = (lines: readonly string[]): number | null => periodOf(lines)?.year ?? null

/** The year of a title of a report: `X2022年政府信息公开工作年度报告`, `2022年度X政府信息公开…`, `二〇二二年…`. */
export function titleYear(title: string): number | null {
  const match = /(?<!\d)(\d{4})(?:年(?!\d{1,2}月)|(?=政府信息|政务|信息公开))/.exec(
    arabicYears(plainText(title)),
  )
  const year = Number(match?.[1])
  return match && inRange(year) ? year : null
}

/**
 * The year that prose is about: the one named most often as `2022年` without a month behind it. Null when two
 * are named equally often, or none is. In plain lines.
 */
export function proseYear(lines: readonly string[]): number | null {
  const counts = new Map<number, number>()
  for (const match of lines.join('').matchAll(/(?<!\d)(\d{4})年(?!\d{1,2}月)/g)) {
    const year = Number(match[1])
    if (inRange(year)) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] !== second?.[1] ? first[0] : null
}
