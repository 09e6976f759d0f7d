import { type Countable, counted, countedOf, listWords, sharedNotes, yearsWords } from '../i18n/charts.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { FormVersion } from '../model/form.ts'
import { type ComposedYear, type Composition, composeYears } from '../stats/composition.ts'
import { type Chart, type ChartTable, cell, defineChart } from './chart.ts'
import { drawShareMatrix } from './shareMatrix.ts'

/** A chart of what the requests of each year are made of. */
export interface CompositionSpec {
  readonly id: string
  readonly name: Bilingual
  readonly parts: readonly ({ readonly id: string } & Bilingual)[]
  readonly compositionOf: (report: ReportFigures) => Composition
  /** What the whole is: `办结的申请`, `requests concluded`. */
  readonly whole: Countable
  readonly subtitle: Bilingual
  /** The finding for single bodies; `years` have requests, and are at least one. */
  readonly headline: (locale: Locale, years: readonly ComposedYear[]) => string
  readonly notes: readonly Bilingual[]
  /** Whether the two forms differ in these parts, so that a change of form is a break. */
  readonly formMatters: boolean
}

const n = (value: number) => formatNumber('en', value)

/** Years put together as one, for headlines where single years hold too little. */
export function pool(years: readonly ComposedYear[]): {
  total: number
  parts: Readonly<Record<string, number>>
} {
  const parts: Record<string, number> = {}
  for (const one of years)
    for (const [id, value] of Object.entries(one.parts)) parts[id] = (parts[id] ?? 0) + value
  return { total: years.reduce((sum, one) => sum + one.total, 0), parts }
}

const mainForm = ({ forms }: ComposedYear): FormVersion => (forms['2021'] >= forms['2019'] ? '2021' : '2019')

/** The years from which most reports follow another form than in the year with reports before. */
function formBreaks(years: readonly ComposedYear[], locale: Locale): Map<number, string> {
  const breaks = new Map<number, string>()
  for (const aggregate of [false, true]) {
    const ofKind = years.filter((one) => one.aggregate === aggregate)
    ofKind.forEach((one, i) => {
      const before = ofKind[i - 1]
      if (!before || mainForm(before) === mainForm(one)) return
      breaks.set(one.year, locale === 'zh' ? `${mainForm(one)} 年版表格起` : `${mainForm(one)} form begins`)
    })
  }
  return breaks
}

/** In which years some reports follow another form than most; in words, or nothing. */
function mixedForms(years: readonly ComposedYear[], locale: Locale): string[] {
  const mixed = years.filter((one) => one.forms['2019'] > 0 && one.forms['2021'] > 0)
  if (mixed.length === 0) return []
  const each = mixed.map(({ year, forms }) =>
    locale === 'zh'
      ? `${year} 年 ${n(forms['2019'])} 份用 2019 年版、${n(forms['2021'])} 份用 2021 年版`
      : `${year}: ${n(forms['2019'])} on the form of 2019, ${n(forms['2021'])} on that of 2021`,
  )
  return [
    locale === 'zh'
      ? `同一年里两版表格并用：${each.join('；')}。`
      : `Both forms in one year: ${each.join('; ')}.`,
  ]
}

function leftOut(years: readonly ComposedYear[], locale: Locale): string {
  const [reports, used] = [
    years.reduce((s, one) => s + one.reports, 0),
    years.reduce((s, one) => s + one.used, 0),
  ]
  return locale === 'zh'
    ? `只合并各项都读得出、且加起来等于总计的报告：${n(reports)} 份中用了 ${n(used)} 份。`
    : `Only reports whose parts can all be read and add up to their total are put together: ${n(used)} of ${n(reports)}.`
}

function description(spec: CompositionSpec, years: readonly ComposedYear[], locale: Locale): string {
  const zh = locale === 'zh'
  const sentences = years.map((one) => {
    const kind = zh
      ? one.aggregate
        ? '汇总报告'
        : '单个机关'
      : one.aggregate
        ? 'aggregate'
        : 'single bodies'
    const start = zh
      ? `${one.year} 年${kind}，${spec.whole.zh} ${n(one.total)} 件`
      : `${one.year}, ${kind}, ${countedOf(one.total, spec.whole)}`
    const parts = spec.parts.flatMap((part) =>
      one.parts[part.id]
        ? [`${part[locale]} ${formatShare(locale, (one.parts[part.id] ?? 0) / one.total)}`]
        : [],
    )
    return parts.length === 0
      ? `${start}${zh ? '。' : '.'}`
      : `${start}${zh ? '：' : ': '}${listWords(locale, parts)}${zh ? '。' : '.'}`
  })
  return sentences.join(zh ? '' : ' ')
}

