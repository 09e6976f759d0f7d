import type { Letters } from './letters.ts'
import { render } from './render.ts'

/** A letter as it is set many times: how much of each pixel of a box it covers, in steps. */
export interface Stamp {
  readonly width: number
  readonly height: number
  /** From the point where the letter begins to the corner of the box. */
  readonly left: number
  readonly top: number
  readonly steps: Uint8Array
}

/** A pixel that a letter covers wholly. */
export const fullStep = 15

const known = new WeakMap<Letters, Map<string, Stamp>>()

function stampFor(face: Letters, letter: string, size: number, shift: number): Stamp {
  const side = Math.ceil(size / 4)
  const [width, height] = [Math.ceil(face.width(letter, size)) + 2 * side, Math.ceil(size * 1.5)]
  const baseline = Math.round(size * 1.1)
  const { rgba } = render(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `${face.draw(letter, side + shift, baseline, size, 'fill="#000"')}</svg>`,
  )
  const steps = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round(((rgba[4 * i + 3] ?? 0) / 255) * fullStep),
  )
  return { width, height, left: side, top: baseline, steps }
}

/** The stamp of a letter at a size, `shift` of a pixel to the right: drawn once, however often it is set. */
export function stampOf(face: Letters, letter: string, size: number, shift: number): Stamp {
  const stamps = known.get(face) ?? new Map<string, Stamp>()
  known.set(face, stamps)
  const key = `${letter} ${size} ${shift}`
  const stamp = stamps.get(key) ?? stampFor(face, letter, size, shift)
  stamps.set(key, stamp)
  return stamp
}
