import type { ReportFigures } from '../model/figures.ts'
import { counts } from './figures.ts'
import { disputeIndicators } from './indicators/disputes.ts'
import type { Indicator, IndicatorBasis, IndicatorValue, Parts } from './indicators/indicator.ts'
import { publicationIndicators } from './indicators/publication.ts'
import { requestIndicators } from './indicators/requests.ts'
import { reportsByAgency } from './series.ts'
import { type Share, wilson } from './wilson.ts'

export { type Indicator, type IndicatorValue, sumKnown } from './indicators/indicator.ts'
export { groupTotal } from './indicators/requests.ts'

/**
 * Every indicator by its id, in the order in which they are shown. What reports do not hold is not here: there is
 * no rate per resident, because reports state no population.
 */
export const indicators: Readonly<Record<string, Indicator>> = Object.fromEntries(
  [...requestIndicators, ...disputeIndicators, ...publicationIndicators].map((one) => [one.id, one]),
)

const inOrderOfId = Object.values(indicators).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Why an indicator cannot be worked out of its parts; `effective` when it can. */
function basisOf(
  { kind }: Indicator,
  { numerator, denominator, reason }: Parts,
  report: ReportFigures,
): IndicatorBasis {
  if (reason) return reason
  if (numerator === null || (denominator === null && kind !== 'count')) {
    return report.status === 'unreadable' ? 'unreadable' : 'incomplete'
  }
  if (kind === 'count' || denominator === null) return 'effective'
  if (denominator === 0 && numerator === 0) return 'nothing_to_share'
  if (kind === 'share') return wilson(numerator, denominator) ? 'effective' : 'contradictory'
  const possible = denominator > 0 && (kind === 'change' || numerator >= 0)
  return possible ? 'effective' : 'contradictory'
}

function resultOf({ kind }: Indicator, { numerator, denominator }: Parts): Partial<Share> {
  if (numerator === null) return {}
  if (denominator === null) return { value: numerator }
  if (kind === 'share') return wilson(numerator, denominator) ?? {}
  return { value: numerator / denominator }
}

function measure(
  indicator: Indicator,
  report: ReportFigures,
  previous: ReportFigures | undefined,
): IndicatorValue {
  const parts = indicator.of(report, previous)
  const basis = basisOf(indicator, parts, report)
  const share = basis === 'effective' ? resultOf(indicator, parts) : {}
  return {
    report_id: report.report_id,
    indicator_id: indicator.id,
    numerator: parts.numerator,
    denominator: parts.denominator,
    value: share.value ?? null,
    lower: share.lower ?? null,
    upper: share.upper ?? null,
    basis,
  }
}

/** One indicator of a report; see `indicatorsOf`. */
export function indicatorOf(
  id: string,
  report: ReportFigures,
  previous?: ReportFigures,
): IndicatorValue | undefined {
  const indicator = indicators[id]
  return indicator && counts(report) ? measure(indicator, report, previous) : undefined
}

/**
 * The indicators of one report, sorted by id; those that cannot be given say why in `basis`. None for a report
 * that does not count.
 *
 * @param previous the report that counts of the same agency for the year before, if there is one
 */
export const indicatorsOf = (report: ReportFigures, previous?: ReportFigures): IndicatorValue[] =>
  counts(report) ? inOrderOfId.map((indicator) => measure(indicator, report, previous)) : []

/** The report that counts of the year before, for every report that has one; by report id. */
export function previousReports(reports: readonly ReportFigures[]): ReadonlyMap<string, ReportFigures> {
  const found = new Map<string, ReportFigures>()
  for (const own of reportsByAgency(reports).values()) {
    const byYear = new Map(own.map((report) => [report.year, report]))
    for (const report of own) {
      const previous = byYear.get((report.year ?? Number.NaN) - 1)
      if (previous) found.set(report.report_id, previous)
    }
  }
  return found
}
