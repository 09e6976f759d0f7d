import { type RuleId, ruleIds, ruleOfCode, rules } from '../checks/rules.ts'
import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import { type IssueCode, isContradiction, issueKindOf } from '../model/issue.ts'
import { levels } from '../model/report.ts'
import { counts } from './figures.ts'
import { onceFor } from './once.ts'

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

/** Whether a report contradicts itself under one of these rules. */
export const breaksOneOf = ({ issue_counts }: ReportFigures, ids: ReadonlySet<RuleId>): boolean =>
  Object.keys(issue_counts).some((code) => {
    const rule = ruleOfCode.get(code)
    return rule !== undefined && ids.has(rule) && isContradiction(code as IssueCode)
  })

/** What the page on quality tells of the reports that count. */
export interface Quality {
  readonly reports: number
  readonly whole: number
  /** Reports in which an identity of the form could be tested, and those of them that break one. */
  readonly tested: number
  readonly breaking: number
  readonly rules: ReadonlyMap<RuleId, RuleCount>
  readonly years: readonly ReadingYear[]
  readonly byYear: readonly RuleGroup[]
  readonly byLevel: readonly RuleGroup[]
  /** By name of the province; last, and empty, those of which none is known. */
  readonly byProvince: readonly RuleGroup[]
}

/** The identities that the form itself states. */
export const identityRules: readonly RuleId[] = ruleIds.filter((id) => rules[id].family === 'identities')
const identities: ReadonlySet<RuleId> = new Set(identityRules)

/** Counts what the page on quality tells, once for an atlas. */
export const qualityOf: (atlas: Atlas) => Quality = onceFor((atlas) => {
  const reports = atlas.reports.filter(counts)
  const tested = reports.filter((report) => identityRules.some((id) => report.tested[id]))
  const years = readingYears(reports)
  const agencyOf = new Map(atlas.agencies.map((agency) => [agency.agency_id, agency]))
  const provinces = [...new Set(atlas.agencies.map((agency) => agency.province))].filter(Boolean)
  provinces.sort((a, b) => a.localeCompare(b, 'zh-CN'))
  return {
    reports: reports.length,
    whole: reports.filter((report) => report.status === 'complete').length,
    tested: tested.length,
    breaking: tested.filter((report) => breaksOneOf(report, identities)).length,
    rules: ruleCounts(reports),
    years,
    byYear: ruleCountsBy(
      reports,
      (report) => String(report.year),
      years.map(({ year }) => String(year)),
    ),
    byLevel: ruleCountsBy(reports, (report) => agencyOf.get(report.agency_id)?.level ?? 'unknown', levels),
    byProvince: ruleCountsBy(reports, (report) => agencyOf.get(report.agency_id)?.province ?? '', [
      ...provinces,
      '',
    ]),
  }
})
