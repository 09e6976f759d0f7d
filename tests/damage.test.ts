import { describe, expect, test } from 'vitest'
import { readReport } from '../src/dataset/report.ts'
import type { IssueCode } from '../src/model/issue.ts'
import { issueKinds } from '../src/model/issueKinds.ts'
import { type Case, expectedCell, loadCases } from './cases/case.ts'
import { decoded } from './cases/standsAt.ts'

/** One layout each: what damage does depends on the layout, not on the figures. */
const layouts = [
  'one-cell-a-line',
  'tab-rows-ragged-2019',
  'cell-pipe-stream',
  'pipe-rows',
  'row-one-value-too-many',
]
const cases = loadCases().filter((one) => layouts.includes(one.name))

/**
 * The cells of damaged text that say something else than the whole text does without anyone being told: not the
 * printed number, and neither missing, unreadable nor in a row that an issue of class reading names.
 */
async function silentlyWrong({ expected }: Case, lines: readonly string[]): Promise<string[]> {
  const { report } = await readReport('damaged.txt', Buffer.from(lines.join('\n')))
  if (!report) return []
  const rowOf = (id: string) => id.replace(/\.[^.]+$/, '')
  const doubted = new Set(
    report.findings
      // What a check makes of a doubt is no doubt of its own.
      .filter(({ code }) => issueKinds[code as IssueCode].class === 'reading' && !code.endsWith('_unsure'))
      .flatMap((finding) => finding.cells.map(rowOf)),
  )
  return report.cells
    .filter((cell) => {
      if (cell.kind === 'missing' || cell.kind === 'unreadable' || doubted.has(rowOf(cell.cell_id)))
        return false
      const wanted = expectedCell(expected, cell.cell_id)
      return cell.kind !== wanted.kind || cell.value !== wanted.value
    })
    .map((cell) => `${cell.cell_id} ${cell.kind} ${cell.raw}`)
}

/** `every`: tried at each so many lines, since what a stray line does hardly depends on where it falls. */
const damages: readonly {
  readonly name: string
  readonly every: number
  readonly damage: (lines: readonly string[], i: number) => readonly string[]
}[] = [
  { name: 'lost', every: 1, damage: (lines, i) => lines.toSpliced(i, 1) },
  { name: 'printed twice', every: 1, damage: (lines, i) => lines.toSpliced(i, 0, lines[i] as string) },
  { name: 'followed by a blank line', every: 5, damage: (lines, i) => lines.toSpliced(i + 1, 0, '') },
  { name: 'followed by a page number', every: 3, damage: (lines, i) => lines.toSpliced(i + 1, 0, '3') },
  {
    name: 'followed by a line of prose',
    every: 3,
    damage: (lines, i) => lines.toSpliced(i + 1, 0, '（续表）'),
  },
  { name: 'followed by a tabbed figure', every: 3, damage: (lines, i) => lines.toSpliced(i + 1, 0, '\t0') },
  { name: 'followed by a piped figure', every: 3, damage: (lines, i) => lines.toSpliced(i + 1, 0, '0 |') },
]

describe.each(cases)('$name: no value shifts silently when a line is', (one) => {
  const lines = decoded(one.input.bytes).split('\n')
  test.each(damages)('$name', { timeout: 60_000 }, async ({ every, damage }) => {
    const wrong: string[] = []
    for (const [i, line] of lines.entries()) {
      if (i % every !== 0) continue
      const cells = await silentlyWrong(one, damage(lines, i))
      const shown = cells.slice(0, 3).join('; ')
      if (cells.length) wrong.push(`line ${i + 1} “${line}”: ${shown} (${cells.length})`)
    }
    expect(wrong).toEqual([])
  })
})
