import type { ReadReport } from '../dataset/report.ts'
import type { CellId } from '../model/cells.ts'
import type { CellValue } from '../model/values.ts'
import type { TrueCell, TrueCells } from './truth.ts'

/** A cell that was read as something else than is printed, with nothing said about it. */
export interface SilentError {
  readonly cell_id: string
  /** What is printed; null where the form has no such cell. */
  readonly expected: TrueCell | null
  /** What was read; null where the cell is not even said to be missing. */
  readonly found: Pick<CellValue, 'kind' | 'value' | 'raw' | 'reading' | 'locator'> | null
}

/** How a reading compares with the truth, cell by cell. */
export interface Comparison {
  /** Read as printed. */
  readonly equal: number
  /** Said to be unreadable or missing. */
  readonly flagged: number
  /** Read wrong, while an issue names the cell. */
  readonly doubted: number
  readonly silent: readonly SilentError[]
}

/** Whether a cell says what is printed; the letters are not compared, since layouts wrap and pad them. */
const same = (truth: TrueCell, cell: CellValue): boolean =>
  cell.kind === truth.kind && cell.value === truth.value

/** A reading without a report says that nothing was read: every cell is flagged. */
export function compareReading(truth: TrueCells, report: ReadReport | null): Comparison {
  if (!report) return { equal: 0, flagged: truth.size, doubted: 0, silent: [] }
  const named = new Set(report.findings.flatMap((finding) => finding.cells))
  const absent = new Set(
    report.findings
      .filter((finding) => finding.code === 'table_missing')
      .map((finding) => finding.params['table_zh']),
  )
  const read = new Map(report.cells.map((cell) => [cell.cell_id as CellId, cell]))
  let [equal, flagged, doubted] = [0, 0, 0]
  const silent: SilentError[] = []
  for (const [id, expected] of truth) {
    const cell = read.get(id)
    if (!cell) {
      if (absent.size || named.has(id)) flagged += 1
      else silent.push({ cell_id: id, expected, found: null })
    } else if (same(expected, cell)) equal += 1
    else if (cell.kind === 'unreadable' || cell.kind === 'missing') flagged += 1
    else if (named.has(id)) doubted += 1
    else silent.push({ cell_id: id, expected, found: cell })
  }
  for (const [id, cell] of read) {
    if (truth.has(id) || cell.kind === 'missing' || cell.kind === 'unreadable') continue
    if (named.has(id)) doubted += 1
    else silent.push({ cell_id: id, expected: null, found: cell })
  }
  return { equal, flagged, doubted, silent }
}

/** One silent error in a line, for logs. */
export function describeSilent({ cell_id, expected, found }: SilentError): string {
  const show = (cell: { kind: string; raw: string } | null) =>
    cell ? `${cell.kind} ${JSON.stringify(cell.raw)}` : 'nothing'
  return `${cell_id}: printed ${show(expected)}, read ${show(found)}${found?.locator ? ` at ${found.locator}` : ''}`
}
