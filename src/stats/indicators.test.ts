import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanced, someFigures } from '../../tests/reports.ts'
import { indicators, indicatorsOf, previousReports, sumKnown } from './indicators.ts'

const of = (id: string, figures: Record<string, number | null>, about = {}) =>
  indicatorsOf(someFigures(about, figures)).find((one) => one.indicator_id === id)

describe('indicatorsOf', () => {
  test('gives every indicator of a report once, sorted', () => {
    const ids = indicatorsOf(someFigures()).map((one) => one.indicator_id)
    expect(ids).toEqual(Object.keys(indicators).sort())
  })

  test('counts disclosure in full and in part among the requests concluded', () => {
    const figures = {
      'requests.granted.total': 6,
      'requests.partial.total': 3,
      'requests.concluded.total': 12,
    }
    expect(of('disclosure_rate', figures)).toMatchObject({
      numerator: 9,
      denominator: 12,
      value: 0.75,
      basis: 'effective',
    })
  })

  test('divides what is carried out by what there was to handle', () => {
    const figures = {
      'requests.received.total': 8,
      'requests.carried_in.total': 2,
      'requests.carried_out.total': 4,
    }
    expect(of('carry_rate', figures)).toMatchObject({ numerator: 4, denominator: 10, value: 0.4 })
  })

  test('leaves what is pending out of the correction rate', () => {
    const figures = {
      'disputes.review.overturned': 2,
      'disputes.review.pending': 3,
      'disputes.review.total': 11,
    }
    expect(of('review_correction_rate', figures)).toMatchObject({ numerator: 2, denominator: 8, value: 0.25 })
  })

  test('has no share of nothing', () => {
    expect(of('disclosure_rate', {})).toMatchObject({ value: null, lower: null, basis: 'nothing_to_share' })
  })

  test('never takes an unknown figure for 0', () => {
    const figures = {
      'requests.partial.total': null,
      'requests.granted.total': 3,
      'requests.concluded.total': 3,
    }
    expect(of('disclosure_rate', figures)).toMatchObject({
      numerator: null,
      value: null,
      basis: 'incomplete',
    })
    expect(of('new_requests', { 'requests.received.total': null })).toMatchObject({
      value: null,
      basis: 'incomplete',
    })
  })

  test('says of figures that contradict each other that they do', () => {
    const figures = { 'requests.granted.total': 5, 'requests.concluded.total': 3 }
    expect(of('disclosure_rate', figures)).toMatchObject({ value: null, basis: 'contradictory' })
  })

  test('gives none for a superseded report', () => {
    expect(indicatorsOf(someFigures({ status: 'superseded' }))).toEqual([])
  })

  test('divides all that was concluded, in any balanced report', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 31, maxLength: 31 }), (counts) => {
        let next = 0
        const figures = balanced(() => counts[next++ % counts.length] ?? 0)
        const all = indicatorsOf(someFigures({}, figures))
        const share = (id: string) => all.find((one) => one.indicator_id === id)?.value ?? 0
        const sum = ['disclosure_rate', 'refusal_rate', 'unavailable_rate', 'unprocessed_rate']
          .map(share)
          .reduce((a, b) => a + b, 0)
        expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        for (const { indicator_id, value, lower, upper } of all) {
          if (value === null || indicators[indicator_id]?.kind !== 'share') {
            expect([lower, upper]).toEqual([null, null])
            continue
          }
          expect(value).toBeGreaterThanOrEqual(lower as number)
          expect(value).toBeLessThanOrEqual(upper as number)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('mixes', () => {
  const refused = (state_secret: number, internal: number) => ({
    'requests.refused_state_secret.total': state_secret,
    'requests.refused_internal.total': internal,
  })

  test('of refusals are not given below ten', () => {
    expect(of('refusal_mix_internal', refused(4, 5))).toMatchObject({
      numerator: 5,
      denominator: 9,
      value: null,
      basis: 'too_few',
    })
    expect(of('refusal_mix_internal', refused(5, 5))).toMatchObject({ value: 0.5, basis: 'effective' })
    expect(of('refusal_mix_internal', {})).toMatchObject({ basis: 'nothing_to_share' })
  })

  test('add up to all refusals and all applicants', () => {
    const figures = balanced(() => 2)
    const all = indicatorsOf(someFigures({}, figures))
    for (const mix of ['refusal_mix_', 'applicant_mix_']) {
      const shares = all.filter((one) => one.indicator_id.startsWith(mix))
      expect(shares.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBeCloseTo(1, 9)
    }
  })
})

describe('disputes', () => {
  const figures = {
    'requests.concluded.total': 4,
    'disputes.review.total': 5,
    'disputes.review.overturned': 2,
    'disputes.review.pending': 1,
    'disputes.suit_direct.total': 3,
    'disputes.suit_direct.overturned': 1,
    'disputes.suit_after_review.total': 2,
    'disputes.suit_after_review.overturned': 1,
    'disputes.suit_after_review.pending': 1,
  }
  test.each([
    ['review_rate', 10, 4, 2.5],
    ['review_correction_rate', 2, 4, 0.5],
    ['review_correction_share', 2, 5, 0.4],
    ['litigation_loss_rate', 2, 4, 0.5],
  ])('%s is %i of %i', (id, numerator, denominator, value) => {
    expect(of(id, figures)).toMatchObject({ numerator, denominator, value, basis: 'effective' })
  })
})

/** The indicators of reports, each with the one of the year before. */
function indicatorsOfAll(reports: readonly ReturnType<typeof someFigures>[]) {
  const previous = previousReports(reports)
  return reports.flatMap((report) => indicatorsOf(report, previous.get(report.report_id)))
}

describe('the change from the year before', () => {
  const received = (year: number, count: number | null, about = {}) =>
    someFigures({ year, ...about }, { 'requests.received.total': count })
  const change = (...reports: ReturnType<typeof received>[]) =>
    indicatorsOfAll(reports).findLast((one) => one.indicator_id === 'new_requests_change')

  test('is a part of what it was', () => {
    expect(change(received(2021, 20), received(2022, 25))).toMatchObject({
      numerator: 5,
      denominator: 20,
      value: 0.25,
      lower: null,
    })
    expect(change(received(2021, 20), received(2022, 15))?.value).toBe(-0.25)
  })

  test.each([
    ['no_earlier_report', [received(2022, 25)]],
    ['no_earlier_report', [received(2020, 30), received(2022, 25)]],
    ['no_earlier_report', [received(2021, 30, { agency_id: 'other' }), received(2022, 25)]],
    ['no_earlier_report', [received(2021, 30, { status: 'superseded' }), received(2022, 25)]],
    ['too_few', [received(2021, 19), received(2022, 25)]],
    ['scope_changed', [received(2021, 30, { scope: 'aggregate' }), received(2022, 25)]],
    ['form_changed', [received(2021, 30, { requests_form: '2019' }), received(2022, 25)]],
    ['incomplete', [received(2021, null), received(2022, 25)]],
    ['unreadable', [received(2021, 30), received(2022, 25, { requests_form: null })]],
  ])('is not given, because of %s', (basis, reports) => {
    expect(change(...reports)).toMatchObject({ value: null, basis })
  })
})

describe('publication', () => {
  test.each([
    ['department', '2023-01-31', 1],
    ['department', '2023-02-01', 0],
    ['government', '2023-03-31', 1],
    ['government', '2023-04-01', 0],
  ] as const)('of a %s on %s is in time: %i', (agency_type, published_on, value) => {
    expect(of('on_time', {}, { agency_type, published_on })).toMatchObject({ value, denominator: 1 })
  })

  test('has no deadline for a subdistrict, and no date where none is stated', () => {
    expect(of('on_time', {}, { agency_type: 'subdistrict', published_on: '2023-01-01' })?.basis).toBe(
      'no_deadline',
    )
    expect(of('on_time', {}, { published_on: '' })?.basis).toBe('incomplete')
  })

  test('is complete as far as its cells are known', () => {
    const all = of('completeness', {})?.denominator ?? 0
    expect(of('completeness', {})?.value).toBe(1)
    expect(of('completeness', { 'requests.received.total': null })?.numerator).toBe(all - 1)
    const none = { disclosure_form: null, requests_form: null, cells: [], status: 'unreadable' } as const
    expect(of('completeness', {}, none)?.basis).toBe('unreadable')
  })
})

test('a report has all indicators, sorted by id', () => {
  const ids = indicatorsOf(someFigures()).map((one) => one.indicator_id)
  expect(ids).toEqual(Object.keys(indicators).toSorted())
})

test('sumKnown is unknown as soon as one part is', () => {
  expect(sumKnown([1, 2, 3])).toBe(6)
  expect(sumKnown([])).toBe(0)
  expect(sumKnown([1, null, 3])).toBeNull()
})
