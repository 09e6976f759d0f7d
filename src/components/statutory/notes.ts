import type { Issue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import { onceFor } from '../../stats/once.ts'

/** An issue of a report as a numbered note under its tables. */
export interface Note {
  readonly number: number
  readonly issue: Issue
}

/** The notes of a report, and which of them concern a cell. */
export interface Notes {
  readonly all: readonly Note[]
  readonly ofCell: ReadonlyMap<string, readonly Note[]>
}

/**
 * Numbers the issues of a report in the order in which its cells meet them; those of the whole come first. The same
 * for the pages of all languages.
 */
export const notesOf = onceFor((report: Report): Notes => {
  const place = new Map(report.cells.map((cell, i) => [cell.cell_id, i]))
  const first = (issue: Issue) => Math.min(...issue.cell_ids.map((id) => place.get(id) ?? -1))
  const rank = (issue: Issue) => (issue.cell_ids.length === 0 ? -1 : first(issue))
  const sorted = report.issues.toSorted((a, b) => rank(a) - rank(b))
  const all = sorted.map((issue, i) => ({ number: i + 1, issue }))
  const ofCell = new Map<string, Note[]>()
  for (const note of all) {
    for (const id of note.issue.cell_ids) ofCell.set(id, [...(ofCell.get(id) ?? []), note])
  }
  return { all, ofCell }
})

/** The notes of several cells, each once, in order. */
export function notesOfCells(notes: Notes, ids: readonly string[]): Note[] {
  const found = new Set(ids.flatMap((id) => notes.ofCell.get(id) ?? []))
  return [...found].toSorted((a, b) => a.number - b.number)
}

/** Whether a figure itself is in doubt: contradicted or not readable, rather than only remarked upon. */
export const isDoubtful = (notes: Notes, id: string): boolean =>
  notes.ofCell.get(id)?.some((note) => note.issue.severity !== 'info') ?? false
