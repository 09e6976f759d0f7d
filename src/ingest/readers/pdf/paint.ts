import { applyTo, type Box, boxUnder, compose, identity, intersection, type Matrix } from './geometry.ts'
import type { FontOf, GlyphOf, Mark, Operators, Painting, Surroundings } from './painting.ts'
import { type Segment, segmentsOfPath } from './path.ts'

/** A page with more than this on it is not a page of a report. */
const markLimit = 60_000
const segmentLimit = 40_000

interface State {
  readonly matrix: Matrix
  readonly clip: Box | null
  readonly font: FontOf | null
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly rise: number
  readonly leading: number
  readonly mode: number
  readonly lineWidth: number
}
const begin: Omit<State, 'matrix'> = {
  clip: null,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  mode: 0,
  lineWidth: 1,
}

const invisibleMode = 3

/**
 * Follows the operators of a page as a screen would, down to the place of each character and line. The text
 * that the library puts together itself is not used: it joins neighbouring cells of a narrow table.
 */
export function follow(operators: Operators, page: Matrix, surroundings: Surroundings): Painting {
  const painter = new Painter(page, surroundings)
  const names = new Map(Object.entries(surroundings.ops).map(([name, number]) => [number, name]))
  for (let i = 0; i < operators.fnArray.length && !painter.full(); i += 1) {
    const name = names.get(operators.fnArray[i] as number) ?? ''
    const args = operators.argsArray[i]
    painter.take(
      name,
      Array.isArray(args) ? args : args ? [...(args as ArrayLike<unknown> & Iterable<unknown>)] : [],
    )
  }
  return painter.painting
}

class Painter {
  readonly painting: Painting = { marks: [], segments: [], hidden: 0, stretched: 0 }
  private readonly page: Matrix
  private readonly around: Surroundings
  private state: State
  private readonly stack: State[] = []
  private line: [number, number] = [0, 0]
  private at: [number, number] = [0, 0]
  private text: Matrix = identity
  private clipNext = false
  /** For each open marked content or group, whether it is left out. */
  private readonly layers: boolean[] = []
  private readonly groups: boolean[] = []

  constructor(page: Matrix, around: Surroundings) {
    this.page = page
    this.around = around
    this.state = { ...begin, matrix: page }
  }

  full(): boolean {
    const { marks, segments } = this.painting
    return marks.length >= markLimit || segments.length >= segmentLimit
  }

  take(name: string, args: readonly unknown[]): void {
    const step = this.steps[name]
    if (step) step(args)
  }

