import { type Box, clusters, type Glyph, median, middle } from './geometry.ts'
import { isFigure } from './lines.ts'
import { nearestOf, type Rule, type Rules, tolerance } from './rules.ts'

/** A cell between ruling lines, in columns and rows of its table, with the characters that stand in it. */
export interface RuledCell {
  readonly x: number
  readonly row: number
  readonly colspan: number
  readonly rowspan: number
  readonly box: Box
  readonly glyphs: Glyph[]
  /** A number runs over the border of the cell: what stands in it is not all that belongs to it, or too much. */
  overflows: boolean
}
export interface RuledTable {
  readonly box: Box
  /** Where the columns begin and end. */
  readonly xs: readonly number[]
  readonly rows: readonly (readonly RuledCell[])[]
}

const columnLimit = 120
const rowLimit = 400

/** The cells that ruling lines make, merged where no line stands between them. Null when they make none. */
export function ruledTable(rules: Rules, box: Box, glyphs: readonly Glyph[]): RuledTable | null {
  const xs = places(rules.down, [box.x0, box.x1])
  const ys = places(rules.across, [box.y0, box.y1])
  if (xs.length < 2 || ys.length < 2 || xs.length > columnLimit || ys.length > rowLimit) return null
  const inside = glyphs.filter((glyph) => within(box, glyph))
  const cells = cellsBetween(rules, xs, ys)
  fill(cells, xs, ys, inside)
  const size = median(inside.map((glyph) => glyph.size))
  const kept = new Set(cells.flat().filter((cell) => cell.glyphs.length || !isSliver(cell.box, size)))
  return { box, xs, rows: byRow(cells, kept) }
}

const within = (box: Box, glyph: Glyph): boolean => {
  const [x, y] = middle(glyph)
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1
}

/** Too narrow or too flat for a character: the gap between two borders, not a cell. */
const isSliver = (box: Box, size: number): boolean =>
  box.x1 - box.x0 < 0.7 * size || box.y1 - box.y0 < 0.7 * size

const places = (rules: readonly Rule[], ends: readonly number[]): number[] =>
  clusters([...rules.map((rule) => rule.at), ...ends], tolerance)

/** The cell of each place in the raster; a merged cell stands at all its places. */
function cellsBetween(rules: Rules, xs: readonly number[], ys: readonly number[]): RuledCell[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const right = walls(rules.down, xs, ys)
  const below = walls(rules.across, ys, xs)
  const region = Array.from({ length: rows * columns }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (region[root] !== root) root = region[root] as number
    region[i] = root
    return root
  }
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      if (c + 1 < columns && !right(c + 1, r)) region[find(r * columns + c + 1)] = find(r * columns + c)
      if (r + 1 < rows && !below(r + 1, c)) region[find((r + 1) * columns + c)] = find(r * columns + c)
    }
  }
  const raster: RuledCell[][] = Array.from({ length: rows }, () => [])
  for (const members of Map.groupBy(region.keys(), find).values()) {
    for (const cell of rectangles(members, columns, xs, ys)) {
      for (let r = cell.row; r < cell.row + cell.rowspan; r += 1) {
        for (let c = cell.x; c < cell.x + cell.colspan; c += 1) (raster[r] as RuledCell[])[c] = cell
      }
    }
  }
  return raster
}

/** Whether a line at place `i` stands along the stretch between places `j` and `j + 1` of the other direction. */
function walls(rules: readonly Rule[], at: readonly number[], along: readonly number[]) {
  const nearest = nearestOf(at)
  const byPlace = Map.groupBy(rules, (rule) => nearest(rule.at))
  return (i: number, j: number): boolean => {
    const [from, to] = [along[j] as number, along[j + 1] as number]
    const covered = (byPlace.get(at[i] as number) ?? []).reduce(
      (sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)),
      0,
    )
    return covered >= 0.6 * (to - from)
  }
}

/** A merged cell is a rectangle. Places that hang together in another shape lack lines: each row stays for itself. */
function rectangles(
  members: readonly number[],
  columns: number,
  xs: readonly number[],
  ys: readonly number[],
): RuledCell[] {
  const rows = members.map((i) => Math.floor(i / columns))
  const across = members.map((i) => i % columns)
  const [r0, r1, c0, c1] = [Math.min(...rows), Math.max(...rows), Math.min(...across), Math.max(...across)]
  if ((r1 - r0 + 1) * (c1 - c0 + 1) === members.length) return [cellAt(r0, r1, c0, c1, xs, ys)]
  return [...Map.groupBy(members, (i) => Math.floor(i / columns))].flatMap(([r, inRow]) =>
    runsOf(inRow.map((i) => i % columns)).map(([from, to]) => cellAt(r, r, from, to, xs, ys)),
  )
}

function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
}

const cellAt = (
  r0: number,
  r1: number,
  c0: number,
  c1: number,
  xs: readonly number[],
  ys: readonly number[],
): RuledCell => ({
  x: c0,
  row: r0,
  colspan: c1 - c0 + 1,
  rowspan: r1 - r0 + 1,
  box: { x0: xs[c0] as number, y0: ys[r0] as number, x1: xs[c1 + 1] as number, y1: ys[r1 + 1] as number },
  glyphs: [],
  overflows: false,
})

/** Puts each character into the cell in which its middle lies, and marks numbers that run over a border. */
function fill(
  cells: RuledCell[][],
  xs: readonly number[],
  ys: readonly number[],
  glyphs: readonly Glyph[],
): void {
  const placed = [...glyphs]
    .sort((a, b) => a.y - b.y || a.x0 - b.x0)
    .map((glyph) => {
      const [x, y] = middle(glyph)
      const cell = cells[indexIn(ys, y)]?.[indexIn(xs, x)] as RuledCell
      cell.glyphs.push(glyph)
      if (isFigure(glyph) && sticksOut(glyph, cell.box)) cell.overflows = true
      return { glyph, cell }
    })
  for (const [i, { glyph, cell }] of placed.entries()) {
    const next = placed[i + 1]
    if (!next || next.cell === cell || Math.abs(next.glyph.y - glyph.y) > 0.5) continue
    const gap = next.glyph.x0 - glyph.x1
    if (isFigure(glyph) && isFigure(next.glyph) && gap < 0.12 * glyph.size) {
      cell.overflows = true
      next.cell.overflows = true
    }
  }
}

const sticksOut = (glyph: Glyph, box: Box): boolean => {
  const out = Math.max(box.x0 - glyph.x0, glyph.x1 - box.x1)
  return out > 0.3 * (glyph.x1 - glyph.x0)
}

/** The stretch in which a number lies; the outermost for numbers on the rim. */
function indexIn(places: readonly number[], number: number): number {
  let index = 0
  while (index < places.length - 2 && number >= (places[index + 1] as number)) index += 1
  return index
}

/** The cells that begin in each row. Rows in which none begins do not count. */
function byRow(cells: readonly (readonly RuledCell[])[], kept: ReadonlySet<RuledCell>): RuledCell[][] {
  const begins = cells.map((row, r) => [...new Set(row)].filter((cell) => cell.row === r && kept.has(cell)))
  const index = new Map<number, number>()
  for (const [r, row] of begins.entries()) if (row.length) index.set(r, index.size)
  return begins
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((cell) => {
        let rowspan = 0
        for (let r = cell.row; r < cell.row + cell.rowspan; r += 1) if (index.has(r)) rowspan += 1
        return { ...cell, row: index.get(cell.row) as number, rowspan }
      }),
    )
}
