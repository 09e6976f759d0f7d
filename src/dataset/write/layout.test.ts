import { expect, test } from 'vitest'
import { anAgency, someFigures } from '../../../tests/reports.ts'
import { finding } from '../../model/issue.ts'
import type { Atlas } from '../load.ts'
import { toIssues } from '../numberIssues.ts'
import { fromAtlas, reportFile, toAtlas, writtenReports } from './layout.ts'

const hostile = '"report_id":"x","digest":"0"'
const atlas: Atlas = {
  reports: [
    {
      ...someFigures({ report_id: 'a-2022', title: hostile }, { 'requests.received.total': null }),
      digest: '0a',
    },
    { ...someFigures({ report_id: 'b-2022' }, { 'disputes.review.total': 99_999.5 }), digest: '1b' },
    { ...someFigures({ report_id: 'c"\\-2022' }), digest: hostile },
  ],
  agencies: [anAgency()],
  unread: toIssues([finding('no_report')], '', 'x.txt'),
  corrections: [],
  issue_kinds: [],
  files: { found: 3, reports: 2 },
  formats: [{ format: 'text', whole: 2, partial: 0, unread: 1 }],
}

test('what is written already is told by an atlas that is not taken apart', () => {
  const { digests, unread } = writtenReports(fromAtlas(atlas))
  expect([...digests]).toEqual(atlas.reports.map(({ report_id, digest }) => [report_id, digest]))
  expect(unread).toEqual(atlas.unread)
})

test('an atlas is the same after it was written and read', () => {
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
