import { type Countable, countedOf } from '../i18n/charts.ts'
import type { Bilingual, Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { type ComposedYear, disputeResults, disputesOf } from '../stats/composition.ts'
import type { Chart } from './chart.ts'
import { shareWithInterval, spokenOf } from './commonest.ts'
import { compositionChart } from './composition.ts'

interface Disputes {
  readonly id: string
  readonly rows: readonly string[]
  readonly name: Bilingual
  readonly whole: Countable
  readonly notes: readonly Bilingual[]
}

/** What share of the cases decided was corrected: those still pending are in neither number. */
function headline(locale: Locale, years: readonly ComposedYear[], whole: Countable): string {
  const { latest, whole: counted } = spokenOf(years)
  const decided = counted.total - (counted.parts['pending'] ?? 0)
  const corrected = counted.parts['overturned'] ?? 0
  const zh = locale === 'zh'
  const when = latest ? (zh ? `${latest.year} 年` : ` in ${latest.year}`) : ''
  const [total, n] = [formatNumber('en', counted.total), (value: number) => formatNumber('en', value)]
  if (decided === 0) {
    return zh
      ? `${when}${whole.zh} ${total} 件，${counted.total === 1 ? '' : '都'}还没有审结`
      : counted.total === 1
        ? `The one ${whole.one}${when} has not been decided`
        : `None of the ${total} ${whole.en}${when} has been decided`
  }
  const share = shareWithInterval(locale, corrected, decided)
  return zh
    ? `${when}审结的${whole.zh} ${n(decided)} 件，${n(corrected)} 件结果纠正，占 ${share}`
    : `Of ${countedOf(decided, whole)} decided${when}, ${n(corrected)} corrected the agency: ${share}`
}

const shared: readonly Bilingual[] = [
  {
    zh: '纠正的比例以审结的件数为分母，不含尚未审结的；“其他结果”里常有机关改正后申请人撤回的，所以这个比例偏低。',
    en: 'The corrected share is of cases decided, without those pending. “Other outcome” often holds cases withdrawn after the agency gave in, so that the share is low.',
  },
  {
    zh: '这些案件多由以前年度的申请引起，不能与当年的申请相除。两版表格的这张表相同，各年可比。',
    en: 'The cases mostly stem from requests of earlier years, and are no part of those of the year. Both forms have the same table, so years can be compared.',
  },
]

const disputesChart = ({ id, rows, name, whole, notes }: Disputes): Chart =>
  compositionChart({
    id,
    name,
    parts: disputeResults,
    compositionOf: (report) => disputesOf(report, rows),
    whole,
    subtitle: {
      zh: `因政府信息公开引起的${whole.zh}，各种结果所占比例，%；不足 20 件的年份给出件数`,
      en: `${whole.en.replace(/^./, (c) => c.toUpperCase())} on disclosure by outcome, %; counts where a year has fewer than 20`,
    },
    headline: (locale, years) => headline(locale, years, whole),
    notes: [...shared, ...notes],
    formMatters: false,
  })

/** What became of reconsiderations and of suits. */
export const disputes: readonly Chart[] = [
  disputesChart({
    id: 'reconsideration',
    rows: ['review'],
    name: { zh: '行政复议', en: 'Reconsideration' },
    whole: { zh: '行政复议', en: 'reconsiderations', one: 'reconsideration' },
    notes: [],
  }),
  disputesChart({
    id: 'litigation',
    rows: ['suit_direct', 'suit_after_review'],
    name: { zh: '行政诉讼', en: 'Litigation' },
    whole: { zh: '行政诉讼', en: 'suits', one: 'suit' },
    notes: [
      {
        zh: '直接起诉和复议后起诉合在一起；一审、二审可能重复计数。',
        en: 'Suits with and without prior reconsideration are put together; a case in two instances may be counted twice.',
      },
    ],
  }),
]
