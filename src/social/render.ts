import { Resvg } from '@resvg/resvg-js'
import type { Pixels } from './png.ts'

/** An SVG as pixels. What stands in it is drawn without any font of the machine. */
export function render(svg: string): Pixels {
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width: image.width, height: image.height, rgba: image.pixels }
}
