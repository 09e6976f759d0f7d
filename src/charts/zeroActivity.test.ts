import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Drawing, flatten } from './drawing.ts'
import { type Invented, inventedAtlas, sevenReports } from './invented.ts'
import { zeroActivity } from './zeroActivity.ts'

const ofYear = (year: number, zero: number, some: number): Invented[] =>
  Array.from({ length: zero + some }, (_, i) => ({ agency: `机关${i}`, year, received: i < zero ? 0 : 3 }))

const headline = (reports: readonly Invented[], locale: 'zh' | 'en' = 'zh') =>
  zeroActivity.of(inventedAtlas(reports)).words(locale).headline

const roles = (drawing: Drawing | undefined) =>
  flatten(drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'line' ? [shape.role] : []))

describe('zero activity', () => {
  test('says what the data say, and no more', () => {
    expect(headline([])).toBe('还没有读得出的报告，零申请的比例无从算起')
    expect(headline(sevenReports.slice(0, 1))).toBe('仅有的一份报告没有收到申请，还谈不上比例')
    expect(headline(sevenReports)).toBe('7 份报告中 4 份全年没有收到申请；报告太少，不能代表全体')
    expect(headline(ofYear(2024, 60, 40))).toBe('2024 年，100 份报告中 60% 全年没有收到一件申请')
  })

  test('speaks of a change only when the intervals do not overlap', () => {
    const start = ofYear(2020, 800, 200)
    expect(headline([...start, ...ofYear(2024, 500, 500)], 'en')).toBe(
      'Agencies without a single request fell from 80% in 2020 to 50% in 2024',
    )
    expect(headline([...start, ...ofYear(2024, 790, 210)], 'en')).toBe(
      'In 2024, 79% of agencies received no request, not clearly different from 80% in 2020',
    )
  })

  test('a year with fewer than five reports is drawn as too few, and said to be', () => {
    const chart = zeroActivity.of(inventedAtlas([...ofYear(2023, 3, 1), ...ofYear(2024, 3, 2)]))
    const drawn = roles(chart.parts[0]?.draw('zh', 'wide'))
    expect(drawn.filter((role) => role === 'interval-weak')).toHaveLength(1)
    expect(drawn.filter((role) => role === 'interval')).toHaveLength(1)
    expect(chart.tables('en')[0]?.rows.map((row) => row.at(-1)?.text)).toEqual(['too few to compare', ''])
  })

  test('a year without reports is a gap, and unreadable ones are no denominator', () => {
    const reports: Invented[] = [...ofYear(2020, 1, 0), ...ofYear(2022, 1, 0)]
    const unreadable: Invented = { agency: '另一机关', year: 2022, received: null }
    const chart = zeroActivity.of(inventedAtlas([...reports, unreadable]))
    const years = chart.tables('en')[0]?.rows.map((row) => row.slice(0, 4).map((one) => one.text))
    expect(years).toEqual([
      ['2020', '1', '1', '1'],
      ['2022', '1', '1', '2'],
    ])
    expect(roles(chart.parts[0]?.draw('en', 'narrow')).filter((role) => role === 'rate-weak')).toHaveLength(2)
  })

  test('rates and intervals lie between 0 and 1 and in order', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (zero, some) => {
        for (const row of zeroActivity.of(inventedAtlas(ofYear(2024, zero, some))).data.rows) {
          const [rate, lower, upper] = row.slice(6) as [number, number, number]
          expect(lower).toBeGreaterThanOrEqual(0)
          expect(upper).toBeLessThanOrEqual(1)
          expect(lower).toBeLessThanOrEqual(rate)
          expect(rate).toBeLessThanOrEqual(upper)
        }
      }),
      { numRuns: 30 },
    )
  })
})
