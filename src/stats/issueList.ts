import { type Atlas, loadReport } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Issue, IssueCode } from '../model/issue.ts'
import { onceFor } from './once.ts'

/** Issues on one page of the list. */
const pageSize = 400
/** Pages of one kind; what is beyond them is in the dataset. */
const mostPages = 5

/** One page of the issues of a kind. */
export interface IssuePage {
  readonly code: IssueCode
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Of the whole kind, and how many of them the pages hold. */
  readonly count: number
  readonly listed: number
}

/** The pages that list the issues of every kind that occurs. */
export function issuePages(atlas: Atlas): IssuePage[] {
  return atlas.issue_kinds.flatMap(({ count, example }) => {
    const listed = Math.min(count, pageSize * mostPages)
    const pages = Math.ceil(listed / pageSize)
    return Array.from({ length: pages }, (_, i) => ({
      code: example.code as IssueCode,
      page: i + 1,
      pages,
      count,
      listed,
    }))
  })
}

/** An issue with the report it is of; files that gave no report have none. */
export interface ListedIssue {
  readonly issue: Issue
  readonly report: ReportFigures | null
}

/** What a page lists: issues of reports, from one of them on in the first, and of files without a report. */
export interface IssuePageParts {
  readonly reports: readonly { readonly report: ReportFigures; readonly skip: number }[]
  readonly unread: readonly Issue[]
}

/** The reports that have an issue of each kind, in their order. */
const reportsByCode: (reports: Atlas['reports']) => ReadonlyMap<string, readonly ReportFigures[]> = onceFor(
  (reports) => {
    const byCode = new Map<string, ReportFigures[]>()
    for (const report of reports)
      for (const code of Object.keys(report.issue_counts)) {
        const of = byCode.get(code) ?? []
        if (of.length === 0) byCode.set(code, of)
        of.push(report)
      }
    return byCode
  },
)

/** The reports whose issues a page lists, and the files without one. Loads none of them. */
export function partsOfPage(atlas: Atlas, { code, page }: IssuePage): IssuePageParts {
  let skip = (page - 1) * pageSize
  let room = pageSize
  const reports: { report: ReportFigures; skip: number }[] = []
  for (const report of reportsByCode(atlas.reports).get(code) ?? []) {
    const count = report.issue_counts[code] ?? 0
    if (count <= skip) {
      skip -= count
      continue
    }
    if (room <= 0) break
    reports.push({ report, skip })
    room -= count - skip
    skip = 0
  }
  if (room <= 0) return { reports, unread: [] }
  return { reports, unread: atlas.unread.filter((issue) => issue.code === code).slice(skip, skip + room) }
}

let last: { readonly atlas: Atlas; readonly one: IssuePage; readonly issues: ListedIssue[] } | undefined

/**
 * The issues of one page: by report, then those of files without one. Loads no report but those they are of, and none
 * when the same page is asked for again, as in another language.
 */
export function issuesOfPage(
  atlas: Atlas,
  one: IssuePage,
  load: (reportId: string) => { readonly issues: readonly Issue[] } = loadReport,
): ListedIssue[] {
  if (last?.atlas === atlas && last.one === one) return last.issues
  const { reports, unread } = partsOfPage(atlas, one)
  const found = reports.flatMap(({ report, skip }): ListedIssue[] => {
    const own = load(report.report_id).issues.filter((issue) => issue.code === one.code)
    return own.slice(skip).map((issue) => ({ issue, report }))
  })
  const issues = [...found, ...unread.map((issue) => ({ issue, report: null }))].slice(0, pageSize)
  last = { atlas, one, issues }
  return issues
}
