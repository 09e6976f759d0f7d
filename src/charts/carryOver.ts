import type { Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { type ComposedYear, carriedOf } from '../stats/composition.ts'
import { shareWithInterval, spokenOf } from './commonest.ts'
import { compositionChart } from './composition.ts'

function headline(locale: Locale, years: readonly ComposedYear[]): string {
  const { latest, whole } = spokenOf(years)
  const [carried, total] = [whole.parts['carried_out'] ?? 0, formatNumber('en', whole.total)]
  const zh = locale === 'zh'
  const when = latest ? (zh ? `${latest.year} 年` : ` in ${latest.year}`) : ''
  if (carried === 0) {
    return zh
      ? `${when}要办的 ${total} 件申请都在当年办结，没有结转`
      : `All ${total} requests on hand${when} were concluded within the year`
  }
  const share = shareWithInterval(locale, carried, whole.total)
  return zh
    ? `${when}要办的 ${total} 件申请中，${formatNumber('en', carried)} 件结转到下一年，占 ${share}`
    : `Of ${total} requests on hand${when}, ${formatNumber('en', carried)} were carried into the next year: ${share}`
}

/** How many of the requests on hand were concluded within the year, and how many carried into the next. */
export const carryOver = compositionChart({
  id: 'carry-over',
  name: { zh: '结转', en: 'Carry-over' },
  parts: [
    { id: 'concluded', zh: '本年度办结', en: 'Concluded in the year' },
    { id: 'carried_out', zh: '结转下年度继续办理', en: 'Carried over to next year' },
  ],
  compositionOf: carriedOf,
  whole: { zh: '要办的申请', en: 'requests on hand', one: 'request on hand' },
  subtitle: {
    zh: '本年新收与上年结转的申请，办结和结转所占比例，%；不足 20 件的年份给出件数',
    en: 'Requests received in the year and carried in from the last, %; counts where a year has fewer than 20',
  },
  headline,
  notes: [
    {
      zh: '12 月下旬才收到的申请本来就要跨年，结转不等于逾期。',
      en: 'Requests of late December are carried over as a matter of course: that is no delay.',
    },
    {
      zh: '这几行在 2019 年和 2021 年两版表格中相同，各年可比；但各年收录的机关不同。',
      en: 'These rows are the same in the forms of 2019 and 2021, so years can be compared; but other agencies are covered from year to year.',
    },
  ],
  formMatters: false,
})
