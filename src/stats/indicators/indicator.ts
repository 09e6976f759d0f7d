import type { Bilingual } from '../../i18n/locale.ts'
import type { ReportFigures } from '../../model/figures.ts'

/** Why an indicator has the value it has (`effective`), or why it has none. The words are in `basisWords`. */
export const indicatorBases = [
  'effective',
  'unreadable',
  'incomplete',
  'nothing_to_share',
  'contradictory',
  'too_few',
  'no_earlier_report',
  'scope_changed',
  'form_changed',
  'no_deadline',
] as const
export type IndicatorBasis = (typeof indicatorBases)[number]

/**
 * What an indicator is: `count`: a number of requests (件); `share`: part of a whole, between 0 and 1, with a
 * Wilson interval; `ratio`: of two things of which neither holds the other, without an interval; `change`: against
 * the year before, 0.1 being a tenth more; `yes_no`: 1 or 0.
 */
export const indicatorKinds = ['count', 'share', 'ratio', 'change', 'yes_no'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Whether its values may be compared between reports on the form of 2019 and on that of 2021. */
export const comparabilities = ['same', 'with_care', 'not'] as const
export type Comparability = (typeof comparabilities)[number]

/** What an indicator is made of: its two figures, or a reason why it is not given although they are known. */
export interface Parts {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason?: IndicatorBasis | undefined
}

/** An indicator: its words, and how it is worked out of a report and the one of the year before, if there is one. */
export interface Indicator extends Bilingual {
  readonly id: string
  readonly kind: IndicatorKind
  readonly formula_zh: string
  readonly formula_en: string
  /** What may not be read from it, and where it comes from. */
  readonly caveat_zh: string
  readonly caveat_en: string
  readonly across_forms: Comparability
  readonly of: (report: ReportFigures, previous: ReportFigures | undefined) => Parts
}

/** One indicator of one report. Shares are between 0 and 1; counts are of requests (件). */
export interface IndicatorValue {
  readonly report_id: string
  readonly indicator_id: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  /** The 95 % Wilson interval of a share. */
  readonly lower: number | null
  readonly upper: number | null
  readonly basis: IndicatorBasis
}

/** The sum of known figures, or null when any is unknown: an unknown figure is never taken for 0. */
export function sumKnown(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** One figure less another; null when either is unknown. */
export const difference = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part
