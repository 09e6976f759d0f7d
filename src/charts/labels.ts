import type { Dot } from './dots.ts'
import { line, type Point, type Shape, text } from './drawing.ts'
import { textWidth } from './text.ts'

/** A box above a baseline, heights counted upwards. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}
interface Placed extends Box {
  readonly words: string
  /** From the dot to its label, where the two are apart. */
  readonly leader: readonly [Point, Point] | null
}

const size = 12
const lineHeight = 16

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top

export const boxOf = ({ x, up, r }: Dot): Box => ({ left: x - r, right: x + r, bottom: up - r, top: up + r })

/** What a label covers: its words, and the line that leads to them. */
const boxesOf = (label: Placed): Box[] => {
  if (!label.leader) return [label]
  const [[x, bottom], [, top]] = label.leader
  return [label, { left: x - 2, right: x + 2, bottom: bottom + 2, top }]
}

/** The places a label may have, the best first: right of its dot, left of it, then above everything. */
function* candidates(dot: Dot, words: string, frame: Box, level: number): Generator<Placed> {
  const width = textWidth(words, size)
  const beside = {
    words,
    bottom: Math.max(0, dot.up - lineHeight / 2),
    top: dot.up + lineHeight / 2,
    leader: null,
  }
  yield { ...beside, left: dot.x + dot.r + 4, right: dot.x + dot.r + 4 + width }
  yield { ...beside, left: dot.x - dot.r - 4 - width, right: dot.x - dot.r - 4 }
  for (let bottom = level + 4; bottom < level + 3 * lineHeight; bottom += lineHeight) {
    const left = Math.max(frame.left, Math.min(dot.x - width / 2, frame.right - width))
    const leader: Placed['leader'] =
      bottom - dot.up > dot.r + 6
        ? [
            [dot.x, dot.up + dot.r + 1],
            [dot.x, bottom - 1],
          ]
        : null
    yield { words, left, right: left + width, bottom, top: bottom + lineHeight, leader }
  }
}

/**
 * Places labels beside or above their dots so that none touches a dot or another label; one that has no place
 * inside the frame is left out. Gives the shapes, with the baseline at `y` 0, and the height they need.
 */
export function placeLabels(
  wanted: readonly { readonly dot: Dot; readonly words: string }[],
  obstacles: readonly Box[],
  frame: Box,
): { shapes: Shape[]; height: number } {
  const level = obstacles.reduce((most, box) => Math.max(most, box.top), 0)
  const taken: Placed[] = []
  for (const { dot, words } of wanted) {
    const others = [...obstacles, ...taken.flatMap(boxesOf)]
    const isFree = (place: Placed) =>
      place.left >= frame.left &&
      place.right <= frame.right &&
      !boxesOf(place).some((box) => others.some((other) => overlap(box, other)))
    const place = candidates(dot, words, frame, level).find(isFree)
    if (place) taken.push(place)
  }
  const shapes = taken.flatMap(({ left, bottom, words, leader }): Shape[] => [
    ...(leader ? [line('leader', leader[0][0], -leader[0][1], leader[1][0], -leader[1][1])] : []),
    text('label', left, -bottom - 4, words),
  ])
  return { shapes, height: taken.reduce((most, box) => Math.max(most, box.top), 0) }
}
