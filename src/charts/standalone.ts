import { type Drawing, group, type Shape, stack, text } from './drawing.ts'
import { escapeXml, svgContent } from './svg.ts'
import { wrap } from './text.ts'

/** The words around a drawing in a file of its own, where no page carries them. */
export interface Surroundings {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly description: string
  readonly lang: string
}

const margin = 24

/** The light value of every design token of a style sheet: `light-dark(a, b)` gives `a`. */
export function lightTokens(css: string): ReadonlyMap<string, string> {
  const tokens = css.matchAll(/(--[\w-]+):\s*([^;]+);/g)
  return new Map(
    [...tokens].map(([, name = '', value = '']) => [
      name,
      value
        .replace(/light-dark\(([^,]+),[^)]+\)/, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  )
}

/** A style sheet with the tokens written in, for programs that know no custom properties. */
export function inlineTokens(css: string, tokens: ReadonlyMap<string, string>): string {
  const inlined = css.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => tokens.get(name) ?? whole)
  return inlined
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

const paragraph = (role: 'title' | 'note' | 'tick', lines: readonly string[], size: number): Drawing => ({
  width: 0,
  height: lines.length * size,
  shapes: lines.map((words, i): Shape => text(role, 0, (i + 0.8) * size, words)),
})

/** A chart as an SVG file that needs nothing else: title, subtitle, drawings, source, and its colours written in. */
export function standaloneSvg(
  drawings: readonly Drawing[],
  around: Surroundings,
  css: string,
  tokens: ReadonlyMap<string, string>,
): string {
  const inner = Math.max(...drawings.map((one) => one.width))
  const whole = stack(
    [
      paragraph('title', wrap(around.title, inner, 21), 29),
      paragraph('note', wrap(around.subtitle, inner, 12), 18),
      ...drawings,
      paragraph('tick', wrap(around.source, inner, 11), 16),
    ],
    16,
  )
  const [width, height] = [inner + 2 * margin, Math.ceil(whole.height + 2 * margin)]
  const content = svgContent({ width, height, shapes: [group(margin, margin, whole.shapes)] })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" xml:lang="${around.lang}" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">\n` +
    `<title id="title">${escapeXml(around.title)}</title>\n<desc id="desc">${escapeXml(around.description)}</desc>\n` +
    `<style>${escapeXml(inlineTokens(css, tokens)).replaceAll('&quot;', '"')}</style>\n` +
    `<rect width="100%" height="100%" fill="${tokens.get('--paper') ?? '#fff'}"/>\n${content}\n</svg>\n`
  )
}
