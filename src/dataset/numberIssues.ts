import { sha256 } from '../ingest/discover.ts'
import { type Finding, type Issue, type IssueCode, messages } from '../model/issue.ts'
import { issueKinds } from '../model/issueKinds.ts'

/** Numbers findings so that the same finding has the same id in every run, whatever else is found. */
export function toIssues(findings: readonly Finding[], report_id: string, source_path: string): Issue[] {
  const seen = new Map<string, number>()
  return findings.map((found) => {
    const about = [source_path, found.code, ...found.cells, found.expected, found.found, found.locator]
    const digest = sha256(JSON.stringify(about)).slice(0, 12)
    const nth = (seen.get(digest) ?? 0) + 1
    seen.set(digest, nth)
    const kind = issueKinds[found.code as IssueCode]
    const words = messages(found)
    return {
      issue_id: nth === 1 ? digest : `${digest}-${nth}`,
      report_id,
      source_path,
      class: kind.class,
      severity: kind.severity,
      code: found.code,
      cell_ids: found.cells,
      expected: found.expected,
      found: found.found,
      locator: found.locator,
      message_zh: words.zh,
      message_en: words.en,
    }
  })
}
