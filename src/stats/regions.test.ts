import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agency } from '../charts/invented.ts'
import type { Agency } from '../model/report.ts'
import { currentOf } from './regionPage.ts'
import { regionsOf } from './regions.ts'
import { pointsByAgency, regionYears } from './regionYears.ts'
import type { VolumePoint } from './volumes.ts'

const at = (name: string, province: string, city = '', county = '', division_code = ''): Agency => ({
  ...agency(name),
  province,
  city,
  county,
  division_code,
})
const point = (agency_id: string, received: number | null, aggregate = false): VolumePoint => ({
  report_id: agency_id,
  agency_id,
  name: agency_id,
  year: 2024,
  scope: aggregate ? 'aggregate' : 'own_body',
  aggregate,
  activity: received === null ? 'unreadable' : received === 0 ? 'zero' : 'some',
  received,
})

describe('regions', () => {
  test('lead from the province down to the county, and know the smallest of each agency', () => {
    const { provinces, of } = regionsOf([
      at('甲局', '云省', '梦市', '泽区'),
      at('乙局', '云省', '梦市'),
      at('丙局', '云省', '', '直管县'),
    ])
    const [province] = provinces
    expect(province?.regions.map((one) => one.name)).toEqual(expect.arrayContaining(['梦市', '直管县']))
    expect(of.get('甲局')?.above.map((one) => one.name)).toEqual(['云省', '梦市'])
    expect(of.get('乙局')?.name).toBe('梦市')
    expect(of.get('丙局')?.above.map((one) => one.name)).toEqual(['云省'])
  })

  test('tell places that are spelled alike apart, by code or without', () => {
    const coded = regionsOf([at('甲局', '山西省', '', '', '140000'), at('乙局', '陕西省', '', '', '610000')])
    expect(coded.provinces.map((one) => one.id)).toEqual(['140000-shanxisheng', '610000-shanxisheng'])
    const bare = regionsOf([at('甲局', '山西省'), at('乙局', '陕西省')]).provinces.map((one) => one.id)
    expect(new Set(bare).size).toBe(2)
  })

  test('a municipality is no prefecture of itself', () => {
    const { all } = regionsOf([at('甲局', '上海市', '上海市', '黄浦区')])
    expect(all.map((one) => one.level)).toEqual(['province', 'county'])
  })

  test('every agency is in one region of each level at most, or elsewhere', () => {
    const place = fc.constantFrom('', '甲', '乙', '丙')
    const agencies = fc
      .array(fc.tuple(place, place, place))
      .map((places) => places.map(([a, b, c], i) => at(`${i}`, a && `${a}省`, b && `${b}市`, c && `${c}县`)))
    fc.assert(
      fc.property(agencies, (all) => {
        const { provinces, elsewhere, of } = regionsOf(all)
        expect(of.size + elsewhere.length).toBe(all.length)
        const inProvinces = provinces.flatMap((one) => one.agencies)
        expect(inProvinces.length).toBe(all.filter((one) => one.province).length)
      }),
    )
  })
})

describe('the figures of a region', () => {
  test('never add an aggregate report to the bodies it sums up', () => {
    const points = [
      point('甲局', 3),
      point('乙局', 0),
      point('丙局', null),
      point('云省人民政府', 3119, true),
    ]
    const [year] = regionYears(
      { agencies: points.map((one) => agency(one.agency_id)) },
      pointsByAgency(points),
    )
    expect(year).toMatchObject({ agencies: 4, reports: 4, readable: 3, zero: 1, single: 2, requests: 3 })
    expect(year?.aggregates.map((one) => one.received)).toEqual([3119])
  })
})

test('the year spoken of is the latest one of which much is known', () => {
  const years = regionYears(
    { agencies: ['甲', '乙', '丙', '丁'].map((name) => agency(name)) },
    pointsByAgency([
      ...['甲', '乙', '丙'].map((id) => ({ ...point(id, 0), year: 2022 })),
      ...['甲', '乙'].map((id) => ({ ...point(id, 1), year: 2023 })),
      { ...point('丁', 4), year: 2024 },
    ]),
  )
  expect(currentOf(years)?.year).toBe(2023)
})
