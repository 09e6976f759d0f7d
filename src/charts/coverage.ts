import type { Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { type CoverageYear, formChanges, readingCoverage } from '../stats/readingCoverage.ts'
import { wilson } from '../stats/wilson.ts'
import { type ChartTable, cell, defineChart, type TableCell } from './chart.ts'
import { capital, coverageMeasures, type Measure } from './coverageMeasures.ts'
import { coverageChartWords } from './coverageWords.ts'
import { drawShareRows } from './shareRows.ts'

/** The words at the years from which most reports follow another form. */
const breaksOf = (years: readonly CoverageYear[], locale: Locale): ReadonlyMap<number, string> =>
  new Map(
    formChanges(years).map(({ year, form }) => [
      year,
      locale === 'zh' ? `${form} 年版表格起` : `${form} form begins`,
    ]),
  )

function shareCells(locale: Locale, count: number, of: number): TableCell[] {
  const share = wilson(count, of)
  return [
    cell(formatNumber(locale, count)),
    cell(share ? formatShare(locale, share.value) : '–'),
    cell(share ? formatInterval(locale, share.lower, share.upper) : '–'),
  ]
}

/** A table of measures that are shares of the same number. */
function table(
  locale: Locale,
  caption: string,
  measures: readonly Measure[],
  years: readonly CoverageYear[],
): ChartTable {
  const zh = locale === 'zh'
  const numeric = measures.flatMap((one) => [
    capital(one.short)[locale],
    zh ? '比例' : 'Share',
    zh ? '95% 区间' : '95 % interval',
  ])
  return {
    caption,
    columns: [
      { label: zh ? '年份' : 'Year', numeric: false },
      { label: measures[0]?.ofLabel[locale] ?? '', numeric: true },
      ...numeric.map((label) => ({ label, numeric: true })),
    ],
    rows: years.map((year) => [
      cell(`${year.year}`),
      cell(formatNumber(locale, measures[0]?.of(year) ?? 0)),
      ...measures.flatMap((one) => shareCells(locale, one.count(year), one.of(year))),
    ]),
  }
}

const columns = [
  { name: 'year', zh: '年份', en: 'Year of the reports' },
  {
    name: 'measure',
    zh: coverageMeasures.map((one) => `${one.id}（${one.label.zh}）`).join('、'),
    en: coverageMeasures.map((one) => `\`${one.id}\` (${one.label.en.toLowerCase()})`).join(', '),
  },
  { name: 'count', zh: '机关数或报告份数', en: 'Agencies or reports' },
  {
    name: 'of',
    zh: '分母：应有报告的机关数，或报告份数',
    en: 'What they are of: agencies from which a report is expected, or reports',
  },
  { name: 'share', zh: '比例，0 到 1', en: 'Share, 0 to 1' },
  { name: 'lower', zh: '95% 威尔逊区间下界', en: 'Lower end of the 95 % Wilson interval' },
  { name: 'upper', zh: '95% 威尔逊区间上界', en: 'Upper end of it' },
]

/** How much of what should be there is there, and how far it was read. */
export const coverage = defineChart('coverage', { zh: '质量与覆盖', en: 'Quality and coverage' }, (atlas) => {
  const years = readingCoverage(atlas)
  const [held, ...read] = coverageMeasures
  const rows = (locale: Locale) =>
    coverageMeasures.map((one) => ({
      label: one.label[locale],
      countLabel: one.short[locale],
      ofLabel: one.ofShort[locale],
      points: years.map((year) => ({ year: year.year, count: one.count(year), of: one.of(year) })),
    }))
  return {
    words: (locale) => coverageChartWords(locale, years, atlas),
    parts: [
      {
        id: 'years',
        title: () => '',
        draw: (locale, size) => drawShareRows(rows(locale), breaksOf(years, locale), locale, size),
      },
    ],
    tables: (locale) => [
      table(locale, locale === 'zh' ? '收录了多少' : 'How much is held', [held], years),
      table(locale, locale === 'zh' ? '读出了多少' : 'How far it was read', read, years),
    ],
    data: {
      columns,
      rows: years.flatMap((year) =>
        coverageMeasures.map((one) => {
          const share = wilson(one.count(year), one.of(year))
          return [
            year.year,
            one.id,
            one.count(year),
            one.of(year),
            share?.value ?? null,
            share?.lower ?? null,
            share?.upper ?? null,
          ]
        }),
      ),
    },
  }
})
