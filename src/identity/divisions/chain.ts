import type { Division } from './load.ts'

/** The divisions above one, the nearest first. */
export function above(division: Division): Division[] {
  const chain: Division[] = []
  for (let one = division.parent; one; one = one.parent) chain.push(one)
  return chain
}

/** The names of a division and of those above it, as the columns of `agencies.csv` have them; empty where none. */
export interface Chain {
  readonly province: string
  readonly city: string
  readonly county: string
  readonly township: string
}

const columns = { province: 'province', prefecture: 'city', county: 'county', township: 'township' } as const

/** 武隆区 has no city, and the streets of 东莞市 have no county. */
export function chainOf(division: Division): Chain {
  const chain = { province: '', city: '', county: '', township: '' }
  for (const one of [division, ...above(division)]) chain[columns[one.level]] = one.name
  return chain
}