  private readonly steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.save(),
    restore: () => this.restore(),
    transform: (args) => this.transform(args as unknown as Matrix),
    paintFormXObjectBegin: ([matrix, box]) => {
      this.save()
      if (matrix) this.transform([...(matrix as Iterable<number>)] as unknown as Matrix)
      if (box) this.clipTo([...(box as Iterable<number>)])
    },
    paintFormXObjectEnd: () => this.restore(),
    beginGroup: ([group]) => this.groups.push(Boolean((group as { smask?: unknown } | null)?.smask)),
    endGroup: () => this.groups.pop(),
    beginAnnotation: ([, , transform, matrix]) => {
      this.save()
      this.state = { ...begin, matrix: this.page }
      this.transform(transform as Matrix)
      this.transform(matrix as Matrix)
    },
    endAnnotation: () => this.restore(),
    beginMarkedContent: () => this.layers.push(false),
    beginMarkedContentProps: ([tag, group]) => this.layers.push(tag === 'OC' && !this.around.shown(group)),
    endMarkedContent: () => this.layers.pop(),
    setGState: ([states]) => {
      for (const [key, value] of states as [string, unknown][]) {
        if (key === 'LW') this.set({ lineWidth: value as number })
        else if (key === 'Font') this.setFont((value as [string, number])[0], (value as [string, number])[1])
      }
    },
    setLineWidth: ([width]) => this.set({ lineWidth: width as number }),
    clip: () => {
      this.clipNext = true
    },
    eoClip: () => {
      this.clipNext = true
    },
    constructPath: ([op, data, bounds]) => this.path(op as number, data as unknown[], bounds),
    paintSolidColorImageMask: () => this.image(),
    paintImageMaskXObject: () => this.image(),
    paintImageXObject: () => this.image(),
    paintInlineImageXObject: () => this.image(),
    beginText: () => this.setTextMatrix(identity),
    setTextMatrix: (args) => {
      const [matrix] = args
      this.setTextMatrix(
        (typeof matrix === 'number' ? args : [...(matrix as Iterable<number>)]) as unknown as Matrix,
      )
    },
    setFont: ([name, size]) => this.setFont(name as string, size as number),
    setCharSpacing: ([charSpacing]) => this.set({ charSpacing: charSpacing as number }),
    setWordSpacing: ([wordSpacing]) => this.set({ wordSpacing: wordSpacing as number }),
    setHScale: ([percent]) => this.set({ scale: (percent as number) / 100 }),
    setTextRise: ([rise]) => this.set({ rise: rise as number }),
    setLeading: ([leading]) => this.set({ leading: -(leading as number) }),
    setTextRenderingMode: ([mode]) => this.set({ mode: mode as number }),
    moveText: ([x, y]) => this.moveText(x as number, y as number),
    setLeadingMoveText: ([x, y]) => {
      this.set({ leading: y as number })
      this.moveText(x as number, y as number)
    },
    nextLine: () => this.moveText(0, this.state.leading),
    showText: ([glyphs]) => this.show(glyphs as (GlyphOf | number)[]),
  }

  private set(part: Partial<State>): void {
    this.state = { ...this.state, ...part }
  }

  private save(): void {
    if (this.stack.length < 1000) this.stack.push(this.state)
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state
  }

  private transform(matrix: Matrix): void {
    this.set({ matrix: compose(this.state.matrix, matrix) })
    const [a, b, c, d] = this.state.matrix
    this.painting.stretched = Math.max(this.painting.stretched, Math.abs(a * d - b * c))
  }

  private clipTo([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): void {
    const box = boxUnder(this.state.matrix, { x0, y0, x1, y1 })
    if (!Object.values(box).every(Number.isFinite)) return
    this.set({ clip: this.state.clip ? intersection(this.state.clip, box) : box })
  }

  private get unseen(): boolean {
    return this.layers.includes(true) || this.groups.includes(true)
  }

  private path(op: number, data: unknown[], bounds: unknown): void {
    const clips = this.clipNext
    this.clipNext = false
    if (!bounds) return
    const { ops } = this.around
    const path = data[0] as ArrayLike<number> | null
    const strokes = [
      'stroke',
      'closeStroke',
      'fillStroke',
      'eoFillStroke',
      'closeFillStroke',
      'closeEOFillStroke',
    ]
    const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
    const is = (names: string[]) => names.some((name) => ops[name] === op)
    if (path && !this.unseen && (is(strokes) || is(fills))) {
      const how = { stroked: is(strokes), filled: is(fills), width: this.state.lineWidth }
      for (const segment of segmentsOfPath(path, this.state.matrix, how)) this.rule(segment)
    }
    if (clips) this.clipTo([...(bounds as Iterable<number>)])
  }

  /** A line as far as the clipping lets it be seen. */
  private rule(segment: Segment): void {
    const { clip } = this.state
    const seen = clip
      ? intersection(segment, { x0: clip.x0 - 1, y0: clip.y0 - 1, x1: clip.x1 + 1, y1: clip.y1 + 1 })
      : segment
    if (seen.x1 >= seen.x0 && seen.y1 >= seen.y0) this.painting.segments.push(seen)
  }

  /** Some programs draw a line as a point stretched out. */
  private image(): void {
    const unit = [0, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 4]
    const how = { stroked: false, filled: true, width: 0 }
    if (!this.unseen) for (const segment of segmentsOfPath(unit, this.state.matrix, how)) this.rule(segment)
  }

  private setTextMatrix(matrix: Matrix): void {
    this.text = matrix
    this.line = [0, 0]
    this.at = [0, 0]
  }

  private moveText(x: number, y: number): void {
    this.line = [this.line[0] + x, this.line[1] + y]
    this.at = this.line
  }

  private setFont(name: string, size: number): void {
    this.set({ font: this.around.font(name), size })
  }

  private show(glyphs: readonly (GlyphOf | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise } = this.state
    const unit = size * (font?.fontMatrix?.[0] || 0.001)
    const vertical = font?.vertical ?? false
    const matrix = compose(this.state.matrix, this.text)
    for (const glyph of glyphs) {
      const [x, y] = this.at
      if (typeof glyph === 'number') {
        const shift = (-glyph * size) / 1000
        this.at = vertical ? [x, y + shift] : [x + shift * scale, y]
        continue
      }
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing
      if (vertical) {
        const [down, left, up] = glyph.vmetric ?? [-1000, 500, 880]
        this.mark(glyph, compose(matrix, [1, 0, 0, 1, x - left * unit, y - up * unit + rise]), unit * 1000)
        this.at = [x, y + down * unit - spacing]
      } else {
        this.mark(glyph, compose(matrix, [1, 0, 0, 1, x, y + rise]), glyph.width * unit * scale)
        this.at = [x + (glyph.width * unit + spacing) * scale, y]
      }
    }
  }

  private mark(glyph: GlyphOf, matrix: Matrix, advance: number): void {
    const { clip, font, mode, size } = this.state
    if (this.unseen || /^\p{Zs}+$/u.test(glyph.unicode) || (glyph.isSpace && glyph.unicode === '')) return
    const [x, y] = applyTo(matrix, 0, 0)
    const [endX, endY] = applyTo(matrix, advance, 0)
    const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3])
    const [midX, midY] = applyTo(matrix, advance / 2, size * 0.35)
    if (![x, y, endX, endY, height].every(Number.isFinite) || height === 0) return
    if (clip && (midX < clip.x0 - 1 || midX > clip.x1 + 1 || midY < clip.y0 - 1 || midY > clip.y1 + 1)) return
    if (mode === invisibleMode) {
      this.painting.hidden += 1
      return
    }
    const turn = quarterTurn(endX - x, endY - y)
    this.painting.marks.push({
      text: glyph.unicode.replace(/^$|\p{Cc}/gu, '\ufffd'),
      x,
      y,
      dx: endX - x,
      dy: endY - y,
      size: height,
      turn,
      vertical: font?.vertical ?? false,
      font,
      asCoded: glyph.unicode === String.fromCodePoint(glyph.originalCharCode ?? 0),
    })
  }
}

/** The quarter turn nearest to a direction on the page, if one is near. */
function quarterTurn(dx: number, dy: number): Mark['turn'] {
  const length = Math.hypot(dx, dy)
  if (length === 0) return 0
  const [cos, sin] = [dx / length, dy / length]
  if (cos > 0.98) return 0
  if (sin > 0.98) return 1
  if (cos < -0.98) return 2
  return sin < -0.98 ? 3 : null
}
