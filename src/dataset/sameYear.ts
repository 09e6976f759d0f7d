import type { Difference, Report } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'

/** What of a report tells whether it counts beside another file for the same agency and year. */
export interface Contender {
  readonly status: Report['status']
  readonly scope: Report['scope']
  readonly published_on: string
  readonly retrieved_on: string
  /** Whether `sources.csv` says that it is the one that counts. */
  readonly stated: boolean
  readonly path: string
}

const readable = ({ status }: Contender): number => (status === 'unreadable' ? 1 : 0)
const sumsUp = ({ scope }: Contender): number => (scope === 'aggregate' ? 1 : 0)
const incomplete = ({ status }: Contender): number => (status === 'complete' ? 0 : 1)

/** The later first; one without a date last. */
const later = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1)

/**
 * Which of two files for one agency and year counts, as for sorting: the one that `sources.csv` names; one that could
 * be read; that of the body alone before one that sums up others, since sums leave that out; the later; the more
 * complete; else the first by path, so that the choice is stable.
 */
export const byMerit = (a: Contender, b: Contender): number =>
  Number(b.stated) - Number(a.stated) ||
  readable(a) - readable(b) ||
  sumsUp(a) - sumsUp(b) ||
  later(a.published_on, b.published_on) ||
  incomplete(a) - incomplete(b) ||
  later(a.retrieved_on, b.retrieved_on) ||
  (a.path < b.path ? -1 : 1)

const printed = ({ kind, raw, value }: CellValue): string =>
  kind === 'number' ? String(value) : kind === 'unreadable' ? raw : ''
const differ = (a: CellValue, b: CellValue): boolean => a.kind !== b.kind || printed(a) !== printed(b)

/** The cells that differ, in the order of the form; a cell that only one file has differs when it has a number. */
export function differencesOf(counting: readonly CellValue[], here: readonly CellValue[]): Difference[] {
  const there = new Map(counting.map((cell) => [cell.cell_id, cell]))
  const own = new Set(here.map(({ cell_id }) => cell_id))
  const differing = here.flatMap((cell): Difference[] => {
    const other = there.get(cell.cell_id)
    if (other ? !differ(other, cell) : cell.kind !== 'number') return []
    return [{ cell_id: cell.cell_id, counting: other ? shown(other) : '', here: shown(cell) }]
  })
  const missing = counting
    .filter((cell) => !own.has(cell.cell_id) && cell.kind === 'number')
    .map((cell) => ({ cell_id: cell.cell_id, counting: shown(cell), here: '' }))
  return [...differing, ...missing]
}

const shown = ({ kind, raw, value }: CellValue): string => (kind === 'number' ? String(value) : raw)

/** As many differences are named in the words of an issue; all are in the record of the report. */
const namedDifferences = 6

/** Differences in words: `requests.received.total 3 → 5`. */
export function differencesInWords(differences: readonly Difference[]): string {
  const named = differences
    .slice(0, namedDifferences)
    .map(({ cell_id, counting, here }) => `${cell_id} ${counting || '∅'} → ${here || '∅'}`)
  return differences.length > namedDifferences ? `${named.join('; ')}; …` : named.join('; ')
}
