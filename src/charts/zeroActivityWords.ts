import { counted, requestRowWords, sharedNotes, yearsWords } from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ZeroActivity } from '../stats/zeroActivity.ts'
import type { ChartWords } from './chart.ts'

/** Below this number of readable reports, a share is drawn but not compared with others. */
export const tooFew = 5
/** From this number on, the share of one year is worth a headline. */
const manyReports = 30

const n = (value: number) => formatNumber('en', value)
const sum = (rows: readonly ZeroActivity[], key: 'reports' | 'readable' | 'zero') =>
  rows.reduce((total, row) => total + row[key], 0)

type Measured = ZeroActivity & { readonly rate: number; readonly lower: number; readonly upper: number }
export const isMeasured = (row: ZeroActivity): row is Measured => row.rate !== null

/** The change from the first to the last year with enough reports, in words, where there are two such years. */
function change(locale: Locale, first: Measured, last: Measured): string {
  const [from, to] = [formatShare(locale, first.rate), formatShare(locale, last.rate)]
  const zh = locale === 'zh'
  if (last.upper < first.lower || last.lower > first.upper) {
    const fell = last.rate < first.rate
    return zh
      ? `全年没有收到申请的机关，从 ${first.year} 年的 ${from} ${fell ? '降到' : '升到'} ${last.year} 年的 ${to}`
      : `Agencies without a single request ${fell ? 'fell' : 'rose'} from ${from} in ${first.year} to ${to} in ${last.year}`
  }
  return zh
    ? `${last.year} 年 ${to} 的机关全年没有收到申请，与 ${first.year} 年的 ${from} 没有明显差别`
    : `In ${last.year}, ${to} of agencies received no request, not clearly different from ${from} in ${first.year}`
}

function fewHeadline(locale: Locale, readable: number, zero: number): string {
  const zh = locale === 'zh'
  if (readable === 1) {
    if (zh)
      return zero ? '仅有的一份报告没有收到申请，还谈不上比例' : '仅有的一份报告收到过申请，还谈不上比例'
    return zero
      ? 'The one report shows no request: too little for a rate'
      : 'The one report shows requests: too little for a rate'
  }
  return zh
    ? `${n(readable)} 份报告中 ${n(zero)} 份全年没有收到申请；报告太少，不能代表全体`
    : `${n(zero)} of ${n(readable)} reports ${zero === 1 ? 'shows' : 'show'} no request at all, too few to speak for all agencies`
}

function headline(locale: Locale, rows: readonly ZeroActivity[]): string {
  const measured = rows.filter(isMeasured)
  const last = measured.at(-1)
  const enough = measured.filter((row) => row.readable >= manyReports)
  const [first, latest] = [enough[0], enough.at(-1)]
  if (!last) {
    return locale === 'zh'
      ? '还没有读得出的报告，零申请的比例无从算起'
      : 'No report can be read yet, so there is no rate'
  }
  if (!first || !latest) return fewHeadline(locale, sum(rows, 'readable'), sum(rows, 'zero'))
  if (first !== latest) return change(locale, first, latest)
  return locale === 'zh'
    ? `${latest.year} 年，${n(latest.readable)} 份报告中 ${formatShare(locale, latest.rate)} 全年没有收到一件申请`
    : `In ${latest.year}, ${formatShare(locale, latest.rate)} of ${n(latest.readable)} reports show no request at all`
}

function description(locale: Locale, rows: readonly ZeroActivity[]): string {
  const zh = locale === 'zh'
  const sentences = rows.map((row) => {
    const { year, zero, readable, reports } = row
    if (!isMeasured(row))
      return zh ? `${year} 年：${n(reports)} 份报告都读不出。` : `${year}: none of ${n(reports)} readable.`
    const [rate, interval] = [formatShare(locale, row.rate), formatInterval(locale, row.lower, row.upper)]
    return zh
      ? `${year} 年：${n(readable)} 份中 ${n(zero)} 份为零，${rate}，95% 区间 ${interval}。`
      : `${year}: ${n(zero)} of ${n(readable)} at zero, ${rate}, 95 % interval ${interval}.`
  })
  return sentences.join(zh ? '' : ' ')
}

function notes(locale: Locale, rows: readonly ZeroActivity[]): string[] {
  const [reports, unreadable] = [sum(rows, 'reports'), sum(rows, 'reports') - sum(rows, 'readable')]
  if (locale === 'zh') {
    const left = unreadable
      ? `${n(reports)} 份报告中 ${n(unreadable)} 份读不出，不计入`
      : `${n(reports)} 份报告全部读得出`
    return [
      '短横是比例，竖线是 95% 威尔逊区间：假如这些报告是从同类机关中随机得到的，全体的比例大致在这个范围内。报告少，区间就宽。',
      `分母是读得出新收申请数的报告；${left}。没有报告的年份留空。`,
      `少于 ${tooFew} 份报告的比例画成虚线，只供查看，不宜比较，也不排名次。`,
      '汇总报告在这里也只算一份报告：数的是报告，不是申请。',
      sharedNotes.zero.zh,
      '新收申请一栏在 2019 年和 2021 年两版表格中相同；但各年收录的机关不同，比例的变化可能只是收录的变化。',
    ]
  }
  const left = unreadable
    ? `${n(unreadable)} of ${n(reports)} cannot and are left out`
    : `all ${n(reports)} can`
  return [
    'The short stroke is the share, the upright line its 95 % Wilson interval: were these reports a random draw from agencies of their kind, the share of all would lie about there. Few reports make it wide.',
    `The denominator is the reports whose new requests can be read; ${left}. Years without reports stay empty.`,
    `Shares of fewer than ${tooFew} reports are dashed: to be seen, not to be compared or ranked.`,
    'An aggregate report counts as one report here: reports are counted, not requests.',
    sharedNotes.zero.en,
    'The row of new requests is the same in the forms of 2019 and 2021; but other agencies are covered from year to year, so a change of the share may be a change of coverage alone.',
  ]
}

/** The words of the chart of zero activity; `rows` are those of all reports, a row a year. */
export function zeroActivityWords(locale: Locale, rows: readonly ZeroActivity[]): ChartWords {
  const [reports, readable] = [sum(rows, 'reports'), sum(rows, 'readable')]
  const years = yearsWords(
    locale,
    rows.map((row) => row.year),
  )
  const measure = requestRowWords('received')
  return {
    headline: headline(locale, rows),
    subtitle:
      locale === 'zh'
        ? `“${measure.zh}”为零的报告占读得出的报告的比例，%，附 95% 区间。${n(reports)} 份报告，${n(readable)} 份读得出。${years}`
        : `Reports with zero “${measure.en.toLowerCase()}” as a share of readable reports, %, with 95 % interval. ${counted(reports, 'report')}, ${n(readable)} readable. ${years}`,
    notes: notes(locale, rows),
    description: description(locale, rows),
  }
}
