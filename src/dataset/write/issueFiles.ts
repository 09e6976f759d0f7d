import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../../model/issue.ts'
import type { FolderChange } from './changeFolder.ts'
import { issueFile, issueShards } from './layout.ts'
import { linesOf } from './lines.ts'

/** An issue as a line of its file, with its id. */
export interface IssueLine {
  readonly id: string
  readonly line: string
}

/** The line of an issue. */
export const issueLine = (issue: Issue): IssueLine => ({ id: issue.issue_id, line: JSON.stringify(issue) })

/** Every line begins with the id: `{"issue_id":"…"`. */
const idStart = '{"issue_id":"'.length
const idOf = (line: string): string => line.slice(idStart, line.indexOf('"', idStart))

const shardOfId = (id: string): string => id.slice(0, 2)

/** A change of the files of issues: some go, others come; files without either are left alone. */
export class IssueChange {
  readonly #folder: string
  readonly #gone = new Map<string, Set<string>>()
  readonly #new = new Map<string, IssueLine[]>()

  /** @param unread issues of files without a report, as they are there now */
  constructor(folder: string, unread: readonly Issue[]) {
    this.#folder = folder
    this.remove(unread)
  }

  remove(issues: readonly Issue[]): void {
    for (const { issue_id } of issues) {
      const shard = shardOfId(issue_id)
      const gone = this.#gone.get(shard) ?? new Set()
      this.#gone.set(shard, gone.add(issue_id))
    }
  }

  add(issues: readonly IssueLine[]): void {
    for (const issue of issues) {
      const shard = shardOfId(issue.id)
      const ofShard = this.#new.get(shard) ?? []
      ofShard.push(issue)
      this.#new.set(shard, ofShard)
    }
  }

  write(change: FolderChange): void {
    for (const shard of issueShards) {
      const [gone, added] = [this.#gone.get(shard), this.#new.get(shard)]
      if (!gone && !added) continue
      const kept = [...linesIn(this.#folder, shard)]
        .map((line): IssueLine => ({ id: idOf(line), line }))
        .filter(({ id }) => !gone?.has(id))
      const issues = [...kept, ...(added ?? [])].sort(byId)
      if (issues.length === 0) change.remove(issueFile(shard))
      else change.write(issueFile(shard), issues.map(({ line }) => `${line}\n`).join(''))
    }
  }
}

/** The same order whatever the order in which they came. */
const byId = (a: IssueLine, b: IssueLine): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.line < b.line ? -1 : 1

function* linesIn(folder: string, shard: string): Generator<string> {
  const path = join(folder, issueFile(shard))
  if (existsSync(path)) yield* linesOf(path)
}

/** The issues of one file, sorted by id. */
export function* issuesIn(folder: string, shard: string): Generator<Issue> {
  for (const line of linesIn(folder, shard)) yield JSON.parse(line) as Issue
}
