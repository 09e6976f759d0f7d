import { applyTo, type Box, type Matrix } from './geometry.ts'

/** A straight line on the page, across or down, as the thin box that it fills. */
export type Segment = Box

/** Boxes thinner than this, in points, are lines; text is never so small. */
const thickest = 3.5
/** A line may lean by this much over its length and still be across or down. */
const lean = 1.5

const steps = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const

type Point = readonly [number, number]
interface Subpath {
  readonly points: Point[]
  curved: boolean
}

export interface Painted {
  readonly stroked: boolean
  readonly filled: boolean
  readonly width: number
}

/** The straight lines that painting a path leaves on the page. */
export function segmentsOfPath(data: ArrayLike<number>, matrix: Matrix, how: Painted): Segment[] {
  const paths = subpaths(data, matrix)
  const found: Segment[] = []
  for (const { points } of paths) {
    if (how.stroked)
      for (let i = 1; i < points.length; i += 1)
        found.push(...line(points[i - 1] as Point, points[i] as Point))
  }
  if (!how.filled) return found
  const boxes = paths
    .filter((path) => !path.curved && path.points.length > 2)
    .map((path) => boundary(path.points))
  found.push(...boxes.filter(isThin))
  // A frame is filled between an outer and an inner box.
  const large = boxes.filter((box) => !isThin(box))
  for (const [i, outer] of large.entries()) {
    if (i < 200 && large.some((inner, j) => j !== i && j < 200 && frames(outer, inner)))
      found.push(...sides(outer))
  }
  return found
}

function subpaths(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const paths: Subpath[] = []
  let path: Subpath = { points: [], curved: false }
  const at = (i: number): Point => applyTo(matrix, data[i] as number, data[i + 1] as number)
  for (let i = 0; i < data.length; ) {
    const step = data[i]
    i += 1
    if (step === steps.moveTo) {
      path = { points: [at(i)], curved: false }
      paths.push(path)
      i += 2
    } else if (step === steps.lineTo) {
      path.points.push(at(i))
      i += 2
    } else if (step === steps.curveTo || step === steps.quadraticCurveTo) {
      i += step === steps.curveTo ? 6 : 4
      path.points.push(at(i - 2))
      path.curved = true
    } else if (step === steps.closePath) {
      if (path.points[0]) path.points.push(path.points[0])
    } else break
  }
  return paths
}

function line([ax, ay]: Point, [bx, by]: Point): Segment[] {
  const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
  return box.x1 - box.x0 <= lean || box.y1 - box.y0 <= lean ? [box] : []
}

const boundary = (points: readonly Point[]): Box =>
  points.reduce<Box>(
    (box, [x, y]) => ({
      x0: Math.min(box.x0, x),
      y0: Math.min(box.y0, y),
      x1: Math.max(box.x1, x),
      y1: Math.max(box.y1, y),
    }),
    { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity },
  )

const isThin = (box: Box): boolean => box.x1 - box.x0 <= thickest || box.y1 - box.y0 <= thickest

const frames = (outer: Box, inner: Box): boolean =>
  inner.x0 - outer.x0 >= 0 &&
  inner.x0 - outer.x0 <= thickest &&
  inner.y0 - outer.y0 >= 0 &&
  inner.y0 - outer.y0 <= thickest &&
  outer.x1 - inner.x1 >= 0 &&
  outer.x1 - inner.x1 <= thickest &&
  outer.y1 - inner.y1 >= 0 &&
  outer.y1 - inner.y1 <= thickest

const sides = ({ x0, y0, x1, y1 }: Box): Segment[] => [
  { x0, y0, x1, y1: y0 },
  { x0, y0: y1, x1, y1 },
  { x0, y0, x1: x0, y1 },
  { x0: x1, y0, x1, y1 },
]
