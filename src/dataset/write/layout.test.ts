import { expect, test } from 'vitest'
import { anAgency, someFigures } from '../../../tests/reports.ts'
import type { Atlas } from '../load.ts'
import { fromAtlas, reportFile, toAtlas } from './layout.ts'

test('an atlas is the same after it was written and read', () => {
  const atlas: Atlas = {
    reports: [
      someFigures({ report_id: 'a-2022' }, { 'requests.received.total': null }),
      someFigures({ report_id: 'b-2022' }, { 'disputes.review.total': 99_999.5 }),
    ],
    agencies: [anAgency()],
    unread: [],
    corrections: [],
    issue_kinds: [],
    files: { found: 3, reports: 2 },
    formats: [{ format: 'text', whole: 2, partial: 0, unread: 1 }],
  }
  expect(toAtlas(fromAtlas(atlas))).toEqual(atlas)
})

test('reports spread evenly over folders', () => {
  const folders = Map.groupBy(
    Array.from({ length: 10_000 }, (_, i) => reportFile(`juguan${i}-2023`)),
    (path) => path.split('/')[1],
  )
  expect(folders.size).toBe(256)
  expect(Math.max(...[...folders.values()].map((paths) => paths.length))).toBeLessThan(80)
})