function headline(spec: CompositionSpec, years: readonly ComposedYear[], locale: Locale): string {
  const own = years.filter((one) => !one.aggregate && one.total > 0)
  if (own.length > 0) return spec.headline(locale, own)
  const zh = locale === 'zh'
  if (years.some((one) => one.total > 0)) {
    return zh
      ? `单个机关还没有${spec.whole.zh}，只有汇总报告有`
      : `Only aggregate reports show ${spec.whole.en} so far`
  }
  return zh ? `已读的报告里还没有${spec.whole.zh}` : `No ${spec.whole.en} in the reports read so far`
}

function subtitle(spec: CompositionSpec, years: readonly ComposedYear[], locale: Locale): string {
  const own = years.filter((one) => !one.aggregate)
  const [used, total] = [own.reduce((s, one) => s + one.used, 0), own.reduce((s, one) => s + one.total, 0)]
  const span = yearsWords(
    locale,
    years.map((one) => one.year),
  )
  return locale === 'zh'
    ? `${spec.subtitle.zh}。单个机关报告 ${n(used)} 份，合计 ${n(total)} 件。${span}`
    : `${spec.subtitle.en}. ${counted(used, 'report')} of single bodies, ${countedOf(total, spec.whole)}. ${span}`
}

function table(spec: CompositionSpec, years: readonly ComposedYear[], locale: Locale): ChartTable {
  const zh = locale === 'zh'
  const numeric = [zh ? '报告' : 'Reports', zh ? '总计' : 'Total', ...spec.parts.map((part) => part[locale])]
  return {
    caption: zh ? '各年件数' : 'Requests by year',
    columns: [
      { label: zh ? '年份' : 'Year', numeric: false },
      { label: zh ? '范围' : 'Scope', numeric: false },
      ...numeric.map((label) => ({ label, numeric: true })),
    ],
    rows: years.map((one) => [
      cell(`${one.year}`),
      cell(zh ? (one.aggregate ? '汇总' : '单个机关') : one.aggregate ? 'aggregate' : 'single bodies'),
      ...[one.used, one.total, ...spec.parts.map((part) => one.parts[part.id] ?? 0)].map((value) =>
        cell(formatNumber(locale, value)),
      ),
    ]),
  }
}

const columns = (spec: CompositionSpec) => [
  { name: 'year', zh: '年份', en: 'Year of the reports' },
  {
    name: 'scope',
    zh: 'single（单个机关）或 aggregate（汇总，含下级机关）',
    en: '`single` (one body) or `aggregate`',
  },
  { name: 'reports', zh: '有申请表的报告份数', en: 'Reports with the requests table' },
  {
    name: 'used',
    zh: '其中各项齐全、与总计一致的份数',
    en: 'Those of them complete and consistent: the only ones summed',
  },
  {
    name: 'part',
    zh: spec.parts.map((one) => `${one.id}（${one.zh}）`).join('、'),
    en: spec.parts.map((one) => `\`${one.id}\` (${one.en})`).join(', '),
  },
  { name: 'requests', zh: '件', en: 'Requests' },
  { name: 'total', zh: '当年总计，件', en: 'Total of the year' },
]

/** Makes a chart of what requests are made of: words, drawing, table and data from one description. */
export function compositionChart(spec: CompositionSpec): Chart {
  return defineChart(spec.id, spec.name, (atlas) => {
    const years = composeYears(atlas.reports, spec.compositionOf)
    return {
      words: (locale) => ({
        headline: headline(spec, years, locale),
        subtitle: subtitle(spec, years, locale),
        notes: [
          ...spec.notes.map((note) => note[locale]),
          ...(spec.formMatters ? mixedForms(years, locale) : []),
          leftOut(years, locale),
          sharedNotes.aggregate[locale],
        ],
        description: description(spec, years, locale),
      }),
      parts: [
        {
          id: 'years',
          title: () => '',
          draw: (locale, size) => {
            const rows = spec.parts.map((part) => ({ id: part.id, label: part[locale] }))
            const breaks = spec.formMatters ? formBreaks(years, locale) : new Map<number, string>()
            return drawShareMatrix({ rows, years, breaks }, locale, size)
          },
        },
      ],
      tables: (locale) => [table(spec, years, locale)],
      data: {
        columns: columns(spec),
        rows: years.flatMap((one) =>
          spec.parts.map((part) => [
            one.year,
            one.aggregate ? 'aggregate' : 'single',
            one.reports,
            one.used,
            part.id,
            one.parts[part.id] ?? 0,
            one.total,
          ]),
        ),
      },
    }
  })
}
