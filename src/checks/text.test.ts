import { describe, expect, test } from 'vitest'
import { aStatedCount } from '../../tests/inventedReading.ts'
import { aReport, cellValues, type Figures } from '../../tests/reports.ts'
import type { Report } from '../model/report.ts'
import type { StatedCount } from '../model/stated.ts'
import { checkReport } from './report.ts'
import { ruleOfCode, rules } from './rules.ts'

const row = (values: Readonly<Record<string, number>>): Figures =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`requests.${id}.total`, value]))

/** What is said of prose beside figures of the total column: `code definition`. */
function said(figures: Figures, stated: readonly StatedCount[], about: Partial<Report> = {}): string[] {
  const cells = cellValues(figures, about.requests_form ?? '2021')
  return checkReport(aReport({ cells, stated: [...stated], ...about }))
    .findings.filter((one) => rules[ruleOfCode.get(one.code) ?? 'flow'].family === 'text')
    .map(({ code, params }) =>
      [code, params['definition_zh'] ?? params['scope_zh']].filter(Boolean).join(' '),
    )
}
const one = aStatedCount

describe('a count that agrees with its cell', () => {
  test.each([
    ['new requests', row({ received: 12 }), one('received', 12)],
    ['none', row({ received: 0 }), one('received', 0, { statement: 'none' })],
    ['dealt with, as concluded', row({ received: 12, concluded: 9 }), one('handled', 9)],
    ['dealt with, as new', row({ received: 12, concluded: 9 }), one('handled', 12)],
    [
      'with what was carried in, as the words say',
      row({ received: 7, carried_in: 3 }),
      one('received', 10, { includes_carried_in: true }),
    ],
    ['a group of results', row({ refused_internal: 2, refused_inquiry: 3 }), one('refused', 5)],
    ['an applicant', { 'requests.received.business': 4 }, one('applicant_business', 4)],
    [
      'both ways to court',
      { 'disputes.suit_direct.total': 1, 'disputes.suit_after_review.total': 2 },
      one('suit', 3),
    ],
    ['what the form does not ask for', {}, one('channel_online', 4)],
  ])('%s', (_, figures, stated) => {
    expect(said(figures, [stated])).toEqual([])
  })

  test('one result of the form of 2019', () => {
    expect(said(row({ other: 3 }), [one('other', 3)], { requests_form: '2019' })).toEqual([])
  })
})

describe('a count by another definition', () => {
  test('134 is 170 without the 36 that are pending', () => {
    expect(said(row({ received: 170, concluded: 140, carried_out: 36 }), [one('received', 134)])).toEqual([
      'stated_defined 本年新收－结转下年度',
    ])
  })
  test('749 is 713 with the 36 that were carried in', () => {
    expect(said(row({ received: 713, carried_in: 36, concluded: 700 }), [one('received', 749)])).toEqual([
      'stated_defined 本年新收＋上年结转',
    ])
  })
  test('what was concluded', () => {
    expect(said(row({ received: 20, concluded: 18 }), [one('received', 18)])).toEqual([
      'stated_defined 本年办理总计',
    ])
  })
  test('concluded of the new ones alone', () => {
    expect(said(row({ received: 30, concluded: 25, carried_in: 4 }), [one('concluded', 21)])).toEqual([
      'stated_defined 办理总计－上年结转',
    ])
  })
  test('answered, which leaves out what was not processed', () => {
    const figures = row({ concluded: 25, unprocessed_duplicate: 2, other_other: 3 })
    expect(said(figures, [one('concluded', 20)])).toEqual(['stated_defined 办理总计－不予处理－其他处理'])
  })
  test('granted in full and in part', () => {
    expect(said(row({ granted: 5, partial: 2 }), [one('granted', 7)])).toEqual([
      'stated_defined 予以公开＋部分公开',
    ])
  })
  test('reviews that were decided', () => {
    const figures = { 'disputes.review.total': 6, 'disputes.review.pending': 2 }
    expect(said(figures, [one('review', 4)])).toEqual(['stated_defined 行政复议总计－尚未审结'])
  })
  test('but none is none by every definition', () => {
    const none = one('received', 0, { statement: 'none' })
    expect(said(row({ received: 3, carried_out: 3 }), [none])).toEqual(['stated_contradicts'])
  })
})

describe('a count of other bodies', () => {
  test('an office’s 17 in the table, its district’s 95 in the prose', () => {
    const stated = one('received', 95, { words: '全区共收到95件', scope_words: '全区' })
    expect(said(row({ received: 17 }), [stated], { agency_type: 'office' })).toEqual([
      'stated_scope 正文是“全区”的数',
    ])
  })
  test('an office’s 17 in the prose, its district’s 95 in the table', () => {
    const stated = one('received', 17, { words: '区政府办公室收到17件' })
    expect(said(row({ received: 95 }), [stated], { agency_type: 'office' })).toEqual([
      'stated_scope 正文只是本机关的数',
    ])
  })
  test('both in the prose, one of them in the table', () => {
    const stated = [
      one('received', 95, { words: '全区共收到95件', scope_words: '全区' }),
      one('received', 17, { words: '其中本级17件' }),
    ]
    expect(said(row({ received: 95 }), stated, { scope: 'aggregate' })).toEqual([
      'stated_scope 正文只是本机关的数',
    ])
  })
  test('not where the prose counts fewer than the table although it counts more bodies', () => {
    const stated = one('received', 9, { scope_words: '全区' })
    expect(said(row({ received: 17 }), [stated])).toEqual(['stated_contradicts'])
  })
})

