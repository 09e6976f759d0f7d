import { scaleLinear } from 'd3-scale'
import { counted } from '../i18n/charts.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { type LargeReceiver, largestReceivers, leastConcluded, mostShown } from '../stats/largest.ts'
import { type ChartTable, type ChartWords, cell, defineChart } from './chart.ts'
import { type Drawing, line, type Shape, type Size, text, widthOf } from './drawing.ts'
import { shorten } from './text.ts'

const n = (value: number) => formatNumber('en', value)

/** Rows by falling volume: the name, what was received, and the share disclosed with its interval. */
function draw(receivers: readonly LargeReceiver[], locale: Locale, size: Size): Drawing {
  const zh = locale === 'zh'
  const width = widthOf[size]
  if (receivers.length === 0) {
    const none = zh
      ? `没有一个机关办结了 ${leastConcluded} 件。`
      : `No agency concluded ${leastConcluded} requests.`
    return { width, height: 20, shapes: [text('note', 0, 14, none)] }
  }
  const wide = size === 'wide'
  const [left, pitch, top] = wide ? [330, 26, 40] : [64, 44, 40]
  const x = scaleLinear([0, 1], [left, width - 30])
  const bottom = top + receivers.length * pitch
  const grid = [0, 0.5, 1].flatMap((share): Shape[] => [
    line(share === 0 ? 'axis' : 'grid', x(share), top - 8, x(share), bottom),
    text('tick', x(share), top - 14, `${share * 100}%`, 'middle'),
  ])
  const rows = receivers.flatMap((one, i): Shape[] => {
    const y = top + i * pitch + (wide ? 14 : 32)
    const name = shorten(one.name, wide ? left - 90 : width - 8, 12)
    return [
      text('label', 0, wide ? y + 4 : y - 14, name),
      text('value', left - 14, y + 4, n(one.received), 'end'),
      line('interval', x(one.lower), y, x(one.upper), y),
      line('rate', x(one.rate), y - 6, x(one.rate), y + 6),
    ]
  })
  const heads = [
    text('tick', left - 14, top - 14, zh ? '新收（件）' : 'received', 'end'),
    text('tick', x(1), 12, zh ? '公开率，95% 区间' : 'disclosure rate, 95% interval', 'end'),
  ]
  return { width, height: bottom + 6, shapes: [...heads, ...grid, ...rows] }
}

function headline(locale: Locale, receivers: readonly LargeReceiver[]): string {
  const zh = locale === 'zh'
  const [low, high] = [
    receivers.toSorted((a, b) => a.upper - b.upper)[0],
    receivers.toSorted((a, b) => b.lower - a.lower)[0],
  ]
  if (!low || !high) {
    return zh
      ? `还没有单个机关在一年里办结 ${leastConcluded} 件申请`
      : `No single body has concluded ${leastConcluded} requests in a year`
  }
  if (receivers.length === 1) {
    return zh
      ? `办结满 ${leastConcluded} 件的只有一个机关，公开率 ${formatShare(locale, low.rate)}`
      : `One agency concluded ${leastConcluded} requests or more; it disclosed ${formatShare(locale, low.rate)}`
  }
  const rates = receivers.map((one) => one.rate).sort((a, b) => a - b)
  const span = formatInterval(locale, rates[0] ?? 0, rates.at(-1) ?? 0)
  if (low.upper < high.lower) {
    return zh
      ? `收到申请最多的 ${receivers.length} 个机关，公开率从低到高是 ${span}，差别超出偶然`
      : `The ${receivers.length} largest receivers disclosed ${span} of what they concluded: more apart than chance explains`
  }
  return zh
    ? `收到申请最多的 ${receivers.length} 个机关，公开率在 ${span} 之间，差别没有超出偶然`
    : `The ${receivers.length} largest receivers disclosed ${span} of what they concluded: no more apart than chance explains`
}

type Largest = ReturnType<typeof largestReceivers>

const shown: Bilingual = {
  zh: '新收，件；办结的申请全部或部分公开的比例，%，附 95% 区间',
  en: 'new requests; disclosed in full or in part as a share of those concluded, %, with 95% interval',
}

