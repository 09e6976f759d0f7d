import type { CoveragePage, CoverageState } from '../stats/coverage.ts'
import type { Bilingual, Locale } from './locale.ts'

export const coverageStateWords: Readonly<Record<CoverageState, Bilingual>> = {
  reported: { zh: '有报告', en: 'Reported' },
  unreadable: { zh: '有报告，读不出', en: 'Reported, not readable' },
  missing: { zh: '缺', en: 'Missing' },
  not_expected: { zh: '不应有', en: 'Not expected' },
}

/** Texts of the coverage pages. Numbers come in already written. */
export const coverageWords = {
  title: { zh: '覆盖', en: 'Coverage' },
  description: {
    zh: '每个机关每一年：有报告、缺报告、读不出，还是不应有。',
    en: 'For every agency and year: a report, none, one that cannot be read, or none to be expected.',
  },
  lead: {
    zh: (year: string, missing: string, expected: string) =>
      missing === '0'
        ? `${year} 年应有报告的 ${expected} 个机关都有。`
        : `${year} 年应有报告的 ${expected} 个机关中，${missing} 个没有收录到。`,
    en: (year: string, missing: string, expected: string) =>
      `Of the ${expected} agencies from which a report for ${year} could be expected, ${missing === '0' ? 'all have one' : `${missing} ${missing === '1' ? 'has' : 'have'} none here`}.`,
  },
  missingNote: {
    zh: '“缺”只说本站没有收录，不说该机关没有公布：报告可能公布了而没有收集到。',
    en: '“Missing” says that this site holds none, not that none was published: it may not have been collected.',
  },
  rule: {
    zh: '从收录的最早一份报告的年份起，每年都应有一份，直到机关并入别的机关。在此之前没有依据，不算缺。《政府信息公开条例》第四十九条要求部门在每年 1 月 31 日前、政府在 3 月 31 日前公布；乡镇和街道没有写明。',
    en: 'From the year of the first report held, one is expected for every year, until another body takes over. Before that there is nothing to go by, and none is missing. Article 49 of the Regulations asks departments to publish by 31 January and governments by 31 March; it does not name townships.',
  },
  byYear: { zh: '按年份', en: 'By year' },
  year: { zh: '年份', en: 'Year' },
  agencies: { zh: '机关', en: 'Agencies' },
  held: { zh: '应有报告中有的', en: 'Held of those expected' },
  ofExpected: {
    zh: (held: string, expected: string, share: string) => `${held}／${expected}${share && `（${share}）`}`,
    en: (held: string, expected: string, share: string) => `${held} of ${expected}${share && ` (${share})`}`,
  },
  byAgency: { zh: '逐个机关', en: 'Agency by agency' },
  byRegion: { zh: '按地区', en: 'By region' },
  inParts: { zh: '分页', en: 'In parts' },
  part: {
    zh: (name: string, n: string) => `${name}，第 ${n} 页`,
    en: (name: string, n: string) => `${name}, part ${n}`,
  },
  region: { zh: '地区', en: 'Region' },
  elsewhere: { zh: '全国性机关和所在地不明的', en: 'National bodies and places not known' },
  missingIn: { zh: '缺的年份', en: 'Years missing' },
  published: { zh: (date: string) => `公布于 ${date}`, en: (date: string) => `published ${date}` },
  legend: { zh: '记号', en: 'Marks' },
  regionTitle: { zh: (name: string) => `覆盖：${name}`, en: (name: string) => `Coverage: ${name}` },
  regionDescription: {
    zh: (name: string, n: string) => `${name} ${n} 个机关每一年有没有报告。`,
    en: (name: string, n: string) => `Which of ${n} agencies in ${name} have a report for each year.`,
  },
} as const

/** The name of a page of agencies by year. */
export function nameOfPage(locale: Locale, { region, part }: CoveragePage): string {
  const name = region?.name ?? coverageWords.elsewhere[locale]
  return part === null ? name : coverageWords.part[locale](name, String(part))
}
