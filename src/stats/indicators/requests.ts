import { effectiveIn, type ReportFigures } from '../../model/figures.ts'
import { applicantColumns, type FormVersion, formVersions } from '../../model/form.ts'
import { resultRows } from '../../model/requestsRows.ts'
import { difference, type Indicator, type Parts, sumKnown } from './indicator.ts'

/** The total column of a row of the requests table. */
const total = (report: ReportFigures, row: string): number | null =>
  effectiveIn(report, 'requests', row, 'total')

/** The rows of each group of results of a form; those that stand alone by their own ids. */
function groupsOf(version: FormVersion): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, group } of resultRows(version)) {
    for (const name of new Set([group ?? id, id])) groups.set(name, [...(groups.get(name) ?? []), id])
  }
  return groups
}
const rowsOfGroup = new Map(formVersions.map((version) => [version, groupsOf(version)]))

/** The sum of one group of results (`refused`, `unavailable`, …) in the total column; null when any is unknown. */
export function groupTotal(report: ReportFigures, group: string): number | null {
  if (!report.requests_form) return null
  const rows = rowsOfGroup.get(report.requests_form)?.get(group) ?? []
  return sumKnown(rows.map((row) => total(report, row)))
}

/** An indicator of the results: a part of the requests concluded in the year. */
const ofConcluded = (
  about: Omit<Indicator, 'kind' | 'of' | 'across_forms'>,
  numerator: (report: ReportFigures) => number | null,
): Indicator => ({
  ...about,
  kind: 'share',
  across_forms: 'same',
  of: (report) => ({ numerator: numerator(report), denominator: total(report, 'concluded') }),
})

export const newRequests: Indicator = {
  id: 'new_requests',
  kind: 'count',
  zh: '本年新收申请',
  en: 'New requests',
  formula_zh: '本年新收政府信息公开申请数量（总计）',
  formula_en: 'New requests received this year (total)',
  caveat_zh:
    '汇总报告（scope 为 aggregate）包含下级机关，不可与单个机关的相加或相比。官方叙述也用这个数，而不是办理总计。',
  caveat_en:
    'Aggregate reports hold lower bodies: never add them to, or compare them with, those of single bodies. Official accounts use this figure too, not the number handled.',
  across_forms: 'same',
  of: (report) => ({ numerator: total(report, 'received'), denominator: null }),
}

const results: readonly Indicator[] = [
  ofConcluded(
    {
      id: 'disclosure_rate',
      zh: '公开率',
      en: 'Disclosure rate',
      formula_zh: '（予以公开＋部分公开）÷ 本年度办理总计',
      formula_en: '(disclosed in full + in part) ÷ requests concluded',
      caveat_zh: '与 2019 年以前的“同意公开”不可比：那时包括“属于已主动公开范围”。',
      caveat_en:
        'Not comparable with what reports before 2019 called granted, which took in information already public.',
    },
    (report) => sumKnown([total(report, 'granted'), total(report, 'partial')]),
  ),
  ofConcluded(
    {
      id: 'refusal_rate',
      zh: '不予公开率',
      en: 'Refusal rate',
      formula_zh: '不予公开各项之和 ÷ 本年度办理总计',
      formula_en: 'sum of the refused rows ÷ requests concluded',
      caveat_zh:
        '只计法定不予公开的理由；“无法提供”和“不予处理”另计，所以数值偏小，不等于“没有得到信息”的比例。',
      caveat_en:
        'Legal grounds of refusal alone. What was unavailable or not processed is apart, so that it is small, and not the share of those who got nothing.',
    },
    (report) => groupTotal(report, 'refused'),
  ),
  ofConcluded(
    {
      id: 'unavailable_rate',
      zh: '无法提供率',
      en: 'Unable-to-provide rate',
      formula_zh: '无法提供各项之和 ÷ 本年度办理总计',
      formula_en: 'sum of the unable-to-provide rows ÷ requests concluded',
      caveat_zh: '包括信息不存在、由其他机关掌握、需要另行制作和补正后仍不明确。',
      caveat_en:
        'Takes in what does not exist, what another agency holds, what would have to be made, and what stayed unclear.',
    },
    (report) => groupTotal(report, 'unavailable'),
  ),
  ofConcluded(
    {
      id: 'not_held_rate',
      zh: '不掌握率',
      en: 'Not-held rate',
      formula_zh: '本机关不掌握相关政府信息 ÷ 本年度办理总计',
      formula_en: 'the agency does not hold the information ÷ requests concluded',
      caveat_zh: '这一行把“信息不存在”和“由其他机关掌握”并在一起，分不开。',
      caveat_en: 'The row joins information that does not exist and information that another agency holds.',
    },
    (report) => total(report, 'unavailable_not_held'),
  ),
  ofConcluded(
    {
      id: 'unprocessed_rate',
      zh: '不予处理率',
      en: 'Not-processed rate',
      formula_zh: '不予处理各项之和 ÷ 本年度办理总计',
      formula_en: 'sum of the not-processed rows ÷ requests concluded',
      caveat_zh: '信访类、重复、索要出版物、大量反复等申请；没有外部来源使用这一比例，由表推得。',
      caveat_en:
        'Petitions, repeated requests, publications, many requests without reason. Follows from the form; no outside source uses it.',
    },
    (report) => groupTotal(report, 'unprocessed'),
  ),
]

