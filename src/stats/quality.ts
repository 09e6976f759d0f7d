import { type RuleId, ruleIds, ruleOfCode } from '../checks/rules.ts'
import type { ReportFigures } from '../model/figures.ts'
import { type IssueCode, isContradiction, issueKindOf } from '../model/issue.ts'
import { counts } from './figures.ts'

/** How often a rule was tested and what came of it. */
export interface RuleCount {
  /** Reports in which it could be tested, and single tests in all of them. */
  readonly reports: number
  readonly tests: number
  /** Reports with a breach that is the agency’s own, certain or likely: class `published`, not only a remark. */
  readonly broken: number
  /** Errors and warnings of any class: the most that can be false. */
  readonly alarms: number
  /** Issues that explain or remark, and are no alarms. */
  readonly notes: number
}

interface RuleIssues {
  broken: boolean
  alarms: number
  notes: number
}

/** What a report’s issues say of each rule. */
function issuesByRule({ issue_counts }: ReportFigures): ReadonlyMap<RuleId, RuleIssues> {
  const byRule = new Map<RuleId, RuleIssues>()
  for (const [code, times] of Object.entries(issue_counts)) {
    const rule = ruleOfCode.get(code)
    if (!rule) continue
    const known = byRule.get(rule) ?? { broken: false, alarms: 0, notes: 0 }
    if (issueKindOf(code as IssueCode).severity === 'info') known.notes += times
    else known.alarms += times
    known.broken ||= isContradiction(code as IssueCode)
    byRule.set(rule, known)
  }
  return byRule
}

type Draft = { -readonly [K in keyof RuleCount]: RuleCount[K] }

/** What came of every rule in the reports that count. */
export function ruleCounts(reports: readonly ReportFigures[]): ReadonlyMap<RuleId, RuleCount> {
  const all = new Map<RuleId, Draft>(
    ruleIds.map((id) => [id, { reports: 0, tests: 0, broken: 0, alarms: 0, notes: 0 }]),
  )
  for (const report of reports.filter(counts)) {
    for (const [rule, tests] of Object.entries(report.tested)) {
      const known = all.get(rule as RuleId)
      if (!known) continue
      known.reports += 1
      known.tests += tests
    }
    for (const [rule, { broken, alarms, notes }] of issuesByRule(report)) {
      const known = all.get(rule) as Draft
      known.broken += broken ? 1 : 0
      known.alarms += alarms
      known.notes += notes
    }
  }
  return all
}

/** The reports of one group, with what came of every rule. */
export interface RuleGroup {
  readonly group: string
  readonly counts: ReadonlyMap<RuleId, RuleCount>
}

/** What came of the rules by group of reports, in the order of `order`; groups without a report are left out. */
export function ruleCountsBy(
  reports: readonly ReportFigures[],
  groupOf: (report: ReportFigures) => string,
  order: readonly string[],
): RuleGroup[] {
  const groups = Map.groupBy(reports.filter(counts), groupOf)
  return order.flatMap((group) => {
    const members = groups.get(group)
    return members ? [{ group, counts: ruleCounts(members) }] : []
  })
}

/** How many reports of a year were read how far; superseded ones apart. */
export interface ReadingYear {
  readonly year: number | null
  readonly reports: number
  readonly complete: number
  readonly partial: number
  readonly unreadable: number
}

/** How far the reports of each year were read, the latest year first, those without a year last. */
export function readingYears(reports: readonly ReportFigures[]): ReadingYear[] {
  const byYear = Map.groupBy(reports.filter(counts), (report) => report.year)
  return [...byYear]
    .map(([year, members]) => {
      const of = (status: string) => members.filter((report) => report.status === status).length
      return {
        year,
        reports: members.length,
        complete: of('complete'),
        partial: of('partial'),
        unreadable: of('unreadable'),
      }
    })
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
}
