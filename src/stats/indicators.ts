import { effective, type ReportFigures } from '../model/figures.ts'
import { resultRows } from '../model/requestsRows.ts'
import { counts } from './figures.ts'
import { wilson } from './wilson.ts'

/** One indicator of one report. Shares are between 0 and 1; volumes are counts of requests (件). */
export interface IndicatorValue {
  readonly report_id: string
  readonly indicator_id: IndicatorId
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** `effective`, or why there is no value: `incomplete` (an input is unknown), `nothing_to_share` (denominator 0). */
  readonly basis: 'effective' | 'incomplete' | 'nothing_to_share' | 'contradictory'
}

/** What an indicator is: its words, and the parts it is made of. */
export interface Indicator {
  readonly id: string
  readonly kind: 'count' | 'share'
  readonly zh: string
  readonly en: string
  readonly formula_zh: string
  readonly formula_en: string
}

export const indicators = {
  new_requests: {
    id: 'new_requests',
    kind: 'count',
    zh: '本年新收申请',
    en: 'New requests',
    formula_zh: '本年新收政府信息公开申请数量（总计）',
    formula_en: 'New requests received this year (total)',
  },
  disclosure_rate: {
    id: 'disclosure_rate',
    kind: 'share',
    zh: '公开率',
    en: 'Disclosure rate',
    formula_zh: '（予以公开＋部分公开）÷ 本年度办理总计',
    formula_en: '(disclosed in full + in part) ÷ requests concluded',
  },
  refusal_rate: {
    id: 'refusal_rate',
    kind: 'share',
    zh: '不予公开率',
    en: 'Refusal rate',
    formula_zh: '不予公开各项之和 ÷ 本年度办理总计',
    formula_en: 'sum of the refused rows ÷ requests concluded',
  },
  unavailable_rate: {
    id: 'unavailable_rate',
    kind: 'share',
    zh: '无法提供率',
    en: 'Unable-to-provide rate',
    formula_zh: '无法提供各项之和 ÷ 本年度办理总计',
    formula_en: 'sum of the unable-to-provide rows ÷ requests concluded',
  },
  unprocessed_rate: {
    id: 'unprocessed_rate',
    kind: 'share',
    zh: '不予处理率',
    en: 'Not-processed rate',
    formula_zh: '不予处理各项之和 ÷ 本年度办理总计',
    formula_en: 'sum of the not-processed rows ÷ requests concluded',
  },
  carry_rate: {
    id: 'carry_rate',
    kind: 'share',
    zh: '结转率',
    en: 'Carry-over rate',
    formula_zh: '结转下年度 ÷（本年新收＋上年结转）',
    formula_en: 'carried over to next year ÷ (new + carried in)',
  },
  review_correction_rate: {
    id: 'review_correction_rate',
    kind: 'share',
    zh: '复议纠错率',
    en: 'Reconsideration correction rate',
    formula_zh: '行政复议结果纠正 ÷（行政复议总计－尚未审结）',
    formula_en: 'reconsiderations overturned ÷ (all reconsiderations − pending)',
  },
} as const satisfies Record<string, Indicator>
export type IndicatorId = keyof typeof indicators

/** The total column of a row of the requests table. */
const total = (report: ReportFigures, row: string) => effective(report, `requests.${row}.total`)

/** The sum of known figures, or null when any is unknown: an unknown figure is never taken for 0. */
export function sumKnown(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** The sum of one group of results (`refused`, `unavailable`, …) in the total column; null when any is unknown. */
export function groupTotal(report: ReportFigures, group: string): number | null {
  if (!report.requests_form) return null
  const rows = resultRows(report.requests_form).filter((row) => row.group === group || row.id === group)
  return sumKnown(rows.map((row) => total(report, row.id)))
}

type Parts = readonly [numerator: number | null, denominator: number | null]
const shares: Readonly<Record<Exclude<IndicatorId, 'new_requests'>, (report: ReportFigures) => Parts>> = {
  disclosure_rate: (r) => [sumKnown([total(r, 'granted'), total(r, 'partial')]), total(r, 'concluded')],
  refusal_rate: (r) => [groupTotal(r, 'refused'), total(r, 'concluded')],
  unavailable_rate: (r) => [groupTotal(r, 'unavailable'), total(r, 'concluded')],
  unprocessed_rate: (r) => [groupTotal(r, 'unprocessed'), total(r, 'concluded')],
  carry_rate: (r) => [total(r, 'carried_out'), sumKnown([total(r, 'received'), total(r, 'carried_in')])],
  review_correction_rate: (r) => {
    const all = effective(r, 'disputes.review.total')
    const pending = effective(r, 'disputes.review.pending')
    return [
      effective(r, 'disputes.review.overturned'),
      all === null || pending === null ? null : all - pending,
    ]
  },
}

function shareOf(report: ReportFigures, id: keyof typeof shares): IndicatorValue {
  const [numerator, denominator] = shares[id](report)
  const share = numerator === null || denominator === null ? null : wilson(numerator, denominator)
  const basis = share
    ? 'effective'
    : numerator === null || denominator === null
      ? 'incomplete'
      : denominator === 0 && numerator === 0
        ? 'nothing_to_share'
        : 'contradictory'
  return {
    report_id: report.report_id,
    indicator_id: id,
    numerator,
    denominator,
    value: share?.value ?? null,
    lower: share?.lower ?? null,
    upper: share?.upper ?? null,
    basis,
  }
}

/** The indicators of one report, sorted by id; those that cannot be given say why in `basis`. */
export function indicatorsOf(report: ReportFigures): IndicatorValue[] {
  if (!counts(report)) return []
  const received = total(report, 'received')
  const volume: IndicatorValue = {
    report_id: report.report_id,
    indicator_id: 'new_requests',
    numerator: received,
    denominator: null,
    value: received,
    lower: null,
    upper: null,
    basis: received === null ? 'incomplete' : 'effective',
  }
  const rates = (Object.keys(shares) as (keyof typeof shares)[]).map((id) => shareOf(report, id))
  return [volume, ...rates].sort((a, b) => (a.indicator_id < b.indicator_id ? -1 : 1))
}
