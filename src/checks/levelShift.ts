import { type CellId, formCell } from '../model/cells.ts'
import { finding } from '../model/issue.ts'
import type { Checking } from './checking.ts'
import type { YearRow } from './years.ts'

/** Figures that keep about the same size from year to year. */
const watched: readonly CellId[] = [
  'requests.received.total',
  'requests.concluded.total',
  'disclosure.licences.decisions',
  'disclosure.penalties.decisions',
  'disclosure.fees.amount',
  'disclosure.procurement.amount',
]

/** Years besides the one looked at. */
const fewestYears = 3
/** Of a normal distribution, the standard deviation is so many times the median absolute deviation. */
const perDeviation = 1.4826
/** Years that are all alike still differ by about a third. */
const leastScale = 0.35
const mostDeviations = 6
const leastRatio = 8
/** Yuan entered for 万元, to within a factor. */
const yuan = { ratio: 10_000, within: 3 }

/** The watched figures of an agency, a list of all its years each, null where unknown. */
export type Levels = readonly (readonly (number | null)[])[]

/** What `checkLevels` looks at, taken together once for all years of an agency. */
export const levelsOf = (rows: readonly YearRow[]): Levels =>
  watched.map((id) => rows.map((row) => row.figure(id)))

/** The figures of a year, by its place, that are far from those of the agency’s other years, on a log scale. */
export function checkLevels(place: number, levels: Levels, into: Checking): void {
  for (let i = 0; i < watched.length; i += 1) {
    const id = watched[i] as CellId
    const figures = levels[i] ?? []
    const value = figures[place] ?? null
    if (value === null || figures.length <= fewestYears) continue
    const others = figures.filter((one, year) => one !== null && year !== place) as number[]
    if (others.length < fewestYears) continue
    const { unit } = formCell(id)
    // Amounts of nothing say nothing of the size of the others.
    const usable = unit === '万元' ? others.filter((one) => one > 0) : others
    if (usable.length < fewestYears || (unit === '万元' && value <= 0)) continue
    into.test('level_shift', shiftOf(id, value, usable))
  }
}

/** The median of a few values; a library that takes millions of them takes much longer to begin. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const before = sorted[Math.floor((sorted.length - 1) / 2)] as number
  const after = sorted[Math.floor(sorted.length / 2)] as number
  return before + (after - before) / 2
}

/** Whether one is less than `leastRatio` times the other, rounding errors aside; both with something added. */
const isNear = (a: number, b: number, added: number): boolean =>
  (a + added) * nearRatio > b + added && (b + added) * nearRatio > a + added
const nearRatio = leastRatio * 0.99

function shiftOf(id: CellId, value: number, others: readonly number[]) {
  const { unit, row_zh, row_en, column_zh, column_en } = formCell(id)
  const size = (one: number) => Math.log(unit === '万元' ? one : Math.max(0, one) + 1)
  // The median is no farther from it than the farthest.
  if (others.every((one) => isNear(value, one, unit === '万元' ? 0 : 1))) return null
  const sizes = others.map(size)
  const centre = median(sizes)
  const scale = Math.max(leastScale, perDeviation * median(sizes.map((one) => Math.abs(one - centre))))
  const distance = size(value) - centre
  if (Math.abs(distance) < Math.max(mostDeviations * scale, Math.log(leastRatio))) return null
  const isYuan = unit === '万元' && Math.abs(distance - Math.log(yuan.ratio)) < Math.log(yuan.within)
  return finding(isYuan ? 'amount_shift' : 'level_shift', {
    cells: [id],
    expected: String(Number(median(others).toFixed(4))),
    found: String(value),
    params: { label_zh: `${row_zh} / ${column_zh}`, label_en: `${row_en} / ${column_en}` },
  })
}
