import type { Finding } from '../model/issue.ts'
import type { RuleId } from './rules.ts'

/** How many times each rule could be tested; a rule that could not is absent. */
export type Tested = Readonly<Partial<Record<RuleId, number>>>

/** What checking gave: how often each rule was tested, and what was found. */
export interface Checked {
  readonly tested: Tested
  readonly findings: readonly Finding[]
}

/** Gathers what checks test and find, one report at a time. */
export class Checking implements Checked {
  readonly tested: Partial<Record<RuleId, number>> = {}
  readonly findings: Finding[] = []

  /** Notes that a rule was tested once, and what was found, if anything. */
  test(rule: RuleId, found: Finding | null = null): void {
    this.tested[rule] = (this.tested[rule] ?? 0) + 1
    if (found) this.findings.push(found)
  }

  /** Notes that a rule was tested so many times, and nothing found. */
  passed(rule: RuleId, times: number): void {
    if (times > 0) this.tested[rule] = (this.tested[rule] ?? 0) + times
  }
}

/** The tests of several checkings together. */
export function addTested(all: readonly Tested[]): Tested {
  const sum: Partial<Record<RuleId, number>> = {}
  for (const tested of all)
    for (const [rule, count] of Object.entries(tested))
      sum[rule as RuleId] = (sum[rule as RuleId] ?? 0) + count
  return sum
}
