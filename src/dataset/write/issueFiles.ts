import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
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

/** New issues are in memory up to so many UTF-16 units of their lines; of all reports of a country they are gigabytes. */
const mostInMemory = 1 << 24
/** Where the others wait, in the folder in which a change is made ready. */
const waitingFolder = '.issues'

/** A change of the files of issues: some go, others come; files without either are left alone. */
export class IssueChange {
  readonly #folder: string
  readonly #change: FolderChange
  readonly #most: number
  readonly #gone = new Map<string, Set<string>>()
  #new = new Map<string, IssueLine[]>()
  #length = 0

  /**
   * @param unread issues of files without a report, as they are there now
   * @param most how much of the new ones is in memory at a time
   */
  constructor(folder: string, unread: readonly Issue[], change: FolderChange, most = mostInMemory) {
    this.#folder = folder
    this.#change = change
    this.#most = most
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
      this.#length += issue.line.length
    }
    if (this.#length > this.#most) this.#putAside()
  }

  #putAside(): void {
    mkdirSync(this.#waiting(), { recursive: true })
    for (const [shard, issues] of this.#new) appendFileSync(this.#waiting(shard), textOf(issues))
    this.#new = new Map()
    this.#length = 0
  }

  #waiting = (shard?: string): string => {
    const folder = join(this.#change.staging, waitingFolder)
    return shard === undefined ? folder : join(folder, shard)
  }

  write(): void {
    for (const shard of issueShards) {
      const gone = this.#gone.get(shard)
      const added = [...issueLinesIn(this.#waiting(shard)), ...(this.#new.get(shard) ?? [])]
      if (!gone && added.length === 0) continue
      const kept = issueLinesIn(join(this.#folder, issueFile(shard))).filter(({ id }) => !gone?.has(id))
      const issues = [...kept, ...added].sort(byId)
      if (issues.length === 0) this.#change.remove(issueFile(shard))
      else this.#change.write(issueFile(shard), textOf(issues))
    }
    rmSync(this.#waiting(), { recursive: true, force: true })
  }
}

const textOf = (issues: readonly IssueLine[]): string => issues.map(({ line }) => `${line}\n`).join('')

/** The same order whatever the order in which they came. */
const byId = (a: IssueLine, b: IssueLine): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.line < b.line ? -1 : 1

/** The lines of a file of issues; none when it is not there. */
function* linesIn(path: string): Generator<string> {
  if (existsSync(path)) yield* linesOf(path)
}

const issueLinesIn = (path: string): IssueLine[] =>
  Array.from(linesIn(path), (line) => ({ id: idOf(line), line }))

/** The issues of one file, sorted by id. */
export function* issuesIn(folder: string, shard: string): Generator<Issue> {
  for (const line of linesIn(join(folder, issueFile(shard)))) yield JSON.parse(line) as Issue
}
