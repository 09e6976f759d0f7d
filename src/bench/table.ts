import { holds, type Measured } from './benchmark.ts'

const heads = ['what', 'against', 'its figure', 'figure', 'unit', 'ratio', 'limit', '', 'files', 'KB/file']
const numeric = new Set([2, 3, 5, 6, 8, 9])

/** To three digits, or whole: what is measured is no more certain. */
const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const limitOf = ({ limit }: Measured): string => {
  if (!limit) return ''
  return 'most' in limit ? `≤ ${figure(limit.most)}` : `≥ ${figure(limit.least)}`
}

const verdicts = new Map<boolean | null, string>([
  [true, 'holds'],
  [false, 'missed'],
])

const rowOf = (one: Measured): string[] => [
  one.what,
  one.floor,
  figure(one.floorFigure),
  figure(one.workFigure),
  one.unit,
  figure(one.ratio),
  limitOf(one),
  verdicts.get(holds(one)) ?? '',
  String(one.files),
  one.kbPerFile?.toFixed(1) ?? '',
]

/** What was measured as a table for a terminal. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = [heads, ...measured.map(rowOf)]
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const padded = (cell: string, i: number) =>
    numeric.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)
  return `${rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')}\n`
}
