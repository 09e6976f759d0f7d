import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { applicantKinds, applicantsOf, type ComposedYear } from '../stats/composition.ts'
import { compositionChart, pool } from './composition.ts'

/** From how many requests of a year its shares are worth a headline. */
const manyRequests = 100

/** Kinds by how many requests they sent, most first. */
const byCount = (counts: Readonly<Record<string, number>>) =>
  [...applicantKinds].sort((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))

function headline(locale: Locale, years: readonly ComposedYear[]): string {
  const zh = locale === 'zh'
  const latest = years.filter((one) => one.total >= manyRequests).at(-1)
  const whole = latest ?? pool(years)
  const [first, second] = byCount(whole.parts)
  if (!first) return ''
  const [count, name] = [whole.parts[first.id] ?? 0, first.en.toLowerCase()]
  if (latest) {
    const share = formatShare(locale, count / latest.total)
    const next = second ? formatShare(locale, (latest.parts[second.id] ?? 0) / latest.total) : ''
    return zh
      ? `${latest.year} 年 ${share} 的申请由${first.zh}提出，其次是${second?.zh ?? ''}（${next}）`
      : `In ${latest.year}, ${share} of requests came from ${name}; next come ${second?.en.toLowerCase() ?? ''} (${next})`
  }
  if (whole.total === 1)
    return zh ? `收到的申请只有 1 件，由${first.zh}提出` : `The one request received came from ${name}`
  const [total, some] = [formatNumber('en', whole.total), formatNumber('en', count)]
  if (count === whole.total) {
    return zh
      ? `单个机关收到的 ${total} 件申请全部由${first.zh}提出`
      : `All ${total} requests to single bodies came from ${name}`
  }
  return zh
    ? `单个机关收到的 ${total} 件申请中，${some} 件由${first.zh}提出`
    : `Of ${total} requests to single bodies, ${some} came from ${name}`
}

/** Who sent the requests received in each year. */
export const applicants = compositionChart({
  id: 'applicants',
  name: { zh: '申请人', en: 'Applicants' },
  parts: applicantKinds,
  compositionOf: applicantsOf,
  whole: { zh: '新收的申请', en: 'new requests', one: 'new request' },
  subtitle: {
    zh: '本年新收政府信息公开申请，各类申请人所占比例，%；不足 20 件的年份给出件数',
    en: 'New requests of the year by kind of applicant, %; counts where a year has fewer than 20',
  },
  headline,
  notes: [
    {
      zh: '申请人的类别由受理机关填写。律师以个人名义提出的申请可能记在自然人名下。',
      en: 'The agency that receives a request states the kind of applicant. A lawyer who asks in person may be counted as a natural person.',
    },
    {
      zh: '申请人一栏在 2019 年和 2021 年两版表格中相同，各年可比；但各年收录的机关不同。',
      en: 'The kinds of applicant are the same in the forms of 2019 and 2021, so years can be compared; but other agencies are covered from year to year.',
    },
  ],
  formMatters: false,
})
