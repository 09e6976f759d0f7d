import { readReport } from '../../src/dataset/report.ts'
import type { CellValue } from '../../src/model/values.ts'
import type { Sample } from './sample.ts'

/** How the reading of a damaged sample compares with what it says. */
export interface Comparison {
  /** Cells whose number is the sample's. */
  readonly right: number
  /** Cells that have another number, and no issue that names them or a whole file. */
  readonly silent: readonly string[]
  /** Cells that have another number, and an issue that names them. */
  readonly flagged: readonly string[]
  /** Cells without a number. */
  readonly unread: readonly string[]
}

/** Reads bytes and compares every cell with the sample that they were made from. */
export async function compareReading(sample: Sample, bytes: Uint8Array): Promise<Comparison> {
  const { report, findings } = await readReport('input', bytes)
  const cells = new Map((report?.cells ?? []).map((cell) => [cell.cell_id, cell]))
  const named = new Set([...(report?.findings ?? []), ...findings].flatMap((one) => one.cells))
  const silent: string[] = []
  const flagged: string[] = []
  const unread: string[] = []
  let right = 0
  for (const [id, value] of sample.numbers) {
    const cell: CellValue | undefined = cells.get(id)
    const read = cell?.value ?? null
    const used = cell?.effective_value ?? null
    if (read === value) right += 1
    else if (read === null && (used === null || used === value)) unread.push(id)
    else (named.has(id) ? flagged : silent).push(`${id}: ${read ?? used} for ${value}`)
  }
  return { right, silent, flagged, unread }
}
