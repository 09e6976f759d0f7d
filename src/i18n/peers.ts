import type { Agency } from '../model/report.ts'
import { type Peers, type PeerWidth, told } from '../stats/peers.ts'
import type { Locale } from './locale.ts'
import { formatAbout } from './numbers.ts'
import { levelWords, typeWords } from './vocabulary.ts'

/** No space between Chinese characters: `另外 9 份`, `另外约 120 份`. */
const behindWords = (count: string): string => (count.startsWith('约') ? count : ` ${count}`)

/** Texts of where an agency stands among its peers. Numbers come in already written. */
export const peerWords = {
  title: { zh: '在同类机关中的位置', en: 'Where this agency stands' },
  subtitle: {
    zh: (group: string, year: string, n: string) =>
      `${year} 年新收申请，件；${group}，${n} 份读得出的报告。对数刻度，零单列。`,
    en: (group: string, year: string, n: string) =>
      `New requests in ${year}; ${group}, ${n} readable reports. Log scale, zeros apart.`,
  },
  aggregate: {
    zh: '只与其他汇总报告比较。',
    en: 'Compared with other aggregate reports only.',
  },
  zero: {
    zh: (group: string, zero: string, others: string, some: string) =>
      `${group}的另外${behindWords(others)} 份报告里，${zero} 份同样为零，${some} 份收到过申请。`,
    en: (group: string, zero: string, others: string, some: string) =>
      others === '1'
        ? `The one other report of ${group} ${zero === '1' ? 'says zero as well' : 'shows requests'}.`
        : `Of ${others} other reports of ${group}, ${zero} say zero as well and ${some} show requests.`,
  },
  some: {
    zh: (group: string, others: string, fewer: string, same: string, more: string) =>
      `${group}的另外${behindWords(others)} 份报告里，${fewer} 份比它少，${same} 份相同，${more} 份比它多。`,
    en: (group: string, others: string, fewer: string, same: string, more: string) =>
      others === '1'
        ? `The one other report of ${group} had ${fewer === '1' ? 'fewer' : same === '1' ? 'as many' : 'more'}.`
        : `Of ${others} other reports of ${group}, ${fewer} had fewer, ${same} as many and ${more} more.`,
  },
  unreadable: {
    zh: (year: string, group: string) => `它 ${year} 年的数字读不出来，不能说它在${group}中处于什么位置。`,
    en: (year: string, group: string) =>
      `Its figure for ${year} cannot be read, so its place among ${group} is not known.`,
  },
  widened: {
    zh: (n: string) => `同省同级同类的报告不足 ${n} 份，这里放宽到更大的一组。`,
    en: (n: string) =>
      `Fewer than ${n} reports are alike in level, type and province, so the group was widened.`,
  },
  few: {
    zh: (n: string) => `可比的报告仍不足 ${n} 份：只供查看，说明不了什么。`,
    en: (n: string) =>
      `There are still fewer than ${n} reports to compare with: to be seen, not to be judged by.`,
  },
  alone: {
    zh: (year: string) => `${year} 年还没有收录同级机关的其他报告，无从比较。`,
    en: (year: string) =>
      `No other report of an agency at its level is covered for ${year}, so there is nothing to compare with.`,
  },
  dot: {
    zh: (n: string) => (n === '1' ? '每点一份报告。' : `每点约 ${n} 份报告。`),
    en: (n: string) => (n === '1' ? 'Each dot is a report.' : `Each dot is about ${n} reports.`),
  },
  piled: {
    zh: '点按 1、2–4、5–9、10–19……件分段堆放，不在各自的数值上。',
    en: 'Dots are piled in ranges 1, 2–4, 5–9, 10–19 …, not at their figures.',
  },
  rounded: {
    zh: '满 100 的份数取两位有效数字。',
    en: 'Counts of 100 and more are given to two significant digits.',
  },
  table: { zh: '同类机关的分布', en: 'Distribution among peers' },
  group: { zh: '比较范围', en: 'Compared with' },
  reports: { zh: '读得出', en: 'Readable' },
  zeros: { zh: '为零', en: 'Zero' },
  quarter: { zh: '下四分位', en: 'Lower quartile' },
  median: { zh: '中位数', en: 'Median' },
  threeQuarters: { zh: '上四分位', en: 'Upper quartile' },
  fewer: { zh: '比它少', en: 'Fewer' },
  same: { zh: '相同', en: 'Same' },
  more: { zh: '比它多', en: 'More' },
} as const

/** What the agencies of a group have in common. */
export function groupWords(locale: Locale, width: PeerWidth, agency: Agency): string {
  const [level, type] = [levelWords[agency.level][locale], typeWords[agency.type][locale]]
  if (locale === 'zh') {
    if (width === 'level') return `${level}机关`
    return `${width === 'level_type' ? '' : agency.province}${level}${type}`
  }
  if (width === 'level') return `agencies at its level (${level.toLowerCase()})`
  const kind = `${type.toLowerCase()}, ${level.toLowerCase()} level`
  return width === 'level_type' ? `its kind (${kind})` : `its kind in ${agency.province} (${kind})`
}

/** Whether there is another report to compare with. */
export const hasPeers = ({ own, shown }: Peers): boolean =>
  shown.group.figures.length >= (own === null ? 1 : 2)

/** Where an agency stands among its peers, in a sentence. */
export function peerFinding(locale: Locale, agency: Agency, peers: Peers): string {
  const { own, shown } = peers
  const n = (value: number) => formatAbout(locale, value)
  const [year, group] = [String(peers.year), groupWords(locale, shown.group.width, agency)]
  const { others, fewer, same, more } = told(shown)
  if (!hasPeers(peers)) return peerWords.alone[locale](year)
  if (own === null) return peerWords.unreadable[locale](year, group)
  if (own === 0) return peerWords.zero[locale](group, n(same), n(others), n(more))
  return peerWords.some[locale](group, n(others), n(fewer), n(same), n(more))
}
