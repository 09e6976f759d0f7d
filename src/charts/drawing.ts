import type { Activity } from '../stats/figures.ts'
import type { Shade } from './shades.ts'

/** A chart is drawn twice: for a column of text, and for a phone. Both are made at build time. */
export const sizes = ['wide', 'narrow'] as const
export type Size = (typeof sizes)[number]
/** Width of a drawing in its own units, which are pixels where it has its full width. */
export const widthOf: Readonly<Record<Size, number>> = { wide: 760, narrow: 350 }

export type Anchor = 'start' | 'middle' | 'end'
/** What a text or a line is for; its looks stand in `styles/charts.css` as `.chart-<role>`. */
export type Role =
  | 'axis'
  | 'grid'
  | 'band'
  | 'interval'
  | 'interval-weak'
  | 'rate'
  | 'rate-weak'
  | 'bar'
  | 'baseline'
  | 'break'
  | 'leader'
  | 'tick'
  | 'label'
  | 'value'
  /** A value that stands on a line. */
  | 'halo'
  | 'strong'
  | 'note'
  | 'own'
  /** A step of the one scale for quantities, and text that can be read on it. */
  | `shade-${Shade}`
  | 'tile'
  | 'tile-light'
  | 'own-leader'
  | 'heading'
  | 'title'

/** One placed thing. Coordinates from the top left of the drawing, or of the group it stands in. */
export type Shape =
  | { readonly kind: 'line'; readonly role: Role; readonly from: Point; readonly to: Point }
  | { readonly kind: 'path'; readonly role: Role; readonly d: string }
  | {
      readonly kind: 'rect'
      readonly role: Role
      readonly at: Point
      readonly width: number
      readonly height: number
    }
  | {
      readonly kind: 'text'
      readonly role: Role
      readonly at: Point
      readonly text: string
      readonly anchor: Anchor
    }
  /** The mark of one agency and year; `title` is shown where the pointer rests. */
  | {
      readonly kind: 'mark'
      readonly activity: Activity
      readonly at: Point
      readonly r: number
      readonly title: string
      /** The agency that the page is about. */
      readonly own?: boolean
    }
  /** Many marks of one state and size, each of which stands for as many reports as the chart says. */
  | {
      readonly kind: 'dots'
      readonly activity: Activity
      readonly r: number
      readonly points: readonly Point[]
    }
  | { readonly kind: 'group'; readonly at: Point; readonly shapes: readonly Shape[] }

export type Point = readonly [x: number, y: number]

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** Rounds a coordinate to a tenth, so that the same data give the same bytes everywhere. */
export const round = (n: number): number => {
  const rounded = Math.round(n * 10) / 10
  return rounded === 0 ? 0 : rounded
}

export const text = (role: Role, x: number, y: number, words: string, anchor: Anchor = 'start'): Shape => ({
  kind: 'text',
  role,
  at: [x, y],
  text: words,
  anchor,
})

export const line = (role: Role, x1: number, y1: number, x2: number, y2: number): Shape => ({
  kind: 'line',
  role,
  from: [x1, y1],
  to: [x2, y2],
})

export const group = (x: number, y: number, shapes: readonly Shape[]): Shape => ({
  kind: 'group',
  at: [x, y],
  shapes,
})

/** Drawings one below the other, `gap` apart, as one. */
export function stack(drawings: readonly Drawing[], gap = 24): Drawing {
  let y = 0
  const shapes: Shape[] = []
  for (const drawing of drawings) {
    shapes.push(group(0, y, drawing.shapes))
    y += drawing.height + gap
  }
  return { width: Math.max(0, ...drawings.map((one) => one.width)), height: Math.max(0, y - gap), shapes }
}

/** All shapes of a drawing with their place in the whole of it, groups resolved. */
export function flatten(shapes: readonly Shape[], dx = 0, dy = 0): Shape[] {
  const move = ([x, y]: Point): Point => [x + dx, y + dy]
  return shapes.flatMap((shape): Shape[] => {
    switch (shape.kind) {
      case 'group':
        return flatten(shape.shapes, dx + shape.at[0], dy + shape.at[1])
      case 'line':
        return [{ ...shape, from: move(shape.from), to: move(shape.to) }]
      case 'dots':
        return [{ ...shape, points: shape.points.map(move) }]
      case 'path':
        return [shape]
      default:
        return [{ ...shape, at: move(shape.at) }]
    }
  })
}
