import { extent } from 'd3-array'
import { type FormRow, form } from '../model/form.ts'
import type { Bilingual, Locale } from './locale.ts'
import { formatNumber } from './numbers.ts'

/** Texts of the chart pages. */
export const chartPageWords = {
  title: { zh: '图表', en: 'Charts' },
  lead: {
    zh: '跨机关的图表。每幅图附有数据表、CSV 和 SVG，地址长期不变。',
    en: 'Charts across agencies. Each comes with its table, a CSV and an SVG file, at an address that stays.',
  },
  notes: { zh: '怎样读这幅图', en: 'How to read this chart' },
  table: { zh: '图中数据', en: 'The data in this chart' },
  dataFile: { zh: '数据文件', en: 'Data file' },
  dataFileNote: {
    zh: 'CSV，UTF-8，各列含义如下。逐份报告的数字在数据集的 reports.csv 里。',
    en: 'CSV in UTF-8, with the columns below. The figures of each report are in reports.csv of the dataset.',
  },
  csv: { zh: '下载数据（CSV）', en: 'Download data (CSV)' },
  json: { zh: '下载数据（JSON）', en: 'Download data (JSON)' },
  svg: { zh: '下载图（SVG）', en: 'Download chart (SVG)' },
  png: { zh: '下载图（PNG）', en: 'Download chart (PNG)' },
  embed: { zh: '嵌入网页', en: 'Embed this chart' },
  embedNote: {
    zh: '把下面的代码放进网页，图随数据更新：',
    en: 'Put this into a page; the chart follows the data:',
  },
  openChart: { zh: '看大图、数据和说明', en: 'Chart, data and notes' },
  noData: { zh: '还没有数据。', en: 'There are no data yet.' },
  others: { zh: '其他图表', en: 'Other charts' },
} as const

/** Notes that several charts carry. */
export const sharedNotes = {
  zero: {
    zh: '零是报告写明的零，或空格由表内合计证明为零；没有报告、数字读不出都不算零。零也不等于没有人需要信息。',
    en: 'A zero is one that the report prints, or a blank that its own totals prove to be zero; no report and an unreadable figure are never taken for zero. Nor does a zero say that nobody needed information.',
  },
  aggregate: {
    zh: '汇总报告的数字含下级机关，彼此可能重叠，单独画出，不与其他报告相加。',
    en: 'Aggregate reports include lower bodies and may contain one another; they are drawn apart and never added to others.',
  },
} as const satisfies Record<string, Bilingual>

const plain = (n: number) => formatNumber('en', n)

/** A number and its noun in English: `1 report`, `3 reports`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${plain(n)} ${n === 1 ? one : many}`

/** What is counted, in the plural, and in English one of it as well. */
export interface Countable extends Bilingual {
  readonly one: string
}

/** A number of what is counted in English: `1 new request`, `3 new requests`. */
export const countedOf = (n: number, { one, en }: Countable): string => counted(n, one, en)

/** A number of reports in words. */
export const reportsWords = (locale: Locale, n: number): string =>
  locale === 'zh' ? `${plain(n)} 份报告` : counted(n, 'report')

/** A number of requests in words. */
export const requestsWords = (locale: Locale, n: number): string =>
  locale === 'zh' ? `${plain(n)} 件` : counted(n, 'request')

/** The years that data cover: `2020–2024 年`; empty of none. */
export function yearsWords(locale: Locale, years: readonly number[]): string {
  const [first, last] = extent(years)
  if (first === undefined || last === undefined) return ''
  const span = first === last ? `${first}` : `${first}–${last}`
  return locale === 'zh' ? `${span} 年` : span
}

/** Words of a list that is part of a sentence. */
export const listWords = (locale: Locale, words: readonly string[]): string =>
  locale === 'zh'
    ? words.join('、')
    : words.length < 2
      ? words.join('')
      : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The label of a form without its number and its explanation: `（二）部分公开（区分…）` reads `部分公开`. */
export const plainLabel = (zh: string): string =>
  zh.replace(/^（[一二三四五六七]）|^[一二三四]、|^\d\./, '').replace(/（.*$/, '')

const requestRow = (id: string): FormRow | undefined =>
  form.requests.forms['2021'].flatMap((section) => section.rows).find((row) => row.id === id)

/** The label of a row of the requests table in a language, as plain words. */
export function requestRowWords(id: string): Bilingual {
  const row = requestRow(id)
  if (!row) throw new Error(`no such row in the requests table: ${id}`)
  return { zh: plainLabel(row.zh), en: row.en }
}

/** The source line of every chart, with the number of reports read. */
export const sourceWords = (locale: Locale, reports: number): string =>
  locale === 'zh'
    ? `来源：各机关政府信息公开工作年度报告（${plain(reports)} 份），政府信息公开年报图谱整理，CC BY 4.0`
    : `Source: annual reports of the agencies on government information disclosure (${plain(reports)}), compiled by Gongkai Atlas, CC BY 4.0`
