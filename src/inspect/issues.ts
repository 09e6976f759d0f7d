import type { FileReading } from '../dataset/report.ts'
import { noRegistry } from '../identity/registry/registry.ts'
import { settleAlone } from '../identity/settle.ts'
import { type Finding, type IssueClass, type IssueCode, messages, type Severity } from '../model/issue.ts'
import { issueKinds } from '../model/issueKinds.ts'

/** A finding with its words and how grave it is. */
export interface InspectedIssue extends Omit<Finding, 'params'> {
  readonly severity: Severity
  readonly class: IssueClass
  readonly message_zh: string
  readonly message_en: string
}

/**
 * What was found of a file, of its report and of whose it is. Whether another file for the same year counts, or tells
 * where the agency is, is not known here.
 */
export function issuesOf({ report, findings }: FileReading, registry = noRegistry): InspectedIssue[] {
  const ofAgency = report ? settleAlone(report, registry).findings : []
  return [...findings, ...(report?.findings ?? []), ...ofAgency].map((finding) => {
    const { params: _, ...about } = finding
    const { severity, class: ofClass } = issueKinds[finding.code as IssueCode]
    const { zh, en } = messages(finding)
    return { severity, class: ofClass, ...about, message_zh: zh, message_en: en }
  })
}
