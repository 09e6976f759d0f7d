import { expect, test } from 'vitest'
import { aReport } from '../../tests/reports.ts'
import type { Atlas } from '../dataset/load.ts'
import { figuresOf } from '../model/figures.ts'
import type { Issue } from '../model/issue.ts'
import { issuePages, issuesOfPage, partsOfPage } from './issueList.ts'

const issue = (issue_id: string, code = 'flow') => ({ issue_id, code, class: 'published' }) as Issue

/** An atlas in which every report has so many issues of one kind, and one of another. */
function atlasOf(perReport: number, reports: number, unread: number) {
  const whole = Array.from({ length: reports }, (_, r) =>
    aReport({
      report_id: `r${String(r).padStart(4, '0')}`,
      issues: [
        issue('other', 'row_total'),
        ...Array.from({ length: perReport }, (__, i) => issue(`${r}-${i}`)),
      ],
    } as never),
  )
  const ofFiles = Array.from({ length: unread }, (_, i) => issue(`file-${i}`))
  const count = perReport * reports + unread
  const atlas = {
    reports: whole.map(figuresOf),
    unread: ofFiles,
    issue_kinds: [{ count, example: issue('0-0') }],
  } as unknown as Atlas
  const loaded: string[] = []
  const load = (id: string) => {
    loaded.push(id)
    return whole.find((report) => report.report_id === id) as (typeof whole)[number]
  }
  return { atlas, load, loaded }
}

test('the pages of a kind hold each of its issues once, those of files without a report last', () => {
  const { atlas, load } = atlasOf(7, 100, 5)
  const pages = issuePages(atlas)
  expect(pages).toHaveLength(2)
  const listed = pages.flatMap((page) => issuesOfPage(atlas, page, load))
  expect(new Set(listed.map((one) => one.issue.issue_id)).size).toBe(705)
  expect(listed).toHaveLength(705)
  expect(listed.slice(-5).every((one) => one.report === null)).toBe(true)
})

test('a kind with very many is listed in part, and a page loads only the reports that it needs', () => {
  const { atlas, load, loaded } = atlasOf(10, 900, 0)
  const pages = issuePages(atlas)
  expect(pages.at(-1)).toMatchObject({ page: 5, pages: 5, count: 9000, listed: 2000 })
  expect(issuesOfPage(atlas, pages[1] as never, load)).toHaveLength(400)
  expect(loaded).toEqual(Array.from({ length: 40 }, (_, i) => `r${String(40 + i).padStart(4, '0')}`))
  issuesOfPage(atlas, pages[1] as never, load)
  expect(loaded).toHaveLength(40)
})

test('the parts of a page are the reports and files whose issues it lists', () => {
  const { atlas, load } = atlasOf(7, 100, 5)
  for (const page of issuePages(atlas)) {
    const { reports, unread } = partsOfPage(atlas, page)
    const listed = issuesOfPage(atlas, page, load)
    const ids = listed.flatMap(({ report }) => (report ? [report.report_id] : []))
    expect(reports.map(({ report }) => report.report_id)).toEqual([...new Set(ids)])
    expect(unread).toEqual(listed.flatMap(({ report, issue }) => (report ? [] : [issue])))
  }
})
