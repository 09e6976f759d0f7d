import { expect, test } from 'vitest'
import { aReport } from '../../tests/reports.ts'
import type { Atlas } from '../dataset/load.ts'
import { figuresOf } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import type { Agency, Report } from '../model/report.ts'
import { breaksOneOf, qualityOf, readingYears, ruleCounts, ruleCountsBy } from './quality.ts'

const issue = (code: string) => ({ code }) as Issue
const report = (about: Partial<Report>) => figuresOf(aReport(about))
const reports = [
  report({ year: 2021, tested: { flow: 7, stated_count: 2 }, issues: [issue('flow'), issue('flow')] }),
  report({ year: 2022, tested: { flow: 7 }, issues: [issue('flow_unsure'), issue('stated_defined')] }),
  report({ year: 2022, tested: { flow: 3 }, issues: [issue('flow_open'), issue('row_recovered')] }),
  report({ year: 2022, tested: { flow: 7 }, status: 'superseded', issues: [issue('flow')] }),
]

test('counts reports, tests and what came of them; a doubt of the reading is an alarm, but no breach', () => {
  const counts = ruleCounts(reports)
  expect(counts.get('flow')).toEqual({ reports: 3, tests: 17, broken: 2, alarms: 4, notes: 0 })
  expect(counts.get('stated_count')).toEqual({ reports: 1, tests: 2, broken: 0, alarms: 0, notes: 1 })
  expect(counts.get('stock')).toEqual({ reports: 0, tests: 0, broken: 0, alarms: 0, notes: 0 })
})

test('groups reports in a given order and leaves out groups without any', () => {
  const groups = ruleCountsBy(reports, (one) => String(one.year), ['2023', '2022', '2021'])
  expect(groups.map(({ group, counts }) => [group, counts.get('flow')?.broken])).toEqual([
    ['2022', 1],
    ['2021', 1],
  ])
})

test('counts how far the reports of each year were read, the latest first', () => {
  const read = [
    ...reports,
    report({ year: 2022, status: 'partial' }),
    report({ year: null, status: 'unreadable' }),
  ]
  expect(readingYears(read)).toEqual([
    { year: 2022, reports: 3, complete: 2, partial: 1, unreadable: 0 },
    { year: 2021, reports: 1, complete: 1, partial: 0, unreadable: 0 },
    { year: null, reports: 1, complete: 0, partial: 0, unreadable: 1 },
  ])
})

test('of an atlas, counts the reports that break an identity among those in which one was tested', () => {
  const atlas = { reports, agencies: [] as Agency[] } as unknown as Atlas
  const { tested, breaking, byYear, byProvince } = qualityOf(atlas)
  expect([tested, breaking]).toEqual([3, 2])
  expect(byYear.map(({ group }) => group)).toEqual(['2022', '2021'])
  expect(byProvince.map(({ group }) => group)).toEqual([''])
  expect(breaksOneOf(report({ issues: [issue('flow')] }), new Set(['row_total']))).toBe(false)
})
