import {
  counted,
  listWords,
  reportsWords,
  requestRowWords,
  requestsWords,
  sharedNotes,
  yearsWords,
} from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { shareOfBusiest, type VolumePoint, type VolumeYear, volumeYears } from '../stats/volumes.ts'
import type { ChartWords } from './chart.ts'

/** From how many readable reports of single bodies in a year shares are worth a headline. */
const manyReports = 30

const n = (value: number) => formatNumber('en', value)

function fewHeadline(locale: Locale, readable: number, zero: number, sum: number): string {
  const some = readable - zero
  const zh = locale === 'zh'
  if (readable === 1) {
    if (zh) return zero ? '仅有的一份单个机关报告没有收到申请' : `仅有的一份单个机关报告收到 ${n(sum)} 件申请`
    return zero
      ? 'The one report of a single body shows no request at all'
      : `The one report of a single body shows ${requestsWords('en', sum)}`
  }
  if (some === 0) {
    return zh
      ? `${n(readable)} 份单个机关报告，全部没有收到申请`
      : `None of the ${n(readable)} reports of single bodies shows a request`
  }
  if (zero === 0) {
    return zh
      ? `${n(readable)} 份单个机关报告都收到过申请，合计 ${n(sum)} 件`
      : `All ${n(readable)} reports of single bodies show requests, ${n(sum)} in all`
  }
  return zh
    ? `${n(readable)} 份单个机关报告中，${n(zero)} 份全年没有收到申请，其余 ${n(some)} 份共收到 ${n(sum)} 件`
    : `Of ${n(readable)} reports of single bodies, ${n(zero)} ${zero === 1 ? 'shows' : 'show'} no request; the other ${n(some)} received ${n(sum)} in all`
}

function manyHeadline(locale: Locale, latest: VolumeYear, ofYear: readonly VolumePoint[]): string {
  const zh = locale === 'zh'
  const part = latest.readable >= 100 ? 0.01 : 0.1
  const busiest = shareOfBusiest(ofYear, part)
  if (busiest === null) {
    return zh
      ? `${latest.year} 年，${n(latest.readable)} 个机关没有一个收到申请`
      : `In ${latest.year}, not one of ${n(latest.readable)} agencies received a request`
  }
  const [share, top] = [formatShare(locale, busiest), formatShare(locale, part)]
  const typical = latest.median ?? 0
  if (zh) {
    const rest = typical === 0 ? '至少一半的机关一件也没有收到' : `中位数是 ${n(typical)} 件`
    return `${latest.year} 年，收到最多的 ${top} 的机关占了全部申请的 ${share}；${rest}`
  }
  const rest = typical === 0 ? 'at least half of all got none' : `the median is ${n(typical)}`
  return `In ${latest.year}, the busiest ${top} of agencies got ${share} of all requests; ${rest}`
}

function headline(locale: Locale, points: readonly VolumePoint[], years: readonly VolumeYear[]): string {
  const zh = locale === 'zh'
  const own = years.filter((one) => !one.aggregate && one.readable > 0)
  const latest = own.at(-1)
  if (points.length === 0) return zh ? '还没有可以画的报告' : 'There is no report to draw yet'
  if (!latest) {
    return zh
      ? '还没有读得出数字的单个机关报告'
      : 'There is no report of a single body yet whose figure can be read'
  }
  if (latest.readable >= manyReports) {
    const ofYear = points.filter((point) => !point.aggregate && point.year === latest.year)
    return manyHeadline(locale, latest, ofYear)
  }
  const sumOf = (key: 'readable' | 'zero' | 'sum') => own.reduce((sum, one) => sum + (one[key] ?? 0), 0)
  return fewHeadline(locale, sumOf('readable'), sumOf('zero'), sumOf('sum'))
}

function subtitle(locale: Locale, points: readonly VolumePoint[]): string {
  const own = points.filter((point) => !point.aggregate).length
  const aggregate = points.length - own
  const years = yearsWords(
    locale,
    points.map((point) => point.year),
  )
  const measure = requestRowWords('received')
  if (locale === 'zh') {
    const also = aggregate ? `，另有 ${n(aggregate)} 份汇总报告` : ''
    return `${measure.zh}，件，对数刻度，零单列。${n(own)} 份单个机关报告${also}。${years}`
  }
  const also = aggregate ? `, and ${counted(aggregate, 'aggregate report')}` : ''
  return `${measure.en}, on a log scale with zero apart. ${counted(own, 'report')} of single bodies${also}. ${years}`
}

function notes(locale: Locale, points: readonly VolumePoint[], unstated: number): string[] {
  const zh = locale === 'zh'
  const unreadable = points.filter((point) => point.activity === 'unreadable').length
  const read = zh
    ? `合计只加读得出的单个机关报告；${reportsWords('zh', points.length)}中${unreadable ? ` ${n(unreadable)} 份的数字读不出` : '没有读不出的'}。`
    : `Sums are over the readable reports of single bodies; of ${counted(points.length, 'report')}, ${unreadable ? n(unreadable) : 'none'} cannot be read.`
  const coverage = zh
    ? '各年收录的机关不同，合计的变化可能只是收录的变化。'
    : 'Other agencies are covered from year to year, so a change of a sum may be a change of coverage alone.'
  const scope = zh
    ? `${reportsWords('zh', unstated)}没有说明是否含下级机关，按单个机关对待。`
    : `${counted(unstated, 'report')} ${unstated === 1 ? 'does' : 'do'} not say whether lower bodies are included; taken as single bodies.`
  const form = zh
    ? '本年新收一栏在 2019 年和 2021 年两版表格中相同，各年可比。'
    : 'The row of new requests is the same in the forms of 2019 and 2021, so years can be compared.'
  return [
    sharedNotes.zero[locale],
    sharedNotes.aggregate[locale],
    read,
    coverage,
    ...(unstated ? [scope] : []),
    form,
  ]
}

function description(locale: Locale, years: readonly VolumeYear[]): string {
  const zh = locale === 'zh'
  const sentences = years.map(({ year, aggregate, reports, zero, sum, max }) => {
    const kind = zh ? (aggregate ? '汇总报告' : '单个机关报告') : aggregate ? 'aggregate' : 'single-body'
    const parts = zh
      ? [`${n(reports)} 份${kind}`, `${n(zero)} 份为零`]
      : [counted(reports, `${kind} report`), `${n(zero)} at zero`]
    if (sum !== null) parts.push(zh ? `合计 ${n(sum)} 件` : `${requestsWords('en', sum)} in all`)
    if (max) parts.push(zh ? `最多 ${n(max)} 件` : `the most ${n(max)}`)
    return zh ? `${year} 年：${parts.join('，')}。` : `${year}: ${listWords('en', parts)}.`
  })
  return sentences.join(zh ? '' : ' ')
}

/** The words of the chart of volumes. `unstated` is the number of reports that do not say whom they cover. */
export function volumesWords(locale: Locale, points: readonly VolumePoint[], unstated: number): ChartWords {
  const years = volumeYears(points)
  return {
    headline: headline(locale, points, years),
    subtitle: subtitle(locale, points),
    notes: notes(locale, points, unstated),
    description: description(locale, years),
  }
}
