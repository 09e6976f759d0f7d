import type { RegionLevel } from '../stats/regions.ts'
import type { Bilingual } from './locale.ts'
import { counted } from './numbers.ts'

/** What the smaller regions of a region are called. */
export const regionKinds: Readonly<Record<RegionLevel, Bilingual>> = {
  province: { zh: '省份', en: 'Provinces' },
  prefecture: { zh: '地市', en: 'Prefectures' },
  county: { zh: '县区', en: 'Counties and districts' },
}

/** Texts of the pages of regions. Numbers come in already written. */
export const regionWords = {
  title: { zh: '地区', en: 'Regions' },
  description: {
    zh: '按省、市、县看收录的机关：有多少份报告，多少份为零，共收到多少申请。',
    en: 'The agencies covered by province, prefecture and county: reports, zeros and requests.',
  },
  lead: {
    zh: (agencies: string, provinces: string, prefectures: string, counties: string) =>
      `收录的 ${agencies} 个机关分布在 ${provinces} 个省份、${prefectures} 个地市、${counties} 个县区。`,
    en: (agencies: string, provinces: string, prefectures: string, counties: string) =>
      `${counted(agencies, 'agency', 'agencies')} in ${counted(provinces, 'province')}, ${counted(prefectures, 'prefecture')} and ${counted(counties, 'county', 'counties')}.`,
  },
  none: {
    zh: '还没有一个机关的所在地能确定。',
    en: 'The place of no agency is known yet.',
  },
  pageDescription: {
    zh: (name: string, agencies: string) =>
      `${name}的 ${agencies} 个机关的政府信息公开年报：按年汇总，逐个列出。`,
    en: (name: string, agencies: string) =>
      `Annual disclosure reports of ${agencies} agencies in ${name}: by year, and one by one.`,
  },
  finding: {
    zh: (year: string, agencies: string, reports: string, readable: string, zero: string) =>
      `本站知道的 ${agencies} 个机关中，${year} 年收录了 ${reports} 份报告；读得出的 ${readable} 份里，${zero} 份没有收到一件新申请。`,
    en: (year: string, agencies: string, reports: string, readable: string, zero: string) =>
      `${counted(agencies, 'agency', 'agencies')} known here, ${counted(reports, 'report')} covered for ${year}; ${zero} of ${readable} readable without a new request.`,
  },
  sum: {
    zh: (single: string, requests: string) => `${single} 份单个机关的报告共收到 ${requests} 件。`,
    en: (single: string, requests: string) =>
      `${counted(single, 'report')} of single bodies, ${counted(requests, 'request')} in all.`,
  },
  apart: {
    zh: (aggregates: string) => `另有 ${aggregates} 份汇总报告，含下级机关，单列，不与别的数字相加。`,
    en: (aggregates: string) =>
      `Aggregate reports (${aggregates}) include lower bodies; they stand apart and are added to nothing.`,
  },
  mapZero: { zh: '零申请的比例', en: 'Share without a request' },
  mapZeroNote: {
    zh: (year: string) => `${year} 年，新收申请为零的报告占读得出的报告，%。不足 5 份的给出份数。`,
    en: (year: string) =>
      `Reports with zero new requests as a share of readable ones, ${year}, %. Counts where fewer than 5.`,
  },
  mapVolume: { zh: '收到的申请', en: 'Requests received' },
  mapVolumeNote: {
    zh: (year: string) => `${year} 年，单个机关报告的新收申请合计，件，不含汇总报告。颜色按数量级分档。`,
    en: (year: string) =>
      `New requests in reports of single bodies, ${year}, without aggregate reports. Shades by order of magnitude.`,
  },
  mapNote: {
    zh: '方块同样大小，不是地图，也没有边界；位置只大致表示方位。叉号：没有收录报告。',
    en: 'Squares of equal size, no map and no borders; they are placed roughly by direction. A cross: no report covered.',
  },
  mapOutside: {
    zh: '港澳台不施行《政府信息公开条例》，没有这种年报。',
    en: 'In Hong Kong, Macao and Taiwan the Regulation is not in force, so there are no such reports.',
  },
  byYear: { zh: '历年', en: 'By year' },
  year: { zh: '年份', en: 'Year' },
  reports: { zh: '报告／机关', en: 'Reports of agencies' },
  of: {
    zh: (part: string, whole: string) => `${part}／${whole}`,
    en: (part: string, whole: string) => `${part} of ${whole}`,
  },
  zero: { zh: '零／读得出', en: 'Zero of readable' },
  rate: { zh: '零申请比例（95% 区间）', en: 'Share of zeros (95% interval)' },
  rateOf: {
    zh: (rate: string, interval: string) => `${rate}（${interval}）`,
    en: (rate: string, interval: string) => `${rate} (${interval})`,
  },
  requests: { zh: '单个机关新收合计（件）', en: 'New requests, single bodies' },
  aggregate: { zh: '汇总报告', en: 'Aggregate reports' },
  inYear: { zh: (year: string) => `${year} 年`, en: (year: string) => `In ${year}` },
  tableNote: {
    zh: '“报告／机关”：收录的报告数，占本站知道的机关数；没有收录不等于没有公布。零的比例按报告计，含汇总报告；件数合计只用单个机关的报告。未说明范围的报告算作单个机关。',
    en: 'Reports of agencies: how many are covered, of the agencies known here; not covered does not mean not published. Shares of zeros count reports, aggregate ones included; sums of requests use single bodies only. Reports that do not state their scope count as single.',
  },
  aggregates: { zh: '汇总报告', en: 'Aggregate reports' },
  aggregatesNote: {
    zh: '每份都汇总了下级机关的数字，彼此可能重叠。',
    en: 'Each sums up lower bodies; they may contain one another.',
  },
  agencies: { zh: '机关', en: 'Agencies' },
  agenciesOwn: {
    zh: (name: string) => `属于${name}本级的机关；下级的在各自的页上。`,
    en: (name: string) => `The agencies of ${name} itself; those below have pages of their own.`,
  },
  elsewhere: { zh: '不在任何地区的机关', en: 'Agencies in no region' },
  elsewhereNote: {
    zh: (n: string) => `${n} 个：国家级机关，或所在地不能确定的机关。`,
    en: (n: string) => `${n}: national bodies, and those whose place is not known.`,
  },
  all: { zh: '在机关列表中查看', en: 'See the list of agencies' },
  crumbs: { zh: '所在位置', en: 'You are here' },
} as const
