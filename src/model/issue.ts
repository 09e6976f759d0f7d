import { z } from 'zod'
import { issueKinds } from './issueKinds.ts'
import { locatorZh } from './locator.ts'

export const issueClasses = ['published', 'reading', 'definition', 'scope', 'coverage', 'identity'] as const
export type IssueClass = (typeof issueClasses)[number]
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** What is found of a report, before it is numbered. `params` fill the words of the message. */
export const findingSchema = z.object({
  code: z.string(),
  /** The cells it concerns, `table.row.column`. */
  cells: z.array(z.string()),
  expected: z.string(),
  found: z.string(),
  /** Where it stands in the source; empty when it concerns the whole. */
  locator: z.string(),
  params: z.record(z.string(), z.string()),
})
export type Finding = z.infer<typeof findingSchema>

export const issueSchema = z.object({
  /** Stable from run to run: derived from the source path, the code, the cells and what was found. */
  issue_id: z.string(),
  /** Empty when the file gave no report. */
  report_id: z.string(),
  source_path: z.string(),
  class: z.enum(issueClasses),
  severity: z.enum(severities),
  code: z.string(),
  cell_ids: z.array(z.string()),
  expected: z.string(),
  found: z.string(),
  locator: z.string(),
  message_zh: z.string(),
  message_en: z.string(),
})
export type Issue = z.infer<typeof issueSchema>

export type IssueCode = keyof typeof issueKinds

/** Whether issues of a kind say that an agency’s own figures contradict each other, and not only remark on them. */
export const isContradiction = (code: IssueCode): boolean =>
  issueKinds[code].class === 'published' && issueKinds[code].severity !== 'info'

/** Class, severity and words of a kind of issue. */
export const issueKindOf = (code: IssueCode) => issueKinds[code]

/** Notes a finding. The code must be one of `issueKinds`, where its class, severity and words stand. */
export function finding(code: IssueCode, about: Partial<Omit<Finding, 'code'>> = {}): Finding {
  return { code, cells: [], expected: '', found: '', locator: '', params: {}, ...about }
}

const fill = (template: string, words: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)

/** The message of a finding in both languages. Words of the source are data here; pages escape them. */
export function messages(of: Finding): { zh: string; en: string } {
  const kind = issueKinds[of.code as IssueCode]
  const words = { expected: of.expected, found: of.found, locator: of.locator, ...of.params }
  const zh = { ...words, locator: locatorZh(of.locator) }
  return { zh: fill(kind.zh, zh), en: fill(kind.en, words) }
}
