import type { Atlas } from '../dataset/load.ts'
import { counted, reportsWords, yearsWords } from '../i18n/charts.ts'
import { coverageWords } from '../i18n/coverage.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatInterval, formatNumber, formatShare } from '../i18n/numbers.ts'
import { type CoverageYear, formChanges } from '../stats/readingCoverage.ts'
import { wilson } from '../stats/wilson.ts'
import type { ChartWords } from './chart.ts'
import { coverageMeasures } from './coverageMeasures.ts'
import { tooFew } from './zeroActivityWords.ts'

/** From this number of reports on, the shares of one year are worth a headline. */
const manyReports = 30

const n = (value: number) => formatNumber('en', value)
const sum = (years: readonly CoverageYear[], key: 'reports' | 'complete' | 'partial') =>
  years.reduce((total, one) => total + one[key], 0)

/** The latest year of which at least half as many reports are held as of the best: one just begun says little. */
function spokenOf(years: readonly CoverageYear[]): CoverageYear | undefined {
  const most = Math.max(0, ...years.map((one) => one.reports))
  return years.findLast((one) => one.reports >= manyReports && one.reports * 2 >= most)
}

function headline(locale: Locale, years: readonly CoverageYear[]): string {
  const zh = locale === 'zh'
  const [reports, complete] = [sum(years, 'reports'), sum(years, 'complete')]
  if (reports === 0) return zh ? '还没有收录报告' : 'No report is covered yet'
  const year = spokenOf(years)
  if (!year) {
    return zh
      ? `${n(reports)} 份报告中 ${n(complete)} 份三张表全部读出；报告太少，说不上覆盖了多少`
      : `All three tables were read in ${n(complete)} of ${counted(reports, 'report')}, too few to speak of coverage`
  }
  const read = formatShare(locale, year.complete / year.reports)
  const held = formatShare(locale, year.held / year.expected)
  return zh
    ? `${year.year} 年收录了应有报告的机关的 ${held}，报告中 ${read} 三张表全部读出`
    : `For ${year.year}, ${held} of the agencies expected have a report here; ${read} of the reports were read whole`
}

function notes(locale: Locale, years: readonly CoverageYear[], { files }: Atlas): string[] {
  const zh = locale === 'zh'
  const unread = files.found - files.reports
  const undated = files.reports - sum(years, 'reports')
  return [
    zh
      ? `短横是比例，竖线是 95% 威尔逊区间。分母不足 ${tooFew} 的画成虚线，只写出几分之几，不宜比较。`
      : `The short stroke is the share, the upright line its 95 % Wilson interval. Shares of fewer than ${tooFew} are dashed and given as counts: to be seen, not to be compared.`,
    coverageWords.rule[locale],
    coverageWords.missingNote[locale],
    zh
      ? '“读出”是说表格认了出来、各格读了进来，不是说数字正确：数字自相矛盾的另见质量页。'
      : '“Read” says that the tables were recognised and their cells taken in, not that the figures are right: contradictions are on the page on quality.',
    zh
      ? `同一机关同一年有几个文件的，只算作数的一份。${undated > 0 ? `${n(undated)} 份不作数或不知年份的报告不在图中；` : ''}${unread > 0 ? `另有 ${n(unread)} 个文件没有读成报告，不知是哪一年的，也不在图中。` : '没有读不成报告的文件。'}`
      : `Of several files for one agency and year, the one that counts is counted. ${undated > 0 ? `${counted(undated, 'report')} that do not count or have no year are left out; ` : ''}${unread > 0 ? `so are ${counted(unread, 'file')} that gave no report, of which the year is not known.` : 'Every file gave a report.'}`,
    ...(formChanges(years).length > 0
      ? [
          zh
            ? '从竖的虚线起，多数报告用的是另一版表格，读出的难易不同。'
            : 'From the upright broken line on, most reports follow another form, which may be easier or harder to read.',
        ]
      : []),
    zh
      ? '各年收录的机关不同，比例的变化可能只是收录的变化。'
      : 'Other agencies are covered from year to year, so a change may be one of coverage alone.',
  ]
}

function description(locale: Locale, years: readonly CoverageYear[]): string {
  const zh = locale === 'zh'
  const sentences = years.map((year) => {
    const parts = coverageMeasures.flatMap((one) => {
      const share = wilson(one.count(year), one.of(year))
      if (!share) return []
      const [rate, interval] = [
        formatShare(locale, share.value),
        formatInterval(locale, share.lower, share.upper),
      ]
      return [
        zh
          ? `${one.short.zh} ${n(one.count(year))}／${n(one.of(year))}（${rate}，区间 ${interval}）`
          : `${one.short.en} ${n(one.count(year))} of ${n(one.of(year))} (${rate}, interval ${interval})`,
      ]
    })
    const all = parts.length > 0 ? parts.join(zh ? '，' : ', ') : zh ? '没有报告' : 'no report'
    return zh ? `${year.year} 年：${all}。` : `${year.year}: ${all}.`
  })
  return sentences.join(zh ? '' : ' ')
}

/** The words of the chart of quality and coverage. */
export function coverageChartWords(locale: Locale, years: readonly CoverageYear[], atlas: Atlas): ChartWords {
  const reports = sum(years, 'reports')
  const span = yearsWords(
    locale,
    years.map((one) => one.year),
  )
  return {
    headline: headline(locale, years),
    subtitle:
      locale === 'zh'
        ? `各年应有报告的机关中收录到的，以及报告中读出多少的，%，附 95% 区间。${n(atlas.agencies.length)} 个机关，${reportsWords('zh', reports)}。${span}`
        : `Agencies with a report of those expected, and reports by how far they were read, %, with 95 % interval. ${counted(atlas.agencies.length, 'agency', 'agencies')}, ${reportsWords('en', reports)}. ${span}`,
    notes: notes(locale, years, atlas),
    description: description(locale, years),
  }
}