/** Below this many refusals, the mix of their reasons says more of chance than of the agency. */
const fewRefusals = 10

const refusedRows = resultRows('2021').filter((row) => row.group === 'refused')
const refusalMix = refusedRows.map((row): Indicator => {
  const label = { zh: row.zh.replace(/^\d+\./, ''), en: row.en }
  return {
    id: `refusal_mix_${row.id.replace(/^refused_/, '')}`,
    kind: 'share',
    zh: `不予公开理由构成：${label.zh}`,
    en: `Mix of refusals: ${label.en}`,
    formula_zh: `“${label.zh}” ÷ 不予公开各项之和`,
    formula_en: `“${label.en}” ÷ sum of the refused rows`,
    caveat_zh: `不予公开不足 ${fewRefusals} 件时不给出。`,
    caveat_en: `Not given below ${fewRefusals} refusals.`,
    across_forms: 'same',
    of: (report): Parts => {
      const denominator = groupTotal(report, 'refused')
      const few = denominator !== null && denominator > 0 && denominator < fewRefusals
      return { numerator: total(report, row.id), denominator, reason: few ? 'too_few' : undefined }
    },
  }
})

const applicantMix = applicantColumns
  .filter((column) => column.id !== 'total')
  .map(
    (column): Indicator => ({
      id: `applicant_mix_${column.id}`,
      kind: 'share',
      zh: `申请人构成：${column.zh}`,
      en: `Mix of applicants: ${column.en}`,
      formula_zh: `本年新收（${column.zh}）÷ 本年新收（总计）`,
      formula_en: `new requests of ${column.en.toLowerCase()} ÷ new requests`,
      caveat_zh: '律师以个人名义提出的，各机关计入自然人还是法律服务机构并不一致。',
      caveat_en:
        'Agencies differ in whether a lawyer who asks in person is a natural person or a legal service provider.',
      across_forms: 'same',
      of: (report) => ({
        numerator: effectiveIn(report, 'requests', 'received', column.id),
        denominator: total(report, 'received'),
      }),
    }),
  )

const carryRate: Indicator = {
  id: 'carry_rate',
  kind: 'share',
  zh: '结转率',
  en: 'Carry-over rate',
  formula_zh: '结转下年度 ÷（本年新收＋上年结转）',
  formula_en: 'carried over to next year ÷ (new + carried in)',
  caveat_zh: '12 月下旬才收到的申请本来就要跨年，结转不等于逾期。',
  caveat_en: 'Requests of late December are carried over as a matter of course: that is no delay.',
  across_forms: 'same',
  of: (report) => ({
    numerator: total(report, 'carried_out'),
    denominator: sumKnown([total(report, 'received'), total(report, 'carried_in')]),
  }),
}

/** Below this many requests in the year before, a change in per cent says little. */
const fewRequests = 20

function whyNoChange(report: ReportFigures, previous: ReportFigures | undefined): Parts['reason'] {
  if (!previous) return 'no_earlier_report'
  const before = total(previous, 'received')
  if (before === null || total(report, 'received') === null) return undefined
  if (report.scope !== previous.scope) return 'scope_changed'
  if (report.requests_form !== previous.requests_form) return 'form_changed'
  return before < fewRequests ? 'too_few' : undefined
}

const yearOnYear: Indicator = {
  id: 'new_requests_change',
  kind: 'change',
  zh: '新收申请同比',
  en: 'Change of new requests',
  formula_zh: '（本年新收－上年新收）÷ 上年新收，同一机关',
  formula_en: '(new requests − those of the year before) ÷ those of the year before, same agency',
  caveat_zh: `范围或格式变了、没有上一年报告、上一年不足 ${fewRequests} 件时不给出。`,
  caveat_en: `Not given where scope or form changed, without a report for the year before, or where that had fewer than ${fewRequests}.`,
  across_forms: 'not',
  of: (report, previous) => {
    const before = previous ? total(previous, 'received') : null
    return {
      numerator: difference(total(report, 'received'), before),
      denominator: before,
      reason: whyNoChange(report, previous),
    }
  },
}

/** Of a report whose requests table was not found or not read, nothing can be said. */
const ofTable = (indicator: Indicator): Indicator => ({
  ...indicator,
  of: (report, previous) =>
    report.requests_form === null
      ? { numerator: null, denominator: null, reason: 'unreadable' }
      : indicator.of(report, previous),
})

/** The indicators of the requests table. */
export const requestIndicators: readonly Indicator[] = [
  newRequests,
  ...results,
  ...refusalMix,
  ...applicantMix,
  carryRate,
  yearOnYear,
].map(ofTable)
