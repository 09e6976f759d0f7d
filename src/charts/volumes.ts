import { reportsWords } from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { counts } from '../stats/figures.ts'
import { pointsOfAll, type VolumePoint, volumeYears } from '../stats/volumes.ts'
import { type ChartData, type ChartTable, cell, defineChart } from './chart.ts'
import { drawVolumes } from './volumesDrawing.ts'
import { volumesWords } from './volumesWords.ts'

/** Up to how many reports the page lists them one by one; beyond, the dataset does. */
const listed = 60

const numeric = (label: string) => ({ label, numeric: true })
const wordy = (label: string) => ({ label, numeric: false })
const scopeName = (locale: Locale, aggregate: boolean) =>
  locale === 'zh' ? (aggregate ? '汇总' : '单个机关') : aggregate ? 'aggregate' : 'single bodies'

function yearTable(locale: Locale, points: readonly VolumePoint[]): ChartTable {
  const zh = locale === 'zh'
  const labels = zh
    ? ['报告', '读得出', '为零', '合计（件）', '中位数', '最多']
    : ['Reports', 'Readable', 'Zero', 'Sum', 'Median', 'Most']
  return {
    caption: zh ? '各年合计' : 'By year',
    columns: [wordy(zh ? '年份' : 'Year'), wordy(zh ? '范围' : 'Scope'), ...labels.map(numeric)],
    rows: volumeYears(points).map((one) => [
      cell(`${one.year}`),
      cell(scopeName(locale, one.aggregate)),
      ...[one.reports, one.readable, one.zero, one.sum, one.median, one.max].map((value) =>
        cell(formatNumber(locale, value)),
      ),
    ]),
  }
}

function reportTable(locale: Locale, points: readonly VolumePoint[]): ChartTable {
  const zh = locale === 'zh'
  return {
    caption: zh
      ? `逐份报告（${reportsWords(locale, points.length)}）`
      : `Report by report (${points.length})`,
    columns: [
      wordy(zh ? '年份' : 'Year'),
      wordy(zh ? '机关' : 'Agency'),
      numeric(zh ? '新收（件）' : 'New requests'),
      wordy(zh ? '范围' : 'Scope'),
    ],
    rows: points.map((point) => [
      cell(`${point.year}`),
      { text: point.name, agency: point.agency_id },
      { text: formatNumber(locale, point.received), mark: point.activity },
      cell(scopeName(locale, point.aggregate)),
    ]),
  }
}

const columns = [
  { name: 'year', zh: '年份', en: 'Year of the report' },
  {
    name: 'scope',
    zh: 'single（单个机关，含未说明范围的）或 aggregate（汇总，含下级机关）',
    en: '`single` (one body, or not stated) or `aggregate` (with lower bodies)',
  },
  {
    name: 'activity',
    zh: 'some（收到申请）、zero（零）、unreadable（读不出）',
    en: '`some` (received requests), `zero` or `unreadable`',
  },
  {
    name: 'new_requests',
    zh: '本年新收申请，件；读不出的为空',
    en: 'New requests in the year; empty where unreadable',
  },
  { name: 'reports', zh: '有这个数字的报告有几份', en: 'How many reports have this figure' },
]

/** The data of the chart: how many reports have each figure, by year and scope. Small however many reports. */
function data(points: readonly VolumePoint[]): ChartData {
  const order = (point: VolumePoint) => [point.year, point.aggregate ? 1 : 0, point.received ?? -1] as const
  const groups = Map.groupBy(points, (point) => order(point).join(' '))
  const rows = [...groups.values()].flatMap((members) => (members[0] ? [{ first: members[0], members }] : []))
  rows.sort(({ first: a }, { first: b }) => {
    const [left, right] = [order(a), order(b)]
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
  })
  return {
    columns,
    rows: rows.map(({ first, members }) => [
      first.year,
      first.aggregate ? 'aggregate' : 'single',
      first.activity,
      first.received,
      members.length,
    ]),
  }
}

/** How many requests each agency received in each year. */
export const volumes = defineChart('volumes', { zh: '申请数量', en: 'Volumes of requests' }, (atlas) => {
  const points = pointsOfAll(atlas)
  const unstated = atlas.reports.filter(
    (one) => counts(one) && one.year !== null && one.scope === 'unknown',
  ).length
  return {
    words: (locale) => volumesWords(locale, points, unstated),
    parts: [{ id: 'years', title: () => '', draw: (locale, size) => drawVolumes(points, locale, size) }],
    tables: (locale) => [
      yearTable(locale, points),
      ...(points.length > 0 && points.length <= listed ? [reportTable(locale, points)] : []),
    ],
    data: data(points),
  }
})
