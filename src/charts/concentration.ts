import { counted, sharedNotes, yearsWords } from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ComposedYear } from '../stats/composition.ts'
import { type Concentration, concentrationByYear, leastReports } from '../stats/concentration.ts'
import { pointsOfAll } from '../stats/volumes.ts'
import { type ChartTable, type ChartWords, cell, defineChart } from './chart.ts'
import { type Drawing, type Size, text, widthOf } from './drawing.ts'
import { drawShareMatrix } from './shareMatrix.ts'

const n = (value: number) => formatNumber('en', value)
const shareWords = (locale: Locale, share: number | null) =>
  share === null ? '–' : formatShare(locale, share)

function headline(locale: Locale, years: readonly Concentration[]): string {
  const zh = locale === 'zh'
  const withOne = years.findLast((year) => year.one !== null)
  if (withOne) {
    const share = formatShare(locale, withOne.one ?? 0)
    return zh
      ? `${withOne.year} 年，申请最多的百分之一机关收到全部申请的 ${share}；一半的申请集中在 ${n(withOne.half ?? 0)} 个机关`
      : `In ${withOne.year} the busiest hundredth of agencies received ${share} of all requests; half went to ${n(withOne.half ?? 0)} agencies`
  }
  const last = years.findLast((year) => year.requests > 0)
  if (!last) return zh ? '还没有收到申请的机关，谈不上集中' : 'No requests yet, so nothing to be concentrated'
  return zh
    ? `${last.year} 年只有 ${n(last.reports)} 个机关的数字，太少，不足以说明申请集中在哪里`
    : `For ${last.year} there are figures of ${n(last.reports)} ${last.reports === 1 ? 'agency' : 'agencies'}: too few to say where requests concentrate`
}

function words(locale: Locale, years: readonly Concentration[]): ChartWords {
  const zh = locale === 'zh'
  const reports = years.reduce((sum, year) => sum + year.reports, 0)
  const span = yearsWords(
    locale,
    years.map((year) => year.year),
  )
  return {
    headline: headline(locale, years),
    subtitle: zh
      ? `申请最多的 1% 和 10% 的机关所收申请占全部的比例，%。单个机关读得出的报告 ${n(reports)} 份。${span}`
      : `Requests received by the busiest 1% and 10% of agencies as a share of all, %. ${counted(reports, 'readable report')} of single bodies. ${span}`,
    notes: [
      zh
        ? `百分之一至少要 ${leastReports.one} 个机关，十分之一至少要 ${leastReports.ten} 个，不足的年份不给。`
        : `A hundredth is given from ${leastReports.one} agencies on, a tenth from ${leastReports.ten}.`,
      zh
        ? '收录的机关变了，集中程度也会变：多收录清闲的机关，比例就上升。'
        : 'What is covered matters: taking in more quiet agencies raises the share.',
      sharedNotes.aggregate[locale],
    ],
    description: years
      .filter((year) => year.ten !== null)
      .map((year) =>
        zh
          ? `${year.year} 年：最忙的 1% 占 ${shareWords(locale, year.one)}，10% 占 ${shareWords(locale, year.ten)}。`
          : `${year.year}: the busiest 1% ${shareWords(locale, year.one)}, 10% ${shareWords(locale, year.ten)}.`,
      )
      .join(' '),
  }
}

/** The parts as what a matrix of shares draws: of those too few, nothing. */
const composed = ({ year, reports, requests, one, ten }: Concentration): ComposedYear => ({
  year,
  aggregate: false,
  reports,
  used: reports,
  total: requests,
  parts: { one: (one ?? 0) * requests, ten: (ten ?? 0) * requests },
  forms: { '2019': 0, '2021': 0 },
})

function draw(years: readonly Concentration[], locale: Locale, size: Size): Drawing {
  const zh = locale === 'zh'
  const shown = years.filter((year) => year.one !== null && year.requests > 0)
  if (shown.length === 0) {
    const none = zh ? '机关太少，没有可画的比例。' : 'Too few agencies for a share to be drawn.'
    return { width: widthOf[size], height: 20, shapes: [text('note', 0, 14, none)] }
  }
  const rows = [
    { id: 'one', label: zh ? '最忙的 1%' : 'Busiest 1%' },
    { id: 'ten', label: zh ? '最忙的 10%' : 'Busiest 10%' },
  ]
  return drawShareMatrix({ rows, years: shown.map(composed), breaks: new Map() }, locale, size)
}

function table(locale: Locale, years: readonly Concentration[]): ChartTable {
  const zh = locale === 'zh'
  const labels = zh
    ? ['机关', '申请（件）', '最忙的 1%', '最忙的 10%', '收到一半申请的机关数']
    : ['Agencies', 'Requests', 'Busiest 1%', 'Busiest 10%', 'Agencies with half of all']
  return {
    caption: zh ? '各年的集中程度' : 'Concentration by year',
    columns: [
      { label: zh ? '年份' : 'Year', numeric: false },
      ...labels.map((label) => ({ label, numeric: true })),
    ],
    rows: years.map((year) => [
      cell(`${year.year}`),
      cell(n(year.reports)),
      cell(n(year.requests)),
      cell(shareWords(locale, year.one)),
      cell(shareWords(locale, year.ten)),
      cell(formatNumber(locale, year.half)),
    ]),
  }
}

const columns = [
  { name: 'year', zh: '年份', en: 'Year of the reports' },
  { name: 'agencies', zh: '读得出的单个机关报告份数', en: 'Readable reports of single bodies' },
  { name: 'requests', zh: '它们的新收申请合计，件', en: 'Their new requests together' },
  { name: 'share_busiest_1', zh: '最忙的 1% 的份额，0 到 1', en: 'Share of the busiest 1 %, 0 to 1' },
  { name: 'share_busiest_10', zh: '最忙的 10% 的份额，0 到 1', en: 'Share of the busiest 10 %, 0 to 1' },
  {
    name: 'agencies_with_half',
    zh: '收到一半申请的机关数',
    en: 'How many agencies received half of all requests',
  },
]

/** What share of all requests the busiest agencies receive. */
export const concentration = defineChart(
  'concentration',
  { zh: '集中程度', en: 'Concentration' },
  (atlas) => {
    const years = concentrationByYear(pointsOfAll(atlas))
    return {
      words: (locale) => words(locale, years),
      parts: [{ id: 'years', title: () => '', draw: (locale, size) => draw(years, locale, size) }],
      tables: (locale) => [table(locale, years)],
      data: {
        columns,
        rows: years.map((one) => [one.year, one.reports, one.requests, one.one, one.ten, one.half]),
      },
    }
  },
)
