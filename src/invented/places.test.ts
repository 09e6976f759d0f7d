import { expect, test } from 'vitest'
import { agency } from '../charts/invented.ts'
import { InventedCountry } from './agencies.ts'
import { withInventedPlaces } from './places.ts'

const country = new InventedCountry('places', 300)
const bodies = Array.from({ length: country.size }, (_, i) => country.agency(i))

test('every body of the country lies where it was invented, and others where they were', () => {
  const read = [...bodies.map((body) => agency(body.name)), agency('真实市某局')]
  const placed = withInventedPlaces(read, 'places', 300)
  bodies.forEach((body, i) => {
    expect(placed[i]).toMatchObject({ province: body.province, city: body.city, county: body.county })
    expect(placed[i]?.township === '').toBe(body.level !== 'township')
  })
  expect(placed.at(-1)).toEqual(agency('真实市某局'))
})

test('a short name is placed only where one body bears it', () => {
  const shorts = Map.groupBy(bodies, (body) => body.short)
  for (const [short, same] of shorts) {
    const [found] = withInventedPlaces([agency(short)], 'places', 300)
    const isOne = new Set(same.map((body) => body.name)).size === 1
    expect(found?.province).toBe(isOne ? same[0]?.province : '')
  }
})
