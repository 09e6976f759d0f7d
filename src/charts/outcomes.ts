import { plainLabel, requestRowWords } from '../i18n/charts.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import { resultGroups } from '../model/form.ts'
import { type ComposedYear, outcomeIds, outcomesOf } from '../stats/composition.ts'
import { compositionChart, pool } from './composition.ts'

/** From how many requests of a year its shares are worth a headline. */
const manyRequests = 100

const parts = outcomeIds.map((id) => {
  const group = resultGroups.find((one) => one.id === id)
  return { id, ...(group ? { zh: plainLabel(group.zh), en: group.en } : requestRowWords(id)) }
})

/** The commonest result other than disclosure, with its share; nothing where everything was disclosed. */
function nextResult(locale: Locale, { total, parts: counts }: ReturnType<typeof pool>): string {
  const rest = parts.filter((part) => part.id !== 'granted' && part.id !== 'partial')
  const [next] = rest.sort((a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0))
  const share = next ? (counts[next.id] ?? 0) / total : 0
  if (!next || share === 0) return ''
  return locale === 'zh'
    ? `，其次是${next.zh}（${formatShare(locale, share)}）`
    : `; next comes “${next.en.toLowerCase()}” (${formatShare(locale, share)})`
}

function headline(locale: Locale, years: readonly ComposedYear[]): string {
  const zh = locale === 'zh'
  const latest = years.filter((one) => one.total >= manyRequests).at(-1)
  const whole = latest ?? pool(years)
  const disclosed = (whole.parts['granted'] ?? 0) + (whole.parts['partial'] ?? 0)
  if (latest) {
    const share = formatShare(locale, disclosed / latest.total)
    return zh
      ? `${latest.year} 年办结的申请，${share} 予以公开或部分公开${nextResult(locale, latest)}`
      : `Of requests concluded in ${latest.year}, ${share} were disclosed in full or in part${nextResult(locale, latest)}`
  }
  const [total, some] = [formatNumber('en', whole.total), formatNumber('en', disclosed)]
  if (whole.total === 1) {
    return zh
      ? `办结的申请只有 1 件，${disclosed ? '予以公开或部分公开' : '没有公开'}`
      : `The one request concluded was ${disclosed ? 'disclosed in full or in part' : 'not disclosed'}`
  }
  if (disclosed === whole.total) {
    return zh
      ? `单个机关办结的 ${total} 件申请全部予以公开或部分公开`
      : `All ${total} requests concluded by single bodies were disclosed in full or in part`
  }
  return zh
    ? `单个机关共办结 ${total} 件申请，其中 ${some} 件予以公开或部分公开`
    : `Of ${total} requests concluded by single bodies, ${some} ${disclosed === 1 ? 'was' : 'were'} disclosed in full or in part`
}

/** What became of the requests concluded in each year. */
export const outcomes = compositionChart({
  id: 'outcomes',
  name: { zh: '办理结果', en: 'Outcomes' },
  parts,
  compositionOf: outcomesOf,
  whole: { zh: '办结的申请', en: 'requests concluded', one: 'request concluded' },
  subtitle: {
    zh: '本年度办结的政府信息公开申请，各类办理结果所占比例，%；不足 20 件的年份给出件数',
    en: 'Requests concluded in the year by result, %; counts where a year has fewer than 20',
  },
  headline,
  notes: [
    {
      zh: '“无法提供”包括本机关不掌握、没有现成信息、申请内容不明确，不是拒绝；“不予公开”才是依法拒绝。',
      en: '“Unable to provide” means that the information is not held, does not exist or was not made clear, which is no refusal; “refused” is.',
    },
    {
      zh: '2021 年版表格把“其他处理”分成三项，前五类的内容没有变；虚线是多数报告改用新表的年份。',
      en: 'The form of 2021 splits “otherwise handled” into three rows and leaves the other five as they were; the dashed line is where most reports change to it.',
    },
  ],
  formMatters: true,
})
