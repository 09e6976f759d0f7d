import { agencyRules } from './rules/agencies.ts'
import { identityRules } from './rules/identities.ts'
import { plausibilityRules } from './rules/plausibility.ts'
import type { IssueKind, Rule } from './rules/rule.ts'
import { textRules } from './rules/text.ts'
import { yearRules } from './rules/years.ts'

/**
 * Every rule that reports are checked by, in the order in which they are published. The kinds of issue, the
 * sections of the quality page and the counts of how often a rule was tested are derived from this list.
 */
export const rules = {
  ...identityRules,
  ...plausibilityRules,
  ...textRules,
  ...yearRules,
  ...agencyRules,
} as const

export type RuleId = keyof typeof rules
export const ruleIds = Object.keys(rules) as readonly RuleId[]

type CodeOf<Of> = Of extends Rule<infer Code> ? Code : never
export type RuleCode = CodeOf<(typeof rules)[RuleId]>

/** The kinds of issue that rules raise, by code. */
export const ruleKinds = Object.assign({}, ...ruleIds.map((id) => rules[id].kinds)) as Readonly<
  Record<RuleCode, IssueKind>
>

/** The rule that raises a code; undefined for what is found while reading and identifying. */
export const ruleOfCode: ReadonlyMap<string, RuleId> = new Map(
  ruleIds.flatMap((id) => Object.keys(rules[id].kinds).map((code) => [code, id] as const)),
)
