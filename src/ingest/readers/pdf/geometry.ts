/** Coordinates on a page as it is read: in points, y from the top down, text running from left to right. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A character where it is drawn: its advance from `x0` to `x1`, its baseline, its size. */
export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
}

/** The six numbers of a transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transform that does `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export const applyTo = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** The upright box around a box that was transformed. */
export function boxUnder(matrix: Matrix, box: Box): Box {
  const corners = [
    applyTo(matrix, box.x0, box.y0),
    applyTo(matrix, box.x1, box.y0),
    applyTo(matrix, box.x0, box.y1),
    applyTo(matrix, box.x1, box.y1),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

export const intersection = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
})

export const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1

/** The middle of the ink of a character, which tells the cell it stands in. */
export const middle = (glyph: Glyph): [number, number] => [
  (glyph.x0 + glyph.x1) / 2,
  glyph.y - 0.35 * glyph.size,
]

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Numbers that stand for the same place, each group of them by its mean, in order. */
export function clusters(numbers: readonly number[], tolerance: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  const groups: number[][] = []
  for (const number of sorted) {
    const group = groups.at(-1)
    if (group && number - (group[0] as number) <= tolerance) group.push(number)
    else groups.push([number])
  }
  return groups.map((group) => group.reduce((sum, number) => sum + number, 0) / group.length)
}
