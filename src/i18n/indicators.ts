import type { Comparability, IndicatorBasis, IndicatorKind } from '../stats/indicators/indicator.ts'
import type { Bilingual } from './locale.ts'

/** Why an indicator has its value, or none. */
export const indicatorBasisWords: Readonly<Record<IndicatorBasis, Bilingual>> = {
  effective: { zh: '由有效值算出', en: 'worked out of effective values' },
  unreadable: { zh: '所需的表没有找到或读不出', en: 'the table it needs was not found or not read' },
  incomplete: { zh: '所需的数有一个不知道', en: 'one of its inputs is unknown' },
  nothing_to_share: { zh: '分母为 0', en: 'its denominator is 0' },
  contradictory: {
    zh: '分子与分母不成比例，例如部分多于整体',
    en: 'its parts make no share or ratio, as where one is more than the whole',
  },
  too_few: { zh: '件数太少', en: 'there are too few to say' },
  no_earlier_report: { zh: '没有同一机关上一年的报告', en: 'no report of the agency for the year before' },
  scope_changed: { zh: '与上一年的范围不同', en: 'its scope differs from the year before' },
  form_changed: { zh: '与上一年的格式不同', en: 'its form differs from the year before' },
  no_deadline: {
    zh: '这类机关没有法定期限，或看不出适用哪一个',
    en: 'no deadline is known for this type of agency',
  },
}

export const indicatorKindWords: Readonly<Record<IndicatorKind, Bilingual>> = {
  count: { zh: '件数', en: 'count' },
  share: { zh: '占比，0 到 1，带 95% Wilson 区间', en: 'share, 0 to 1, with a 95 % Wilson interval' },
  ratio: { zh: '两数之比，没有区间', en: 'ratio of two figures, without an interval' },
  change: { zh: '变化，0.1 表示增加一成', en: 'change: 0.1 is a tenth more' },
  yes_no: { zh: '是 1 否 0', en: '1 for yes, 0 for no' },
}

export const comparabilityWords: Readonly<Record<Comparability, Bilingual>> = {
  same: { zh: '两种格式可比', en: 'comparable across both forms' },
  with_care: { zh: '两种格式须谨慎比较', en: 'compare across forms with care' },
  not: { zh: '不跨格式给出', en: 'not given across forms' },
}

/** All words of a list, as one text: `id: meaning; …`. */
export const listWords = (words: Readonly<Record<string, Bilingual>>, locale: keyof Bilingual): string =>
  Object.entries(words)
    .map(([id, text]) => `${id} ${text[locale]}`)
    .join(locale === 'zh' ? '；' : '; ')
