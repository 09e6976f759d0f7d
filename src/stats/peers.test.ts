import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agency } from '../charts/invented.ts'
import type { Agency } from '../model/report.ts'
import { fewPeers, peersOfAll, quantile, told, twoDigits } from './peers.ts'
import type { VolumePoint } from './volumes.ts'

const point = (agency_id: string, received: number | null, more: Partial<VolumePoint> = {}): VolumePoint => ({
  report_id: agency_id,
  agency_id,
  name: agency_id,
  year: 2024,
  scope: 'own_body',
  aggregate: false,
  activity: received === null ? 'unreadable' : received === 0 ? 'zero' : 'some',
  received,
  ...more,
})
const body = (name: string, province = '云省', more: Partial<Agency> = {}): Agency => ({
  ...agency(name),
  province,
  ...more,
})

describe('peers', () => {
  test('are those of the same level, type and province where they are enough, else of more provinces', () => {
    const many = Array.from({ length: fewPeers }, (_, i) => `云${i}`)
    const few = ['雾0', '雾1']
    const peers = peersOfAll(
      [...many, ...few].map((id, i) => point(id, i)),
      [...many.map((id) => body(id)), ...few.map((id) => body(id, '雾省'))],
    )
    expect(peers.get('云0')?.shown.group).toMatchObject({ width: 'level_type_province' })
    expect(peers.get('雾0')?.shown.group).toMatchObject({ width: 'level_type' })
    expect(peers.get('雾0')?.standings.map((one) => one.group.figures.length)).toEqual([2, 12, 12])
  })

  test('of an aggregate report are aggregate reports only, and those of another level are none', () => {
    const peers = peersOfAll(
      [point('甲', 5), point('乙', 900, { aggregate: true, scope: 'aggregate' }), point('丙', 6)],
      [body('甲'), body('乙'), body('丙', '云省', { level: 'province' })],
    )
    for (const id of ['甲', '乙', '丙']) expect(peers.get(id)?.shown.group.figures).toHaveLength(1)
  })

  test('an agency whose level is not known has none', () => {
    expect(peersOfAll([point('甲', 5)], [body('甲', '', { level: 'unknown' })]).size).toBe(0)
  })

  test('fewer, as many, more and itself are all of the group', () => {
    const figures = fc.array(fc.option(fc.nat(6)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(figures, (values) => {
        const peers = peersOfAll(
          values.map((value, i) => point(`${i}`, value)),
          values.map((_, i) => body(`${i}`)),
        )
        values.forEach((own, i) => {
          const shown = peers.get(`${i}`)?.shown
          if (own === null || !shown) return
          expect(shown.fewer + shown.same + shown.more + 1).toBe(shown.group.figures.length)
          expect(shown.fewer).toBe(values.filter((one) => one !== null && one < own).length)
        })
      }),
    )
  })

  test('counts are told exactly below a hundred, else to two significant digits', () => {
    expect([0, 7, 99, 100, 104, 1749, 5650].map(twoDigits)).toEqual([0, 7, 99, 100, 100, 1700, 5700])
  })

  test('one more among thousands changes what is told of few', () => {
    const figures = Array.from({ length: 3010 }, (_, i) => (i * 7919) % 97)
    const toldOf = (count: number) => {
      const ids = figures.slice(0, count).map((received, i) => ({ id: `${i}`, received }))
      const peers = peersOfAll(
        ids.map(({ id, received }) => point(id, received)),
        ids.map(({ id }) => body(id)),
      )
      return ids.map(({ id }) => JSON.stringify(peers.get(id)?.standings.map(told)))
    }
    const [before, after] = [toldOf(3009), toldOf(3010)]
    expect(before.filter((one, i) => one !== after[i]).length).toBeLessThan(60)
  })

  test('quartiles lie between figures where they fall there', () => {
    expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5)
    expect(quantile([], 0.5)).toBeNull()
  })
})
