import type { Segment } from './path.ts'

/** A character as drawn: where its advance begins and ends on the page, and how its text is turned. */
export interface Mark {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly size: number
  /** Quarter turns of the reading direction, clockwise; null for text that stands askew. */
  readonly turn: 0 | 1 | 2 | 3 | null
  /** Upright characters below each other, as in a font for vertical writing. */
  readonly vertical: boolean
  readonly font: FontOf | null
  /** The code in the file is taken for the code point, for want of anything better or because it is one. */
  readonly asCoded: boolean
}

/**
 * What a page shows: characters and straight lines. `hidden` counts characters drawn to be searched, not seen;
 * `stretched` is the largest area onto which a unit square is stretched, as pictures are when they are drawn.
 */
export interface Painting {
  readonly marks: Mark[]
  readonly segments: Segment[]
  hidden: number
  stretched: number
}

export interface FontOf {
  readonly fontMatrix?: readonly number[]
  readonly vertical?: boolean
  readonly composite?: boolean
}
export interface GlyphOf {
  readonly unicode: string
  readonly originalCharCode?: number
  readonly width: number
  readonly vmetric?: readonly [number, number, number]
  readonly isSpace?: boolean
}
export interface Surroundings {
  /** Numbers of the operators, by name. */
  readonly ops: Readonly<Record<string, number>>
  readonly font: (name: string) => FontOf | null
  /** Whether content of an optional layer is shown. */
  readonly shown: (group: unknown) => boolean
}
export interface Operators {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}
