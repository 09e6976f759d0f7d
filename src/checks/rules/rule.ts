import type { Bilingual } from '../../i18n/locale.ts'
import type { IssueClass, Severity } from '../../model/issue.ts'

/** A kind of issue: its class, its severity and its words; `{words}` are filled from the finding. */
export interface IssueKind extends Bilingual {
  readonly class: IssueClass
  readonly severity: Severity
}

/** The families of rules, one file of `src/checks` each. */
export const ruleFamilies = ['identities', 'plausibility', 'text', 'years', 'agencies'] as const
export type RuleFamily = (typeof ruleFamilies)[number]

/** A rule as it is published: what it states, where that is from, and when a breach may be none. */
export interface Rule<Code extends string = string> {
  readonly family: RuleFamily
  readonly title: Bilingual
  readonly statement: Bilingual
  /** The clause of the form or the law that it follows, or what stands in for one. */
  readonly clause: Bilingual
  readonly caveat: Bilingual
  /** The kinds of issue that it raises, by code. */
  readonly kinds: Readonly<Record<Code, IssueKind>>
}

/** Notes a rule, and keeps the codes of its kinds for the compiler. */
export const rule = <Code extends string>(one: Rule<Code>): Rule<Code> => one

const kind =
  (ofClass: IssueClass, severity: Severity) =>
  (zh: string, en: string): IssueKind => ({ class: ofClass, severity, zh, en })

/** The agency’s own figures contradict each other. */
export const published = kind('published', 'error')
/** They seem to, but something else could explain it. */
export const doubtful = kind('published', 'warning')
/** Worth knowing, and no mistake. */
export const remarkable = kind('published', 'info')
/** They would, if we read them right; of that we are not sure. */
export const unsure = kind('reading', 'warning')
/** They differ, and a stated definition explains it. */
export const defined = kind('definition', 'info')
/** They differ because they cover different bodies. */
export const scoped = kind('scope', 'info')
