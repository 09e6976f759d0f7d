import { expect, test } from 'vitest'
import { currentYear } from './years.ts'

const years = (...all: (number | null)[]) => all.map((year) => ({ year }))

test('the year to speak of is the latest with at least half as many members as the fullest', () => {
  expect(currentYear(years(2021, 2021, 2021, 2021, 2022, 2022, 2023, null))).toBe(2022)
  expect(currentYear(years(null))).toBeUndefined()
})

test('a member may stand for several', () => {
  const members = [
    { year: 2021, used: 9 },
    { year: 2022, used: 5 },
    { year: 2023, used: 4 },
  ]
  const each = members.flatMap(({ year, used }) => years(...Array.from({ length: used }, () => year)))
  expect(currentYear(members, ({ used }) => used)).toBe(2022)
  expect(currentYear(each)).toBe(2022)
})
