import { type Atlas, loadReport } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Issue, IssueCode } from '../model/issue.ts'

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

/** The issues of one page: by report, then those of files without one. Loads no report but those they are of. */
export function issuesOfPage(
  atlas: Atlas,
  { code, page }: IssuePage,
  load: (reportId: string) => { readonly issues: readonly Issue[] } = loadReport,
): ListedIssue[] {
  let skip = (page - 1) * pageSize
  const found: ListedIssue[] = []
  for (const report of atlas.reports) {
    const count = report.issue_counts[code] ?? 0
    if (count <= skip) {
      skip -= count
      continue
    }
    if (found.length >= pageSize) break
    const own = load(report.report_id).issues.filter((issue) => issue.code === code)
    found.push(...own.slice(skip).map((issue) => ({ issue, report })))
    skip = 0
  }
  if (found.length < pageSize) {
    const unread = atlas.unread.filter((issue) => issue.code === code)
    found.push(...unread.slice(skip).map((issue) => ({ issue, report: null })))
  }
  return found.slice(0, pageSize)
}
