import { counted } from './numbers.ts'

/** Texts of the overview. Numbers come in already written. */
export const overviewWords = {
  what: {
    zh: '各级行政机关每年公布政府信息公开年报。这里把年报里的法定表格逐格读成数据，一个机关一页。',
    en: 'Every year China’s agencies report on the information requests they received. This atlas reads their statutory tables cell by cell, and gives every agency a page.',
  },
  description: {
    zh: '政府信息公开工作年度报告的数据与图谱：每个机关收到多少申请、怎样办理，数字都能回到原文。',
    en: 'Data and charts from the annual disclosure reports of Chinese agencies: how many requests each received and what became of them, every figure traceable to its source.',
  },
  pictureTitle: {
    zh: (zero: string, readable: string) =>
      `${readable} 个机关的最近一份年报里，${zero} 个报告没有收到一件新申请`,
    en: (zero: string, readable: string) =>
      `Not one new request in the latest report of ${zero} of ${readable} agencies`,
  },
  pictureSubtitle: {
    zh: (agencies: string, years: string) =>
      `收录的全部 ${agencies} 个机关，按级别和年份（${years}）。每个点是一个机关一年的报告，点开即到该机关。`,
    en: (agencies: string, years: string) =>
      `All ${agencies} agencies covered, by level and year (${years}). Each dot is one agency’s report for one year, and leads to that agency.`,
  },
  barsSubtitle: {
    zh: (agencies: string, years: string) =>
      `收录的全部 ${agencies} 个机关，按级别和年份（${years}）。机关太多，不能一一画点，以横条表示各种状态的机关数。`,
    en: (agencies: string, years: string) =>
      `All ${agencies} agencies covered, by level and year (${years}). There are too many to draw one by one, so bars show how many are in each state.`,
  },
  few: {
    zh: (agencies: string, reports: string) =>
      `目前只收录了 ${agencies} 个机关的 ${reports} 份报告，不能代表全国。叉号只表示本站没有收录那一年的报告，不表示该机关没有公布。`,
    en: (agencies: string, reports: string) =>
      `Only ${reports} reports of ${agencies} agencies are covered so far; they do not represent the country. A cross says only that this site holds no report for that year, not that none was published.`,
  },
  level: { zh: '级别', en: 'Level' },
  agency: { zh: '机关', en: 'Agency' },
  dot: {
    zh: (name: string, year: string, state: string, number: string) =>
      `${name}，${year} 年：${state}${number ? `，新收 ${number} 件` : ''}`,
    en: (name: string, year: string, state: string, number: string) =>
      `${name}, ${year}: ${state}${number ? `, ${number} new` : ''}`,
  },
  agenciesCount: { zh: (n: string) => `${n} 个机关`, en: (n: string) => counted(n, 'agency', 'agencies') },
  findings: { zh: '数据说了什么', en: 'What the data say' },
  zeroTitle: { zh: '没有申请的机关', en: 'Agencies without a request' },
  zeroLine: {
    zh: (year: string, zero: string, readable: string, rate: string, interval: string) =>
      `${year} 年，新收申请数能读出的 ${readable} 份报告中，${zero} 份是零（${rate}，95% 区间 ${interval}）。`,
    en: (year: string, zero: string, readable: string, rate: string, interval: string) =>
      `For ${year}, ${zero} of the ${readable} reports whose figure can be read say zero (${rate}, 95% interval ${interval}).`,
  },
  year: { zh: '年份', en: 'Year' },
  zeroColumn: { zh: '零／可读', en: 'Zero of readable' },
  rateColumn: { zh: '比率', en: 'Rate' },
  intervalColumn: { zh: '95% 区间', en: '95% interval' },
  zeroOf: {
    zh: (zero: string, readable: string, unread: string, some: boolean) =>
      `${zero}／${readable}${some ? `（${unread} 份读不出）` : ''}`,
    en: (zero: string, readable: string, unread: string, some: boolean) =>
      `${zero} of ${readable}${some ? ` (${unread} not readable)` : ''}`,
  },
  zeroNote: {
    zh: '零是机关自己报告的数，不说明没有人想申请；也不说明没有收录的机关怎样。',
    en: 'Zero is what the agency itself reports. It does not say that nobody wanted to ask, nor anything of agencies not covered.',
  },
  readTitle: { zh: '读出了多少', en: 'How much was read' },
  readLine: {
    zh: (files: string, reports: string, whole: string) =>
      `${files} 个文件中有 ${reports} 个认出是年报；其中 ${whole} 份的三张法定表格全部读出。`,
    en: (files: string, reports: string, whole: string) =>
      `Of ${files} files, ${reports} were recognised as annual reports; in ${whole} of these all three statutory tables were read.`,
  },
  issuesTitle: { zh: '哪里有疑问', en: 'Where there is doubt' },
  issuesLine: {
    zh: (issues: string, contradictions: string) =>
      `记录了 ${issues} 处问题和说明，其中${contradictions === '0' ? '没有' : ` ${contradictions} 处是`}报告自己的数字互相矛盾。数字照原样保留，问题标在旁边。`,
    en: (issues: string, contradictions: string) =>
      `${issues} issues and notes are on record; ${contradictions === '0' ? 'none' : contradictions} of them ${contradictions === '0' || contradictions === '1' ? 'is' : 'are'} about figures of a report that contradict each other. Figures stay as printed, with the issue marked beside them.`,
  },
  toCharts: { zh: '看跨机关图表', en: 'Charts across agencies' },
  toAgencies: { zh: '查机关', en: 'Find an agency' },
  toQuality: { zh: '看质量和全部问题', en: 'Quality and all issues' },
  toData: { zh: '下载数据', en: 'Download the data' },
} as const