describe('a count that nothing explains', () => {
  test('of new requests is an error', () => {
    expect(said(row({ received: 12 }), [one('received', 13)])).toEqual(['stated_contradicts'])
  })
  test('of anything else is a warning', () => {
    expect(said(row({ granted: 4 }), [one('granted', 5)])).toEqual(['stated_differs'])
  })
  test('is blamed on the reading where the cell was read with doubt', () => {
    const cells = cellValues(row({ received: 12 })).map((cell) => ({
      ...cell,
      reading: 'recovered' as const,
    }))
    const report = aReport({ cells, stated: [one('received', 13)] })
    expect(checkReport(report).findings.map(({ code }) => code)).toContain('stated_unsure')
  })
  test('names its cells, its clause and its place', () => {
    const report = aReport({ cells: cellValues(row({ received: 12 })), stated: [one('received', 13)] })
    expect(checkReport(report).findings).toContainEqual(
      expect.objectContaining({
        cells: ['requests.received.total'],
        expected: '12',
        found: '13',
        locator: 'line 3',
        params: expect.objectContaining({ words: 'received 13' }),
      }),
    )
  })
  test('is nothing where a larger one agrees and this may be a part of it', () => {
    expect(said(row({ received: 12 }), [one('received', 12), one('received', 5)])).toEqual([])
  })
  test('is nothing where the cell is not known, or the words are weak', () => {
    const unknown = { 'requests.received.total': null }
    expect(said(unknown, [one('received', 5)])).toEqual([])
    expect(said(row({ received: 3 }), [one('received', 0, { statement: 'weak_none' })])).toEqual([])
  })
})

describe('a sentence about another year', () => {
  test('with this year’s figure was not updated', () => {
    expect(said(row({ received: 12 }), [one('received', 12, { year: 2021 })])).toEqual(['stated_year'])
  })
  test.each([
    ['with a figure of its own', [one('received', 9, { year: 2021 })]],
    ['beside one about this year', [one('received', 12, { year: 2021 }), one('received', 12)]],
  ])('%s says nothing', (_, stated) => {
    expect(said(row({ received: 12 }), stated)).toEqual([])
  })
})

describe('administrative fees beside their row', () => {
  const fees = (amount: number) => ({ 'disclosure.fees.amount': amount })
  const stated = (value: number, rest: Partial<StatedCount> = {}) => [
    one('administrative_fees_yuan', value, { measure: '元', ...rest }),
  ]
  test.each([
    ['the same amount', fees(8.5), stated(85_000)],
    ['rounded to what the prose prints', fees(251.27), stated(2_510_000, { measure: '万元' })],
    ['to the yuan, where the table is rounded', fees(0.39), stated(3940)],
    ['of another year', fees(8.5), stated(9000, { year: 2020 })],
    ['the processing fee', fees(8.5), [one('fees_yuan', 60)]],
  ])('says nothing of %s', (_, figures, count) => {
    expect(said(figures, count)).toEqual([])
  })
  test('another amount', () => {
    expect(said(fees(8.5), stated(95_000))).toEqual(['fee_differs'])
    expect(said(fees(0), stated(95_000))).toEqual(['fee_differs'])
    expect(said(fees(3.9), stated(30_000))).toEqual(['fee_differs'])
  })
  test('the table in yuan', () => {
    expect(said(fees(3940), stated(3940))).toEqual(['fee_in_yuan'])
  })
  test('an amount of several bodies', () => {
    expect(said(fees(8.5), stated(950_000, { scope_words: '全区' }))).toEqual(['fee_scope'])
  })
})

describe('a processing fee beside the row of administrative fees', () => {
  const fees = (amount: number) => ({ 'disclosure.fees.amount': amount })
  test('the same number in another unit', () => {
    expect(said(fees(3940), [one('fees_yuan', 3940)])).toEqual(['fee_in_yuan'])
  })
  test('the same amount in the wrong row', () => {
    expect(said(fees(0.394), [one('fees_yuan', 3940)])).toEqual(['fee_as_administrative'])
  })
  test('another amount is another fee', () => {
    expect(said(fees(8860.36), [one('fees_yuan', 3940)])).toEqual([])
    expect(said(fees(8860.36), [one('fees_yuan', 0, { statement: 'none' })])).toEqual([])
  })
})
