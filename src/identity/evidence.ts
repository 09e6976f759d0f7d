/**
 * Where a piece of evidence may come from, with its weight for the agency and for the year; 0 where it says
 * nothing of one. A statistics period outranks a title's year; what a page says of itself is often its site's.
 */
export const evidenceSources = {
  override: { zh: 'sources.csv', en: 'sources.csv', agency: 100, year: 100 },
  period: { zh: '统计期限', en: 'reporting period', agency: 0, year: 80 },
  title: { zh: '标题', en: 'title', agency: 70, year: 60 },
  announced: { zh: '“现公布”', en: '“hereby published”', agency: 50, year: 50 },
  signature: { zh: '落款', en: 'signature', agency: 45, year: 9 },
  compiled: { zh: '“由…编制”', en: '“compiled by”', agency: 40, year: 0 },
  contact: { zh: '联系方式', en: 'contact line', agency: 35, year: 0 },
  prose: { zh: '正文', en: 'prose', agency: 30, year: 20 },
  fuller: { zh: '正文中的全称', en: 'fullest form in the text', agency: 25, year: 0 },
  issuer: { zh: '印发通知的机关', en: 'issuer of the covering notice', agency: 15, year: 0 },
  page: { zh: '网页上的发布机构', en: 'publisher named by the page', agency: 10, year: 0 },
  path: { zh: '文件路径', en: 'path of the file', agency: 0, year: 10 },
  publication: { zh: '发布日期的上一年', en: 'the year before publication', agency: 0, year: 8 },
} as const
export type EvidenceSource = keyof typeof evidenceSources

/** One thing that tells who published a report, or for which year. */
export interface Evidence {
  readonly what: 'agency' | 'year'
  readonly value: string
  readonly from: EvidenceSource
  /** The words it was read from; a path or a date where there are no words. */
  readonly words: string
  readonly weight: number
}

const longestWords = 120

/** A piece of evidence with the weight of where it comes from; none when there is no value. */
export function evidence(
  what: Evidence['what'],
  from: EvidenceSource,
  value: string | number | null,
  words: string,
): Evidence[] {
  if (value === null || value === '') return []
  const weight = evidenceSources[from][what]
  return [{ what, value: String(value), from, words: words.slice(0, longestWords), weight }]
}

/** The most trusted first; of equal weight, the one found first. */
export const byWeight = (found: readonly Evidence[]): Evidence[] =>
  [...found].sort((a, b) => b.weight - a.weight)
