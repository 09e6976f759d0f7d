import type { Activity } from '../stats/figures.ts'
import { round } from './drawing.ts'

const circle = (x: number, y: number, r: number) =>
  `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

/**
 * Strokes of a hatched dot: chords of the circle at 45°. They are worked out rather than taken from an SVG
 * pattern, so that they need no id and any number of drawings on a page cannot clash.
 */
function chords(x: number, y: number, r: number): string {
  return [-0.5, 0, 0.5]
    .map((offset) => {
      const half = r * Math.sqrt(1 - offset * offset)
      const [dx, dy] = [(offset * r - half) * Math.SQRT1_2, (offset * r + half) * Math.SQRT1_2]
      return `M${round(x + dx)} ${round(y + dy)}L${round(x - dx + 2 * offset * r * Math.SQRT1_2)} ${round(
        y - dy + 2 * offset * r * Math.SQRT1_2,
      )}`
    })
    .join('')
}

const cross = (x: number, y: number, r: number) =>
  `M${round(x - r)} ${round(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`

/**
 * The path of a mark around a point, `r` its radius: filled, hollow or hatched dot, or a small cross. Its
 * looks are the class `mark-<activity>` of `styles/charts.css`.
 */
export function markPath(activity: Activity, x: number, y: number, r: number): string {
  const outline = round(r * 0.86)
  if (activity === 'some') return circle(x, y, r)
  if (activity === 'zero') return circle(x, y, outline)
  if (activity === 'unreadable') return circle(x, y, outline) + chords(x, y, outline)
  return cross(x, y, round(r * 0.6))
}

/** The path of a mark in a box of 14 units, as in the heads of all pages and in legends; made once. */
const boxed = (activity: Activity) => markPath(activity, 7, 7, 5.6)
export const boxedMarks: Readonly<Record<Activity, string>> = {
  some: boxed('some'),
  zero: boxed('zero'),
  unreadable: boxed('unreadable'),
  no_report: boxed('no_report'),
}
