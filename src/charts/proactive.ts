import { counted, sharedNotes, yearsWords } from '../i18n/charts.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { type MeasuredYear, measures, proactiveYears } from '../stats/proactive.ts'
import { currentYear } from '../stats/years.ts'
import { type ChartTable, type ChartWords, cell, defineChart } from './chart.ts'
import { drawSums } from './sumMatrix.ts'

const labels: Readonly<Record<string, Bilingual>> = {
  licences: { zh: '行政许可处理决定（件）', en: 'Licence decisions' },
  penalties: { zh: '行政处罚处理决定（件）', en: 'Penalty decisions' },
  coercive_measures: { zh: '行政强制处理决定（件）', en: 'Coercive measures' },
  documents_made: { zh: '规范性文件新制作（件，2019 年版）', en: 'Normative documents made (form of 2019)' },
  documents_issued: {
    zh: '行政规范性文件制发（件，2021 年版）',
    en: 'Normative documents issued (form of 2021)',
  },
  fees: { zh: '行政事业性收费（万元，2021 年版）', en: 'Fees, CNY 10,000 (form of 2021)' },
}
const labelOf = (id: string, locale: Locale) => labels[id]?.[locale] ?? id

/** A sum in words: amounts with one decimal at most. */
const n = (value: number | null) => formatNumber('en', value === null ? null : Math.round(value * 10) / 10)

function headline(locale: Locale, years: readonly MeasuredYear[]): string {
  const zh = locale === 'zh'
  const known = years.filter((one): one is MeasuredYear & { sum: number } => one.sum !== null)
  const year = currentYear(known, ({ used }) => used)
  const of = (id: string) => known.find((one) => one.year === year && one.measure === id)
  const [licences, penalties] = [of('licences'), of('penalties')]
  if (!licences || !penalties) {
    return zh ? '还没有读得出的主动公开数字' : 'No figures of proactive disclosure can be read yet'
  }
  const reports = Math.min(licences.used, penalties.used)
  return zh
    ? `${year} 年，${n(reports)} 份单个机关的报告共公开行政许可决定 ${n(licences.sum)} 件、行政处罚决定 ${n(penalties.sum)} 件`
    : `For ${year}, ${counted(reports, 'report')} of single bodies state ${counted(licences.sum, 'licence decision')} and ${counted(penalties.sum, 'penalty decision')}`
}

function words(locale: Locale, years: readonly MeasuredYear[]): ChartWords {
  const zh = locale === 'zh'
  const span = yearsWords(
    locale,
    years.map((one) => one.year),
  )
  const known = years.filter((one) => one.sum !== null)
  const ofLicences = years.filter((one) => one.measure === 'licences')
  const reports = ofLicences.reduce((sum, one) => sum + one.reports, 0)
  return {
    headline: headline(locale, years),
    subtitle: zh
      ? `单个机关主动公开情况的合计，件；收费为万元。${n(reports)} 份报告。${span}`
      : `Sums of the table of proactive disclosure over single bodies; fees in CNY 10,000. ${counted(reports, 'report')}. ${span}`,
    notes: [
      zh
        ? '每行有自己的刻度，只能在行内比较；合计随收录的报告增减，下面的表给出每个数用了几份报告。'
        : 'Each row has a scale of its own. Sums grow with the reports covered; the table below says of how many each is.',
      zh
        ? '规范性文件一栏在 2019 年版是“新制作”，2021 年版是“制发”，意思不同，分作两行。2019 年版没有收费金额。'
        : 'The form of 2019 counts normative documents made, that of 2021 those issued: they differ, and have rows of their own. The form of 2019 has no amount of fees.',
      zh
        ? '读不出、没有证明的数字不计；负数照原样留在数据里，不计入合计。'
        : 'Figures that cannot be read or proved are left out; a negative one stays in the data as printed, but in no sum.',
      sharedNotes.aggregate[locale],
    ],
    description: known
      .map((one) => `${one.year} ${labelOf(one.measure, locale)} ${n(one.sum)}`)
      .join(zh ? '；' : '; '),
  }
}

function table(locale: Locale, years: readonly MeasuredYear[]): ChartTable {
  const zh = locale === 'zh'
  return {
    caption: zh ? '各年合计' : 'Sums by year',
    columns: [
      { label: zh ? '年份' : 'Year', numeric: false },
      { label: zh ? '项目' : 'Figure', numeric: false },
      { label: zh ? '合计' : 'Sum', numeric: true },
      { label: zh ? '用了几份' : 'Of reports', numeric: true },
      { label: zh ? '有此项的报告' : 'Reports with it', numeric: true },
    ],
    rows: years
      .filter((one) => one.reports > 0)
      .map((one) => [
        cell(`${one.year}`),
        cell(labelOf(one.measure, locale)),
        ...[one.sum, one.used, one.reports].map((value) => cell(n(value))),
      ]),
  }
}

const columns = [
  { name: 'year', zh: '年份', en: 'Year of the reports' },
  {
    name: 'figure',
    zh: measures.map(({ id }) => `${id}（${labels[id]?.zh ?? ''}）`).join('、'),
    en: measures.map(({ id }) => `\`${id}\` (${labels[id]?.en ?? ''})`).join(', '),
  },
  { name: 'sum', zh: '合计；没有一份读得出时为空', en: 'Sum; empty where it can be read in no report' },
  { name: 'used', zh: '合计用了几份报告', en: 'Of how many reports' },
  { name: 'reports', zh: '表格里有此项的报告份数', en: 'Reports whose form has the figure' },
]

/** What agencies published on their own: decisions, documents and fees, summed up by year. */
export const proactive = defineChart('proactive', { zh: '主动公开', en: 'Proactive disclosure' }, (atlas) => {
  const years = proactiveYears(atlas.reports)
  return {
    words: (locale) => words(locale, years),
    parts: [
      {
        id: 'years',
        title: () => '',
        draw: (locale, size) =>
          drawSums(
            measures.map(({ id }) => ({
              label: labelOf(id, locale),
              values: new Map(
                years.flatMap((one) =>
                  one.measure === id && one.sum !== null ? [[one.year, one.sum] as const] : [],
                ),
              ),
            })),
            locale,
            size,
          ),
      },
    ],
    tables: (locale) => [table(locale, years)],
    data: {
      columns,
      rows: years.map((one) => [one.year, one.measure, one.sum, one.used, one.reports]),
    },
  }
})
