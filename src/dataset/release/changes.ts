import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChangeKind, ChangeReason } from '../describe/changesTable.ts'
import { changesTable } from '../describe/changesTable.ts'
import { type CsvRow, csvRows } from '../verify/readCsv.ts'
import { sortRows } from '../write/csv.ts'
import { fingerprint } from '../write/fingerprint.ts'
import type { Row } from '../write/values.ts'

/** What is known of a dataset as a whole: its reports with their sources, and the corrections that hold. */
interface Known {
  readonly sources: ReadonlyMap<string, string>
  /** What each correction says, by `report_id field`. */
  readonly corrections: ReadonlyMap<string, CsvRow>
}

async function knownOf(dataset: string): Promise<Known> {
  const [sources, corrections] = [new Map<string, string>(), new Map<string, CsvRow>()]
  for await (const row of csvRows(join(dataset, 'reports.csv')))
    sources.set(row['report_id'] ?? '', row['source_sha256'] ?? '')
  for await (const row of csvRows(join(dataset, 'corrections.csv')))
    if (row['status'] === 'applied') corrections.set(`${row['report_id']} ${row['field']}`, row)
  return { sources, corrections }
}

interface Change {
  readonly change: ChangeKind
  readonly report_id: string
  readonly cell_id: string
  readonly before: string
  readonly after: string
  readonly why: ChangeReason | ''
}

function* reportChanges({ sources: before }: Known, { sources: after }: Known): Generator<Change> {
  const about = { cell_id: '', before: '', after: '', why: '' } as const
  for (const [report_id, source] of after) {
    const earlier = before.get(report_id)
    if (earlier === undefined) yield { ...about, change: 'report_added', report_id }
    else if (earlier !== source)
      yield { ...about, change: 'report_replaced', report_id, before: earlier, after: source, why: 'source' }
  }
  for (const report_id of before.keys())
    if (!after.has(report_id)) yield { ...about, change: 'report_removed', report_id }
}

function* correctionChanges(before: Known, after: Known): Generator<Change> {
  for (const key of new Set([...before.corrections.keys(), ...after.corrections.keys()])) {
    const [one, other] = [before.corrections.get(key), after.corrections.get(key)]
    const [earlier, later] = [one?.['corrected'] ?? '', other?.['corrected'] ?? '']
    const { report_id = '', field = '' } = (other ?? one) as CsvRow
    if (earlier !== later)
      yield {
        change: 'correction_changed',
        report_id,
        cell_id: field,
        before: earlier,
        after: later,
        why: 'correction',
      }
  }
}

const keyOf = (row: CsvRow) => `${row['report_id']} ${row['cell_id']}`

/** Pairs of rows with the same key of two files sorted by it; rows that only one has are passed over. */
async function* pairs(before: string, after: string): AsyncGenerator<[CsvRow, CsvRow]> {
  const [left, right] = [csvRows(before), csvRows(after)]
  let [one, other] = [await left.next(), await right.next()]
  while (!one.done && !other.done) {
    const [a, b] = [keyOf(one.value), keyOf(other.value)]
    if (a === b) yield [one.value, other.value]
    if (a <= b) one = await left.next()
    if (b <= a) other = await right.next()
  }
}

/** What was read of a cell: its number, or its kind where it has none. */
const shown = (row: CsvRow): string => row['value'] || (row['kind'] ?? '')

function cellChange(before: CsvRow, after: CsvRow): Pick<Change, 'change' | 'before' | 'after'> | undefined {
  if (shown(before) !== shown(after))
    return { change: 'value_changed', before: shown(before), after: shown(after) }
  const [one, other] = [before['effective_value'] ?? '', after['effective_value'] ?? '']
  return one === other ? undefined : { change: 'effective_value_changed', before: one, after: other }
}

/** The files of cells that both datasets have and that differ. */
async function changedCellFiles(before: string, after: string): Promise<string[]> {
  const names = (await readdir(join(after, 'cells'))).filter((name) => name.endsWith('.csv')).sort()
  const changed: string[] = []
  for (const name of names) {
    const paths = [before, after].map((folder) => join(folder, 'cells', name))
    if (!paths.every((path) => existsSync(path))) continue
    const [one, other] = await Promise.all(paths.map(fingerprint))
    if (one?.sha256 !== other?.sha256) changed.push(name)
  }
  return changed
}

async function* cellChanges(
  folders: readonly [string, string],
  known: readonly [Known, Known],
): AsyncGenerator<Change> {
  const [before, after] = known
  const whyOf = (report_id: string): ChangeReason =>
    before.sources.get(report_id) === after.sources.get(report_id) ? 'reader' : 'source'
  for (const name of await changedCellFiles(...folders)) {
    for await (const [one, other] of pairs(
      join(folders[0], 'cells', name),
      join(folders[1], 'cells', name),
    )) {
      const change = cellChange(one, other)
      const report_id = other['report_id'] ?? ''
      if (change) yield { ...change, report_id, cell_id: other['cell_id'] ?? '', why: whyOf(report_id) }
    }
  }
}

/**
 * The rows of `changes.csv`: what differs between two dataset folders in reports and in the cells of reports that
 * both have; sorted. Years whose file is the same are not read.
 */
export async function changeRows(before: string, after: string): Promise<Row[]> {
  const known = [await knownOf(before), await knownOf(after)] as const
  const rows: Row[] = [...reportChanges(...known), ...correctionChanges(...known)].map((one) => ({ ...one }))
  if (existsSync(join(after, 'cells')))
    for await (const change of cellChanges([before, after], known)) rows.push({ ...change })
  return sortRows(changesTable, rows)
}
