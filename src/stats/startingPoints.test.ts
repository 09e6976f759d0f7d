import { expect, test } from 'vitest'
import { anAgency, someFigures } from '../../tests/reports.ts'
import type { Level, Scope } from '../model/report.ts'
import { startingPoints } from './startingPoints.ts'

const body = (agency_id: string, level: Level) => anAgency(agency_id, { level, name: agency_id })
const report = (agency_id: string, received: number | null, year = 2023, scope: Scope = 'own_body') =>
  someFigures({ agency_id, year, scope }, { 'requests.received.total': received })

test('begins with the busiest single bodies of a level and year, four at most', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const agencies = names.map((name) => body(name, 'county'))
  const reports = names.map((name, i) => report(name, i))
  expect(startingPoints(reports, agencies)).toEqual([
    {
      level: 'county',
      year: 2023,
      agencies: ['e', 'd', 'c', 'b'].map((id) => ({ agency_id: id, name: id })),
      areBusiest: true,
    },
  ])
})

test('does not call busiest what received nothing, or as much as one that is left out', () => {
  const agencies = ['a', 'b', 'c', 'd', 'e'].map((name) => body(name, 'county'))
  const busiest = (...received: number[]) =>
    startingPoints(
      received.map((n, i) => report(agencies[i]?.agency_id ?? '', n)),
      agencies,
    )[0]?.areBusiest
  expect(busiest(1, 0)).toBe(false)
  expect(busiest(2, 1)).toBe(true)
  expect(busiest(9, 3, 3, 3, 3)).toBe(false)
})

test('leaves out aggregate reports, unreadable figures, and levels with one agency left', () => {
  const agencies = [body('a', 'county'), body('b', 'county'), body('c', 'county'), body('d', 'province')]
  const reports = [report('a', 3), report('b', 9, 2023, 'aggregate'), report('c', null), report('d', 1)]
  expect(startingPoints(reports, agencies)).toEqual([])
})

test('compares within the latest year that has enough reports', () => {
  const agencies = ['a', 'b', 'c', 'd', 'e'].map((name) => body(name, 'township'))
  const reports = [...agencies.map(({ agency_id }) => report(agency_id, 1, 2022)), report('a', 7, 2023)]
  expect(startingPoints(reports, agencies)[0]).toMatchObject({ year: 2022 })
})
