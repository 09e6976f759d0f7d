import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { levelWords, typeWords } from '../i18n/vocabulary.ts'
import { type GroupBy, zeroActivity as measure, type ZeroActivity } from '../stats/zeroActivity.ts'
import { type ChartPart, type ChartTable, cell, defineChart } from './chart.ts'
import { drawProvinceMap } from './provinceMap.ts'
import { yearsFromTo } from './years.ts'
import { drawZeroActivity, drawZeroGroups } from './zeroActivityDrawing.ts'
import { isMeasured, tooFew, zeroActivityWords } from './zeroActivityWords.ts'

/** The ways in which the reports are broken down, each with the names of its groups in their order. */
const breakdowns: readonly { by: GroupBy; title: Bilingual; words: Readonly<Record<string, Bilingual>> }[] = [
  { by: 'level', title: { zh: '按级别', en: 'By level' }, words: levelWords },
  { by: 'type', title: { zh: '按机关类型', en: 'By type of agency' }, words: typeWords },
]

function table(
  locale: Locale,
  caption: string,
  rows: readonly ZeroActivity[],
  nameOf?: (row: ZeroActivity) => string,
): ChartTable {
  const zh = locale === 'zh'
  const numeric = zh
    ? ['为零', '读得出', '报告', '比例', '95% 区间']
    : ['Zero', 'Readable', 'Reports', 'Share', '95 % interval']
  return {
    caption,
    columns: [
      { label: zh ? '年份' : 'Year', numeric: false },
      ...(nameOf ? [{ label: zh ? '组别' : 'Group', numeric: false }] : []),
      ...numeric.map((label) => ({ label, numeric: true })),
      { label: zh ? '说明' : 'Note', numeric: false },
    ],
    rows: rows.map((row) => [
      cell(`${row.year}`),
      ...(nameOf ? [cell(nameOf(row))] : []),
      ...[row.zero, row.readable, row.reports].map((value) => cell(formatNumber(locale, value))),
      cell(isMeasured(row) ? formatShare(locale, row.rate) : '–'),
      cell(isMeasured(row) ? formatInterval(locale, row.lower, row.upper) : '–'),
      cell(row.readable < tooFew ? (zh ? '太少，不宜比较' : 'too few to compare') : ''),
    ]),
  }
}

const columns = [
  { name: 'year', zh: '年份', en: 'Year of the reports' },
  {
    name: 'group_by',
    zh: 'all（全部）、level（级别）、type（类型）、province（省份）',
    en: '`all`, `level`, `type` or `province`',
  },
  {
    name: 'group',
    zh: '组别的代码，见 agencies.csv；省份为名称，unknown 为不能确定',
    en: 'Code of the group, as in agencies.csv; the name of a province, or `unknown`',
  },
  { name: 'reports', zh: '报告份数', en: 'Reports' },
  {
    name: 'readable',
    zh: '读得出新收申请数的份数，即分母',
    en: 'Those whose new requests can be read: the denominator',
  },
  { name: 'zero', zh: '其中为零的份数', en: 'Those of them at zero' },
  { name: 'rate', zh: '比例，0 到 1', en: 'Share, 0 to 1' },
  { name: 'lower', zh: '95% 威尔逊区间下界', en: 'Lower end of the 95 % Wilson interval' },
  { name: 'upper', zh: '95% 威尔逊区间上界', en: 'Upper end of it' },
]

/** The provinces in the latest year of which at least half as much can be read as of the best. */
function provincesOf(rows: readonly ZeroActivity[], all: readonly ZeroActivity[]) {
  const most = Math.max(0, ...all.map((row) => row.readable))
  const year = all.findLast((row) => row.readable * 2 >= most)?.year
  const ofYear = rows.filter(
    (row) => row.group_by === 'province' && row.year === year && row.group !== 'unknown',
  )
  return { year, rows: ofYear }
}

/** What share of the agencies received no request at all in a year. */
export const zeroActivity = defineChart(
  'zero-activity',
  { zh: '零申请', en: 'No requests at all' },
  (atlas) => {
    const rows = measure(atlas.reports, atlas.agencies)
    const all = rows.filter((row) => row.group_by === 'all')
    const years = yearsFromTo(all.map((row) => row.year))
    const broken = breakdowns.map(({ by, title, words }) => {
      const ofBreakdown = rows.filter((row) => row.group_by === by)
      const order = Object.keys(words).filter((id) => ofBreakdown.some((row) => row.group === id))
      const groups = (locale: Locale) =>
        order.map((id) => ({
          name: words[id]?.[locale] ?? id,
          rows: ofBreakdown.filter((row) => row.group === id),
        }))
      return { by, title, words, rows: ofBreakdown, groups }
    })
    const provinces = provincesOf(rows, all)
    const map: ChartPart = {
      id: 'province',
      title: (locale) =>
        locale === 'zh' ? `按省份，${provinces.year} 年` : `By province, ${provinces.year}`,
      draw: (locale, size) => drawProvinceMap(provinces.rows, locale, size),
    }
    const parts = broken.map(
      ({ by, title, groups }): ChartPart => ({
        id: by,
        title: (locale) => title[locale],
        draw: (locale, size) => drawZeroGroups(groups(locale), years, locale, size),
      }),
    )
    return {
      words: (locale) => zeroActivityWords(locale, all),
      parts: [
        { id: 'all', title: () => '', draw: (locale, size) => drawZeroActivity(all, locale, size) },
        ...(all.length > 0 ? parts : []),
        ...(provinces.rows.length > 0 ? [map] : []),
      ],
      tables: (locale) => [
        table(locale, locale === 'zh' ? '全部报告' : 'All reports', all),
        ...broken.map(({ title, words, rows: each }) =>
          table(locale, title[locale], each, (row) => words[row.group]?.[locale] ?? row.group),
        ),
        table(locale, map.title(locale), provinces.rows, (row) => row.group),
      ],
      data: {
        columns,
        rows: rows.map((row) => [
          row.year,
          row.group_by,
          row.group,
          row.reports,
          row.readable,
          row.zero,
          row.rate,
          row.lower,
          row.upper,
        ]),
      },
    }
  },
)
