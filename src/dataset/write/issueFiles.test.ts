import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Issue } from '../../model/issue.ts'
import { changeFolder } from './changeFolder.ts'
import { IssueChange, issueLine, issuesIn } from './issueFiles.ts'
import { issueShards } from './layout.ts'

const mark = 'mark'
let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'issues-')), 'normalized')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const issue = (issue_id: string, found = ''): Issue => ({ issue_id, found }) as Issue

const change = (added: readonly Issue[], most: number, removed: readonly Issue[] = []) =>
  changeFolder(folder, mark, (files) => {
    files.write(mark, '')
    const issues = new IssueChange(folder, [], files, most)
    issues.remove(removed)
    for (const one of added) issues.add([issueLine(one)])
    issues.write()
  })

const written = () => issueShards.flatMap((shard) => [...issuesIn(folder, shard)])

test.each([0, 60, 1 << 20])(
  'issues are sorted and kept, with up to %i signs of them in memory',
  async (most) => {
    await change([issue('b2'), issue('a1', '本'), issue('a3', 'z'), issue('a3', 'y')], most)
    await change([issue('a2', '机关')], most, [issue('b2')])
    expect(written()).toEqual([issue('a1', '本'), issue('a2', '机关'), issue('a3', 'y'), issue('a3', 'z')])
    expect(existsSync(join(folder, '.issues'))).toBe(false)
  },
)
