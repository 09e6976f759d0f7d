/** A dot of a strip: `x` as on the axis, `up` the height of its centre above the baseline. */
export interface Dot {
  readonly x: number
  readonly up: number
  readonly r: number
}

/** How the reports of a chart are drawn. */
export interface DotStyle {
  readonly r: number
  /** Distance between the centres of two dots. */
  readonly pitch: number
  /** How many reports a dot stands for. */
  readonly per: number
  /** Whether each dot stands exactly at its figure; else dots are piled up in ranges of figures. */
  readonly exact: boolean
}

function dense(per: number): DotStyle {
  return { r: 2.2, pitch: 5.2, per, exact: false }
}

/** From roomy to dense. */
export const dotStyles: readonly DotStyle[] = [
  { r: 5, pitch: 12, per: 1, exact: true },
  { r: 3.2, pitch: 7.6, per: 1, exact: true },
  { r: 2.6, pitch: 6.2, per: 1, exact: false },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(dense),
]

/** The style for any number of reports. */
export const densestStyle: DotStyle = dense(5000)

/**
 * Dots for a count, in rows from the bottom up between `left` and `right`. Where a dot stands for several
 * reports, the last one has the area that is left over: no report is rounded away.
 */
export function pile(count: number, left: number, right: number, style: DotStyle): Dot[] {
  const { r, pitch, per } = style
  const total = Math.ceil(count / per)
  const columns = Math.max(1, Math.floor((right - left) / pitch))
  // A pile that does not fill its range stands in the middle of it.
  const start = (left + right) / 2 - ((Math.min(columns, total) - 1) / 2) * pitch
  return Array.from({ length: total }, (_, i) => {
    const part = Math.min(1, (count - i * per) / per)
    return {
      x: start + (i % columns) * pitch,
      up: pitch / 2 + Math.floor(i / columns) * pitch,
      r: part === 1 ? r : Math.max(0.8, r * Math.sqrt(part)),
    }
  })
}

/** Dots at their exact places, each lifted just as far as it must be to touch no other. `xs` ascends. */
export function dodge(xs: readonly number[], { r, pitch }: DotStyle): Dot[] {
  const placed: Dot[] = []
  let from = 0
  for (const x of xs) {
    while ((placed[from]?.x ?? x) < x - pitch) from++
    const near = placed.slice(from)
    let up = pitch / 2
    while (near.some((dot) => (dot.x - x) ** 2 + (dot.up - up) ** 2 < pitch * pitch - 0.01)) up += pitch
    placed.push({ x, up, r })
  }
  return placed
}

/** How high a set of dots stands above its baseline. */
export const heightOf = (dots: readonly Dot[]): number =>
  dots.reduce((most, dot) => Math.max(most, dot.up + dot.r), 0)

/** Bounds of the ranges that counts are grouped in: 1, 2, 5, 10, 20, 50 … up to the first one at or above `most`. */
export function rangeBounds(most: number): number[] {
  const bounds: number[] = []
  for (let power = 1; (bounds.at(-1) ?? 0) <= most; power *= 10) {
    for (const step of [1, 2, 5])
      if ((bounds.at(-1) ?? 0) <= most || bounds.length < 2) bounds.push(step * power)
  }
  return bounds
}
