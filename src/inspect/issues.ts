import type { FileReading } from '../dataset/report.ts'
import { type Finding, type IssueClass, type IssueCode, messages, type Severity } from '../model/issue.ts'
import { issueKinds } from '../model/issueKinds.ts'

/** A finding with its words and how grave it is. */
export interface InspectedIssue extends Omit<Finding, 'params'> {
  readonly severity: Severity
  readonly class: IssueClass
  readonly message_zh: string
  readonly message_en: string
}

/** What was found of a file and of its report. Whether another file for the same year counts is not known here. */
export function issuesOf({ report, findings }: FileReading): InspectedIssue[] {
  return [...findings, ...(report?.findings ?? [])].map((finding) => {
    const { params: _, ...about } = finding
    const { severity, class: ofClass } = issueKinds[finding.code as IssueCode]
    const { zh, en } = messages(finding)
    return { severity, class: ofClass, ...about, message_zh: zh, message_en: en }
  })
}
