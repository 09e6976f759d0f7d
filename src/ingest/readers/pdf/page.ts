import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { foldRadicals } from '../../radicals.ts'
import { type Box, type Glyph, type Matrix, middle } from './geometry.ts'
import { loadPdfjs } from './open.ts'
import { follow } from './paint.ts'
import type { FontOf, Mark, Operators, Painting } from './painting.ts'
import type { Segment } from './path.ts'

/** A page turned so that its text runs from left to right. */
export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly segments: readonly Segment[]
  /** Nothing is printed on it, while something is stretched over a good part of it: it is a picture. */
  readonly picture: boolean
}

/** A smaller picture on a page without text is an ornament. */
const pictureShare = 0.1

export async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const pdfjs = await loadPdfjs()
  const page = await pdf.getPage(number)
  const layers = await pdf.getOptionalContentConfig()
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const painting = follow(operators as Operators, transform as unknown as Matrix, {
    ops: pdfjs.OPS as unknown as Record<string, number>,
    font: (name) => fontOf(page, name),
    shown: (group) => {
      try {
        return layers.isVisible(group as never) !== false
      } catch {
        return true
      }
    },
  })
  page.cleanup()
  return turned(painting, number, width, height)
}

function fontOf(page: PDFPageProxy, name: string): FontOf | null {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontOf) : null
}

/** Turns a page by quarters until most of its text runs from left to right, and drops what is outside it. */
function turned(painting: Painting, number: number, width: number, height: number): Page {
  const marks = painting.marks.filter((mark) => mark.turn !== null)
  const counts = [0, 1, 2, 3].map((turn) => marks.filter((mark) => mark.turn === turn).length)
  const turn = counts.indexOf(Math.max(...counts))
  const point = (x: number, y: number): [number, number] =>
    turn === 0 ? [x, y] : turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x]
  const [w, h] = turn % 2 ? [height, width] : [width, height]
  const garbled = garbledFonts(painting.marks)
  const glyphs = marks.map((mark) => glyphOf(mark, (mark.turn as number) - turn, point, garbled))
  const inside = (glyph: Glyph) => {
    const [x, y] = middle(glyph)
    return x >= 0 && x <= w && y >= 0 && y <= h
  }
  const segments = painting.segments.map((segment) =>
    boxOf(point(segment.x0, segment.y0), point(segment.x1, segment.y1)),
  )
  const shown = withoutDoubles(glyphs.filter(inside))
  const picture = shown.length === 0 && painting.stretched > pictureShare * w * h
  return { number, width: w, height: h, glyphs: shown, segments, picture }
}

const boxOf = ([ax, ay]: [number, number], [bx, by]: [number, number]): Box => ({
  x0: Math.min(ax, bx),
  y0: Math.min(ay, by),
  x1: Math.max(ax, bx),
  y1: Math.max(ay, by),
})

function glyphOf(
  mark: Mark,
  turn: number,
  point: (x: number, y: number) => [number, number],
  garbled: ReadonlySet<FontOf | null>,
): Glyph {
  const { size } = mark
  const text = garbled.has(mark.font) ? '\ufffd' : foldRadicals(mark.text)
  const start = point(mark.x, mark.y)
  const box = boxOf(start, point(mark.x + mark.dx, mark.y + mark.dy))
  if (turn === 0) return { text, x0: box.x0, x1: box.x1, y: start[1], size }
  // Text turned against the page, such as a label that runs upwards: its place is that of its middle.
  const x =
    (box.x0 + box.x1) / 2 + (turn === 1 || turn === -3 ? 0.35 : turn === 2 || turn === -2 ? 0 : -0.35) * size
  const y = (box.y0 + box.y1) / 2
  return { text, x0: x - size / 2, x1: x + size / 2, y: y + 0.35 * size, size }
}

/** Characters that any Chinese text of some length has. */
const common = /[的一是在了不有和人中大为上个国我以要年本公开信息政府、。，]/u

/**
 * Fonts that do not say which characters they draw. Their glyph numbers come out as code points: control
 * characters among them, or Chinese text without a single common character. What they draw is unreadable; a
 * glyph number must not become a figure.
 */
function garbledFonts(marks: readonly Mark[]): ReadonlySet<FontOf | null> {
  const garbled = new Set<FontOf | null>()
  for (const [font, drawn] of Map.groupBy(marks, (mark) => mark.font)) {
    if (!font?.composite || drawn.some((mark) => !mark.asCoded && mark.text !== '\ufffd')) continue
    const chinese = drawn.filter((mark) => /\p{Script=Han}/u.test(mark.text))
    const odd = drawn.some((mark) => mark.text === '\ufffd')
    if (odd || (chinese.length >= 20 && !chinese.some((mark) => common.test(mark.text)))) garbled.add(font)
  }
  return garbled
}

/** Leaves out what is drawn twice, a little apart, to look bold or to cast a shadow. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const near = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const reach = 0.15 * glyph.size
    const [column, row] = [Math.floor(glyph.x0 / 4), Math.floor(glyph.y / 4)]
    for (let c = column - 1; c <= column + 1; c += 1) {
      for (let r = row - 1; r <= row + 1; r += 1) {
        const seen = near.get(`${glyph.text} ${c} ${r}`) ?? []
        if (seen.some((one) => Math.abs(one.x0 - glyph.x0) < reach && Math.abs(one.y - glyph.y) < reach))
          return false
      }
    }
    const key = `${glyph.text} ${column} ${row}`
    near.set(key, [...(near.get(key) ?? []).slice(-20), glyph])
    return true
  })
}
