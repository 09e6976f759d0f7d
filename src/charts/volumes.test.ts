import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VolumePoint } from '../stats/volumes.ts'
import { dotStyles, pile, rangeBounds } from './dots.ts'
import { flatten } from './drawing.ts'
import { inventedAtlas, sevenReports } from './invented.ts'
import { volumes } from './volumes.ts'
import { dotsOfRow, frameOf, rowsOf, styleFor } from './volumesLayout.ts'

const somePoints: fc.Arbitrary<VolumePoint[]> = fc.array(
  fc
    .record({
      year: fc.integer({ min: 2019, max: 2024 }),
      aggregate: fc.boolean(),
      received: fc.oneof(fc.constant(0), fc.constant(null), fc.nat(9), fc.nat(100_000)),
    })
    .map(
      (one): VolumePoint => ({
        ...one,
        report_id: '',
        agency_id: '',
        name: '某机关',
        scope: one.aggregate ? 'aggregate' : 'own_body',
        activity: one.received === null ? 'unreadable' : one.received === 0 ? 'zero' : 'some',
      }),
    ),
  { maxLength: 400 },
)

describe('volumes of requests', () => {
  test('zeros stand in their band and never on the log axis; unreadable figures in theirs', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const frame = frameOf('wide', points)
        const rows = rowsOf(points)
        const style = styleFor(rows, frame)
        for (const row of rows) {
          const placed = dotsOfRow(row, frame, style)
          for (const dot of placed.zero) expect(dot.x).toBeLessThan(frame.zero[1])
          for (const dot of placed.some) expect(dot.x).toBeGreaterThanOrEqual(frame.axis[0])
          for (const dot of placed.unreadable) expect(dot.x).toBeGreaterThan(frame.axis[1])
        }
      }),
    )
  })

  test('every report is drawn', () => {
    fc.assert(
      fc.property(somePoints, fc.constantFrom(...dotStyles), (points, style) => {
        const frame = frameOf('narrow', points)
        for (const row of rowsOf(points)) {
          const { some, zero, unreadable } = dotsOfRow(row, frame, style)
          const dots = [...some, ...zero, ...unreadable]
          const full = dots.filter((dot) => dot.r === style.r).length * style.per
          expect(full).toBeLessThanOrEqual(row.points.length)
          expect(dots.length * style.per).toBeGreaterThanOrEqual(row.points.length)
          if (style.per === 1) expect(dots).toHaveLength(row.points.length)
        }
      }),
    )
  })

  test('a pile that stands for several reports a dot has the area of its count', () => {
    const style = { r: 2.2, pitch: 5, per: 10, exact: false }
    const dots = pile(47, 0, 100, style)
    const area = dots.reduce((sum, dot) => sum + dot.r ** 2, 0)
    expect(area / style.r ** 2).toBeCloseTo(4.7, 5)
  })

  test('ranges start at 1 and hold every count', () => {
    expect(rangeBounds(0)).toEqual([1, 2])
    expect(rangeBounds(26)).toEqual([1, 2, 5, 10, 20, 50])
    fc.assert(fc.property(fc.nat(1e6), (most) => (rangeBounds(most).at(-1) ?? 0) > most))
  })

  test('aggregate reports are in no sum, and have rows of their own', () => {
    const chart = volumes.of(inventedAtlas(sevenReports))
    expect(chart.words('zh').headline).toBe('6 份单个机关报告中，4 份全年没有收到申请，其余 2 份共收到 27 件')
    expect(chart.words('en').headline).toBe(
      'Of 6 reports of single bodies, 4 show no request; the other 2 received 27 in all',
    )
    const [byYear] = chart.tables('en')
    const aggregate = byYear?.rows.find((row) => row[1]?.text === 'aggregate')
    expect(aggregate?.map((one) => one.text)).toEqual([
      '2024',
      'aggregate',
      '1',
      '1',
      '0',
      '–',
      '3,119',
      '3,119',
    ])
  })

  test('a year without a report of a single body has a cross', () => {
    const [part] = volumes.of(inventedAtlas(sevenReports)).parts
    const shapes = flatten(part?.draw('en', 'wide').shapes ?? [])
    const crosses = shapes.filter((shape) => shape.kind === 'mark' && shape.activity === 'no_report')
    expect(crosses).toHaveLength(2)
  })

  test('the headline fits no, one and many reports', () => {
    const headline = (reports: Parameters<typeof inventedAtlas>[0]) =>
      volumes.of(inventedAtlas(reports)).words('zh').headline
    expect(headline([])).toBe('还没有可以画的报告')
    expect(headline(sevenReports.slice(0, 1))).toBe('仅有的一份单个机关报告没有收到申请')
    expect(headline(sevenReports.slice(6))).toBe('还没有读得出数字的单个机关报告')
    const many = Array.from({ length: 200 }, (_, i) => ({
      agency: `机关${i}`,
      year: 2024,
      received: i < 150 ? 0 : i === 199 ? 900 : 2,
    }))
    expect(headline(many)).toBe(
      '2024 年，收到最多的 1% 的机关占了全部申请的 90.4%；至少一半的机关一件也没有收到',
    )
  })
})
