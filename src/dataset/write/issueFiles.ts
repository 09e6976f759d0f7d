import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../../model/issue.ts'
import { byIssueId } from '../place.ts'
import type { FolderChange } from './changeFolder.ts'
import { issueFile, issueShards } from './layout.ts'
import { linesOf } from './lines.ts'

const shardOfIssue = ({ issue_id }: Issue): string => issue_id.slice(0, 2)

/** A change of the files of issues: some go, others come; files without either are left alone. */
export class IssueChange {
  readonly #folder: string
  readonly #gone = new Map<string, Set<string>>()
  readonly #new = new Map<string, Issue[]>()

  /** @param unread issues of files without a report, as they are there now */
  constructor(folder: string, unread: readonly Issue[]) {
    this.#folder = folder
    this.remove(unread)
  }

  remove(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const shard = shardOfIssue(issue)
      const gone = this.#gone.get(shard) ?? new Set()
      this.#gone.set(shard, gone.add(issue.issue_id))
    }
  }

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const shard = shardOfIssue(issue)
      const ofShard = this.#new.get(shard) ?? []
      ofShard.push(issue)
      this.#new.set(shard, ofShard)
    }
  }

  write(change: FolderChange): void {
    for (const shard of issueShards) {
      const [gone, added] = [this.#gone.get(shard), this.#new.get(shard)]
      if (!gone && !added) continue
      const kept = [...issuesIn(this.#folder, shard)].filter((issue) => !gone?.has(issue.issue_id))
      const issues = [...kept, ...(added ?? [])].sort(byIssueId)
      if (issues.length === 0) change.remove(issueFile(shard))
      else change.write(issueFile(shard), issues.map((issue) => `${JSON.stringify(issue)}\n`).join(''))
    }
  }
}

/** The issues of one file, sorted by id. */
export function* issuesIn(folder: string, shard: string): Generator<Issue> {
  const path = join(folder, issueFile(shard))
  if (!existsSync(path)) return
  for (const line of linesOf(path)) yield JSON.parse(line) as Issue
}
