import type { Measured } from './benchmark.ts'

const heads = ['what', 'floor', 'floor ms', 'reading ms', 'ratio', 'limit', '', 'files', 'KB/file']
const numeric = new Set([2, 3, 4, 5, 7, 8])

const rowOf = (one: Measured): string[] => [
  one.what,
  one.floor,
  one.floorMs.toFixed(3),
  one.workMs.toFixed(3),
  one.ratio.toFixed(2),
  String(one.limit),
  one.ratio <= one.limit ? 'holds' : 'exceeded',
  String(one.files),
  one.kbPerFile.toFixed(1),
]

/** What was measured as a table for a terminal, milliseconds of processor time for one file. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = [heads, ...measured.map(rowOf)]
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const padded = (cell: string, i: number) =>
    numeric.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)
  return `${rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')}\n`
}
