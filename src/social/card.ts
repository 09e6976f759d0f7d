import { type Drawing, flatten } from '../charts/drawing.ts'
import { markPath } from '../charts/marks.ts'
import { type Lettering, type PlacedText, svgContent } from '../charts/svg.ts'
import { shorten, wrap } from '../charts/text.ts'
import { activityOrder } from '../stats/overview.ts'
import { chartStyle, colour, textStyle } from './cardStyle.ts'
import { faces, type Letters, loadLetters } from './letters.ts'
import { cardSize } from './size.ts'

/** The picture that stands for a page where its address is shared. */
export interface Card {
  /** What kind of thing it is about, in small letters above the title. */
  readonly kicker?: string
  readonly title: string
  /** Below the title, each of two lines at most. */
  readonly lines: readonly string[]
  readonly drawing?: Drawing
  /** The name of the site, at the foot. */
  readonly site: string
  /** Where the site is published, at the foot. */
  readonly host: string
  /** Said in the colour of the seal: that all is invented. */
  readonly warning?: string
}

const [margin, top] = [64, 52]
const inner = cardSize.width - 2 * margin
/** Where the foot begins, which is the same on very many cards. */
export const foot = 556
/** A title of one line is larger than one of two. */
const titleSizes = { 1: [60, 52], 2: [44, 38, 32] } as const
const smallest = 32
const lineSize = 24
/** Below the least scale a drawing cannot be read; it is rather shown in part, in another. */
const [leastScale, partScale] = [0.72, 1.05]

const inColour = (name: string) => `fill="${colour(name)}"`

/** Everything that is written on a card above its foot. */
const wordsOf = ({ kicker = '', title, lines, drawing, warning = '' }: Card): string[] => {
  const placed = flatten(drawing?.shapes ?? []).flatMap((shape) =>
    shape.kind === 'text' ? [shape.text] : [],
  )
  return [kicker, title, ...lines, warning, ...placed, '…']
}

/** The text of a chart as outlines, in the looks of its role. */
const outlined: Lettering = ({ role, at: [x, y], anchor, text }: PlacedText) => {
  const { size, isTitle, isStrong, halo } = textStyle(role)
  const face: Letters = isTitle ? faces.title : isStrong ? faces.strong : faces.text
  const width = anchor === 'start' ? 0 : face.width(text, size) / (anchor === 'end' ? 1 : 2)
  // Outlines are drawn in thousandths of their size, and so is the line around them.
  const style = halo > 0 ? ` style="stroke-width: ${(halo * 1000) / size}px"` : ''
  return face.draw(text, x - width, y, size, `class="chart-${role}"${style}`)
}

const measured = (face: Letters) => (text: string, size: number) => face.width(text, size)

/** The title in the largest size in which it has room; its two lines about as long as each other. */
function titleLines(title: string): { size: number; lines: readonly string[] } {
  const lines = (size: number, width = inner) => wrap(title, width, size, measured(faces.title))
  const fits = (most: 1 | 2) => titleSizes[most].find((size) => lines(size).length <= most)
  const size = fits(1) ?? fits(2) ?? smallest
  let width = Math.min(inner, faces.title.width(title, size) / 2)
  while (width < inner && lines(size, width).length > 2) width += size / 2
  return { size, lines: lines(size, lines(size).length > 1 ? Math.min(width, inner) : inner).slice(0, 2) }
}

/** What stands below the title, each in two lines at most. */
const textLines = (text: string): string[] => {
  const [first = '', second, ...rest] = wrap(text, inner, lineSize, measured(faces.text))
  if (second === undefined) return [first]
  return [
    first,
    rest.length === 0 ? second : shorten(`${second}${rest.join('')}`, inner, lineSize, measured(faces.text)),
  ]
}

const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${chartStyle}</style>` +
  `<rect width="100%" height="100%" ${inColour('paper')}/>${content}</svg>`

/** The foot of a card as SVG: the four marks, the name of the site and where it is. */
export async function footSvg({ site, host }: Pick<Card, 'site' | 'host'>): Promise<string> {
  await loadLetters([site, host])
  const marks = activityOrder.map(
    (activity, i) => `<path class="mark-${activity}" d="${markPath(activity, margin + 9 + i * 24, 34, 8)}"/>`,
  )
  const right = cardSize.width - margin - faces.text.width(host, 22)
  return svg(
    cardSize.width,
    cardSize.height - foot,
    `<path d="M${margin} 1h${inner}" stroke="${colour('rule')}" stroke-width="1.5"/>${marks.join('')}` +
      faces.strong.draw(site, margin + 110, 42, 24, inColour('ink')) +
      faces.text.draw(host, right, 42, 22, inColour('ink-soft')),
  )
}

/** A colour in which text is set. */
export const inks = ['ink', 'ink-soft', 'seal'] as const
type Ink = (typeof inks)[number]

/** A line of text, and how far its baseline is below what stands above it. */
interface Row {
  readonly face: Letters
  readonly words: string
  readonly size: number
  readonly ink: Ink
  readonly drop: number
}

function rowsOf({ warning, kicker, lines, ...card }: Card): Row[] {
  const title = titleLines(card.title)
  const rows: Row[] = []
  if (warning) rows.push({ face: faces.strong, words: warning, size: 20, ink: 'seal', drop: 8 })
  if (kicker)
    rows.push({ face: faces.text, words: kicker, size: 24, ink: 'ink-soft', drop: warning ? 40 : 12 })
  const gap = rows.length > 0 ? 20 : 0
  for (const [i, words] of title.lines.entries()) {
    const drop = Math.round(i > 0 ? title.size * 1.3 : title.size * 0.9 + gap)
    rows.push({ face: faces.title, words, size: title.size, ink: 'ink', drop })
  }
  for (const [i, words] of lines.flatMap(textLines).entries())
    rows.push({ face: faces.text, words, size: lineSize, ink: 'ink-soft', drop: i === 0 ? 48 : 36 })
  return rows
}

/** A drawing as it stands on a card, as SVG. */
export interface PlacedDrawing {
  readonly left: number
  readonly top: number
  readonly svg: string
}

/** A drawing as large as there is room; one that would get too small is cut at the foot. */
function placed(drawing: Drawing, top: number): PlacedDrawing {
  const room = foot - 16 - top
  const fitting = Math.min(inner / drawing.width, room / drawing.height)
  const scale = fitting < leastScale ? partScale : fitting
  const [width, height] = [inner, Math.max(1, Math.min(room, Math.ceil(drawing.height * scale)))]
  const content = `<g transform="scale(${scale})">${svgContent(drawing, outlined)}</g>`
  return { left: margin, top, svg: svg(width, height, content) }
}

/** A line of text where it stands on a card. */
export interface PlacedRow extends Omit<Row, 'drop'> {
  readonly x: number
  readonly y: number
}

/** What stands on a card above its foot; the letters of its text are loaded then. */
export async function layOut(
  card: Card,
): Promise<{ rows: readonly PlacedRow[]; drawing: PlacedDrawing | null }> {
  await loadLetters(wordsOf(card))
  let y: number = top
  const rows = rowsOf(card).map(({ drop, ...row }): PlacedRow => {
    y += drop
    return { ...row, words: shorten(row.words, inner, row.size, measured(row.face)), x: margin, y }
  })
  return { rows, drawing: card.drawing ? placed(card.drawing, y + 32) : null }
}
