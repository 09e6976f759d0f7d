import { expect, test } from 'vitest'
import { anAgency, someFigures } from '../../../tests/reports.ts'
import type { ReportFigures } from '../../model/figures.ts'
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

/** The lines of an atlas, as its file has them. */
const linesOf = (one: Atlas, before: readonly Buffer[] = []): Buffer[] =>
  Buffer.concat(Array.from(fromAtlas(one, before), (piece) => Buffer.from(piece)))
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => Buffer.from(line))

test('what is written already is told by an atlas that is not taken apart', () => {
  const { digests, unread } = writtenReports(linesOf(atlas))
  expect([...digests]).toEqual(atlas.reports.map(({ report_id, digest }) => [report_id, digest]))
  expect(unread).toEqual(atlas.unread)
})

test('an atlas is the same after it was written and read', () => {
  expect(toAtlas(linesOf(atlas).map(String))).toEqual(atlas)
})

test('of the lines of an atlas before, those of reports that are as they were are taken over', () => {
  const [a, b, c] = atlas.reports as [ReportFigures, ReportFigures, ReportFigures]
  const other = { ...b, digest: '2c', title: 'new' }
  const more = { ...b, report_id: 'b-2023', digest: '3d' }
  const now = { ...atlas, reports: [a, other, more, c] }
  const marked = linesOf({ ...atlas, reports: [a, b, { ...b, report_id: 'bb' }, c] }).map((line) =>
    Buffer.from(line.toString().replace('}', ',"mark":1}')),
  )
  const isTaken = linesOf(now, marked).map((line) => line.toString().includes('"mark":1'))
  expect(isTaken).toEqual([false, true, false, false, true])
  expect(linesOf(now, linesOf(atlas))).toEqual(linesOf(now))
  expect(linesOf(now, linesOf({ ...atlas, reports: [] }))).toEqual(linesOf(now))
})

test('reports spread evenly over folders', () => {
  const folders = Map.groupBy(
    Array.from({ length: 10_000 }, (_, i) => reportFile(`juguan${i}-2023`)),
    (path) => path.split('/')[1],
  )
  expect(folders.size).toBe(256)
  expect(Math.max(...[...folders.values()].map((paths) => paths.length))).toBeLessThan(80)
})
