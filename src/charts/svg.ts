import type { Activity } from '../stats/figures.ts'
import { onceFor } from '../stats/once.ts'
import { type Drawing, type Point, round, type Shape } from './drawing.ts'
import { markPath } from './marks.ts'

/** Escapes a text for SVG content and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  // Nearly no text has anything to escape, and a site has a hundred million of them.
  /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text

const xy = ([x, y]: Point) => `${round(x)} ${round(y)}`

// The strokes of a small dot must be fine, or its hatching closes up to black.
const markClass = (activity: Activity, r: number, own = false) =>
  `${own ? 'own' : 'mark'}-${activity}${r < 3.5 ? ' mark-fine' : ''}`

/**
 * Many dots in one path: a line of no length with round ends is a dot, in a sixth of the bytes of a circle.
 * A hollow dot is such a dot with a smaller one in the colour of the paper on it.
 */
function dots({ activity, r, points }: Extract<Shape, { kind: 'dots' }>): string {
  if (points.length === 0) return ''
  if (activity === 'unreadable' || activity === 'no_report') {
    return `<path class="${markClass(activity, r)}" d="${points.map(([x, y]) => markPath(activity, x, y, r)).join('')}"/>`
  }
  const d = points.map((point) => `M${xy(point)}h0`).join('')
  const filled = `<path class="dots-some" stroke-width="${round(2 * r)}" d="${d}"/>`
  if (activity === 'some') return filled
  return `${filled}<path class="dots-hole" stroke-width="${round(2 * r - Math.min(1.4, r * 0.9))}" d="${d}"/>`
}

/** Agencies of one level, type and province are drawn before the same dots. */
const dotsMarkup = onceFor(dots)

/** A text that is placed. */
export type PlacedText = Extract<Shape, { kind: 'text' }>
/** How a text is written: as text, unless it is to be drawn where no font is. */
export type Lettering = (shape: PlacedText) => string

const textElement: Lettering = ({ role, at: [x, y], anchor, text }) => {
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<text class="chart-${role}" x="${round(x)}" y="${round(y)}"${side}>${escapeXml(text)}</text>`
}

function markup(shape: Shape, lettering: Lettering): string {
  switch (shape.kind) {
    case 'line':
      return `<path class="chart-${shape.role}" d="M${xy(shape.from)}L${xy(shape.to)}"/>`
    case 'path':
      return `<path class="chart-${shape.role}" d="${shape.d}"/>`
    case 'rect':
      return `<rect class="chart-${shape.role}" x="${round(shape.at[0])}" y="${round(shape.at[1])}" width="${round(shape.width)}" height="${round(shape.height)}"/>`
    case 'text':
      return lettering(shape)
    case 'mark': {
      const path = `class="${markClass(shape.activity, shape.r, shape.own)}" d="${markPath(shape.activity, ...shape.at, shape.r)}"`
      return shape.title ? `<path ${path}><title>${escapeXml(shape.title)}</title></path>` : `<path ${path}/>`
    }
    case 'dots':
      return dotsMarkup(shape)
    case 'group':
      return `<g transform="translate(${xy(shape.at)})">${shape.shapes.map((one) => markup(one, lettering)).join('')}</g>`
  }
}

/** What is in a drawing, as SVG elements without the `svg` around them. */
export const svgContent = (drawing: Drawing, lettering: Lettering = textElement): string =>
  drawing.shapes.map((shape) => markup(shape, lettering)).join('')

/** A drawing as an SVG element, named and described for those who do not see it. `id` is unique on its page. */
export function svgElement(drawing: Drawing, id: string, title: string, description: string): string {
  const size = `${round(drawing.width)} ${round(drawing.height)}`
  return (
    `<svg class="chart" viewBox="0 0 ${size}" role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>` +
    `${svgContent(drawing)}</svg>`
  )
}