/** Whom the chart shows; whom it would show, where there is nobody. */
function whom(locale: Locale, { year, receivers, candidates }: Largest): string {
  const zh = locale === 'zh'
  if (receivers.length === 0) {
    return zh
      ? `办结满 ${leastConcluded} 件的单个机关`
      : `Single bodies that concluded ${leastConcluded} or more`
  }
  return zh
    ? `${year ?? ''} 年办结满 ${leastConcluded} 件的 ${n(candidates)} 个单个机关中新收申请最多的 ${receivers.length} 个`
    : `The ${receivers.length} with most new requests of ${counted(candidates, 'single body', 'single bodies')} that concluded ${leastConcluded} or more in ${year ?? ''}`
}

function words(locale: Locale, largest: Largest): ChartWords {
  const { receivers } = largest
  const zh = locale === 'zh'
  return {
    headline: headline(locale, receivers),
    subtitle: `${whom(locale, largest)}${zh ? '：' : ': '}${shown[locale]}`,
    notes: [
      zh
        ? `按收到的件数排列，不按公开率：这不是名次表。最多列 ${mostShown} 个。`
        : `In order of requests received, not of the rate: this is no league table. ${mostShown} at most.`,
      zh
        ? '公开率受申请内容左右：要求的信息不存在、不归本机关，都不会“公开”。横线重叠的机关分不出高低。'
        : 'The rate depends on what is asked: what does not exist, or lies with another agency, is never disclosed. Where bars overlap, the agencies cannot be told apart.',
      zh
        ? '汇总报告不在其中；数字不全或互相矛盾的报告也不在其中。'
        : 'Aggregate reports are left out, and so are reports whose figures are incomplete or contradict each other.',
    ],
    description: receivers
      .map((one) => `${one.name} ${n(one.received)}, ${formatShare(locale, one.rate)}`)
      .join(zh ? '；' : '; '),
  }
}

function table(locale: Locale, receivers: readonly LargeReceiver[]): ChartTable {
  const zh = locale === 'zh'
  const labels = zh
    ? ['新收（件）', '办结', '公开', '公开率', '95% 区间']
    : ['New requests', 'Concluded', 'Disclosed', 'Rate', '95% interval']
  return {
    caption: zh ? '收到申请最多的机关' : 'Largest receivers',
    columns: [
      { label: zh ? '机关' : 'Agency', numeric: false },
      ...labels.map((label) => ({ label, numeric: true })),
    ],
    rows: receivers.map((one) => [
      { text: one.name, agency: one.agency_id },
      ...[one.received, one.concluded, one.disclosed].map((value) => cell(n(value))),
      cell(formatShare(locale, one.rate)),
      cell(formatInterval(locale, one.lower, one.upper)),
    ]),
  }
}

const columns = [
  { name: 'agency_id', zh: '机关的代码', en: 'Id of the agency' },
  { name: 'year', zh: '年份', en: 'Year of the report' },
  { name: 'new_requests', zh: '本年新收申请，件', en: 'New requests' },
  { name: 'concluded', zh: '本年度办理总计，件', en: 'Requests concluded' },
  { name: 'disclosed', zh: '予以公开与部分公开，件', en: 'Disclosed in full or in part' },
  { name: 'rate', zh: '公开率，0 到 1', en: 'Disclosure rate, 0 to 1' },
  { name: 'lower', zh: '95% 威尔逊区间下界', en: 'Lower end of the 95 % Wilson interval' },
  { name: 'upper', zh: '95% 威尔逊区间上界', en: 'Upper end of it' },
]

/** The agencies that receive most, and how much they disclose; in order of volume, never of the rate. */
export const largest = defineChart('largest', { zh: '申请最多的机关', en: 'Largest receivers' }, (atlas) => {
  const found = largestReceivers(atlas.reports, atlas.agencies)
  return {
    words: (locale) => words(locale, found),
    parts: [{ id: 'all', title: () => '', draw: (locale, size) => draw(found.receivers, locale, size) }],
    tables: (locale) => [table(locale, found.receivers)],
    data: {
      columns,
      rows: found.receivers.map((one) => [
        one.agency_id,
        one.year,
        one.received,
        one.concluded,
        one.disclosed,
        one.rate,
        one.lower,
        one.upper,
      ]),
    },
  }
})
