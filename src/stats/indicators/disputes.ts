import { effective, effectiveIn, type ReportFigures } from '../../model/figures.ts'
import { difference, type Indicator, sumKnown } from './indicator.ts'

const suits = ['suit_direct', 'suit_after_review'] as const

const of = (report: ReportFigures, row: string, column: string) =>
  effectiveIn(report, 'disputes', row, column)
const ofSuits = (report: ReportFigures, column: string) =>
  sumKnown(suits.map((row) => of(report, row, column)))

const laterCases = {
  zh: '案件多起于往年的申请，分子分母不是同一批。',
  en: 'Most cases stem from requests of earlier years: they are not part of what they are divided by.',
}
const otherOutcomes = {
  zh: '“其他结果”中常有机关先行纠正后申请人撤回的，没有算作纠错。',
  en: 'Cases withdrawn after the agency gave in are often among “other”, and not counted as corrected.',
}

/** The indicators of the table of reconsideration and litigation. */
export const disputeIndicators: readonly Indicator[] = [
  {
    id: 'review_rate',
    kind: 'ratio',
    zh: '复议诉讼比',
    en: 'Disputes per request concluded',
    formula_zh: '（行政复议总计＋行政诉讼总计）÷ 本年度办理总计',
    formula_en: '(all reconsiderations + all litigation) ÷ requests concluded',
    caveat_zh: laterCases.zh,
    caveat_en: laterCases.en,
    across_forms: 'same',
    of: (report) => ({
      numerator: sumKnown([of(report, 'review', 'total'), ofSuits(report, 'total')]),
      denominator: effective(report, 'requests.concluded.total'),
    }),
  },
  {
    id: 'review_correction_rate',
    kind: 'share',
    zh: '复议纠错率',
    en: 'Reconsideration correction rate',
    formula_zh: '行政复议结果纠正 ÷（行政复议总计－尚未审结）',
    formula_en: 'reconsiderations overturned ÷ (all reconsiderations − pending)',
    caveat_zh: otherOutcomes.zh,
    caveat_en: otherOutcomes.en,
    across_forms: 'same',
    of: (report) => ({
      numerator: of(report, 'review', 'overturned'),
      denominator: difference(of(report, 'review', 'total'), of(report, 'review', 'pending')),
    }),
  },
  {
    id: 'review_correction_share',
    kind: 'share',
    zh: '复议纠错占比（含未审结）',
    en: 'Share of reconsiderations overturned, pending ones included',
    formula_zh: '行政复议结果纠正 ÷ 行政复议总计',
    formula_en: 'reconsiderations overturned ÷ all reconsiderations',
    caveat_zh: `官方口径有时不扣除未审结，所以两种都给。${otherOutcomes.zh}`,
    caveat_en: `Given because official accounts do not always leave pending ones out. ${otherOutcomes.en}`,
    across_forms: 'same',
    of: (report) => ({
      numerator: of(report, 'review', 'overturned'),
      denominator: of(report, 'review', 'total'),
    }),
  },
  {
    id: 'litigation_loss_rate',
    kind: 'share',
    zh: '败诉率',
    en: 'Litigation loss rate',
    formula_zh: '两类行政诉讼结果纠正之和 ÷（总计之和－尚未审结之和）',
    formula_en: 'litigation overturned, both kinds ÷ (all litigation − pending)',
    caveat_zh: `一审、二审可能各计一次。与法院统计的口径不同，不可混用。`,
    caveat_en:
      'First and second instance may count twice. Not the definition of court statistics; do not mix the two.',
    across_forms: 'same',
    of: (report) => ({
      numerator: ofSuits(report, 'overturned'),
      denominator: difference(ofSuits(report, 'total'), ofSuits(report, 'pending')),
    }),
  },
]
