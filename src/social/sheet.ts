import type { Letters } from './letters.ts'
import { fullStep, type Stamp, stampOf } from './stamps.ts'

/** The numbers of colours from paper to ink, by how much of a pixel is covered. */
export type Ramp = readonly number[]

/** Rows of a picture on which letters are stamped and drawings are pasted; number 0 is paper. */
export class Sheet {
  /** As a PNG has them: each row behind a 0. */
  readonly rows: Uint8Array
  private readonly width: number
  private readonly height: number
  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.rows = new Uint8Array(height * (width + 1))
  }

  /** Sets a text, its baseline beginning at a point. Letters stand at half pixels, so that a stamp serves for many. */
  write(face: Letters, text: string, x: number, y: number, size: number, ramp: Ramp): void {
    for (const { letter, at } of face.placed(text, size)) {
      const place = Math.round((x + at) * 2) / 2
      this.stamp(stampOf(face, letter, size, place % 1), Math.floor(place), y, ramp)
    }
  }

  private stamp({ width, height, left, top, steps }: Stamp, x: number, y: number, ramp: Ramp): void {
    for (let row = Math.max(0, top - y); row < height && y - top + row < this.height; row += 1) {
      const start = (y - top + row) * (this.width + 1) + 1
      const [from, to] = [Math.max(0, left - x), Math.min(width, this.width - x + left)]
      for (let column = from; column < to; column += 1) {
        const step = steps[row * width + column] ?? 0
        const at = start + x - left + column
        // Where two letters touch, the darker counts.
        if (step > 0 && (this.rows[at] === 0 || step > fullStep / 2)) this.rows[at] = ramp[step] ?? 0
      }
    }
  }

  /** Puts rows of another picture, each behind a 0, at a place where they have room. */
  paste(rows: Uint8Array, width: number, left: number, top: number): void {
    for (let row = 0; row * (width + 1) < rows.length; row += 1) {
      const from = row * (width + 1) + 1
      this.rows.set(rows.subarray(from, from + width), (top + row) * (this.width + 1) + 1 + left)
    }
  }
}
