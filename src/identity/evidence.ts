/**
 * Where a piece of evidence may come from, with its weight for the agency, for the year and for the place; 0 where it
 * says nothing of one. A statistics period outranks a title's year; what a page says of itself is often its site's.
 * The weightiest names agency and year. The place is told by all of it together: what contradicts leaves it open.
 */
export const evidenceSources = {
  override: { zh: 'sources.csv', en: 'sources.csv', agency: 100, year: 100, place: 100 },
  period: { zh: '统计期限', en: 'reporting period', agency: 0, year: 80, place: 0 },
  title: { zh: '标题', en: 'title', agency: 70, year: 60, place: 70 },
  address: { zh: '地址', en: 'address', agency: 0, year: 0, place: 60 },
  credit_code: { zh: '统一社会信用代码', en: 'credit code', agency: 0, year: 0, place: 55 },
  index_number: { zh: '索引号', en: 'index number', agency: 0, year: 0, place: 55 },
  announced: { zh: '“现公布”', en: '“hereby published”', agency: 50, year: 50, place: 50 },
  signature: { zh: '落款', en: 'signature', agency: 45, year: 9, place: 45 },
  compiled: { zh: '“由…编制”', en: '“compiled by”', agency: 40, year: 0, place: 40 },
  contact: { zh: '联系方式', en: 'contact line', agency: 35, year: 0, place: 35 },
  telephone: { zh: '电话区号', en: 'area code', agency: 0, year: 0, place: 35 },
  post_code: { zh: '邮政编码', en: 'post code', agency: 0, year: 0, place: 35 },
  prose: { zh: '正文', en: 'prose', agency: 30, year: 20, place: 30 },
  host: { zh: '网址的主机名', en: 'host of the address', agency: 0, year: 0, place: 30 },
  fuller: { zh: '正文中的全称', en: 'fullest form in the text', agency: 25, year: 0, place: 25 },
  issuer: { zh: '印发通知的机关', en: 'issuer of the covering notice', agency: 15, year: 0, place: 15 },
  page: { zh: '网页上的发布机构', en: 'publisher named by the page', agency: 10, year: 0, place: 10 },
  path: { zh: '文件路径', en: 'path of the file', agency: 5, year: 10, place: 10 },
  publication: { zh: '发布日期的上一年', en: 'the year before publication', agency: 0, year: 8, place: 0 },
  url: { zh: '网址', en: 'address of the page', agency: 0, year: 7, place: 0 },
} as const
export type EvidenceSource = keyof typeof evidenceSources

/** One thing that tells who published a report, for which year, or where its body is. */
export interface Evidence {
  readonly what: 'agency' | 'year' | 'place'
  readonly value: string
  readonly from: EvidenceSource
  /** The words it was read from; a path or a date where there are no words. */
  readonly words: string
  readonly weight: number
  /** Where the words stand in the source; empty for what is not in its text. */
  readonly locator: string
}

const longestWords = 120

/** A piece of evidence with the weight of where it comes from; none when there is no value. */
export function evidence(
  what: Evidence['what'],
  from: EvidenceSource,
  value: string | number | null,
  words: string,
  locator = '',
): Evidence[] {
  if (value === null || value === '') return []
  const weight = evidenceSources[from][what]
  return [{ what, value: String(value), from, words: words.slice(0, longestWords), weight, locator }]
}

/** The most trusted first; of equal weight, the one found first. */
export const byWeight = (found: readonly Evidence[]): Evidence[] =>
  [...found].sort((a, b) => b.weight - a.weight)
