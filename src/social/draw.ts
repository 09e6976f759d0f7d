import { Resvg } from '@resvg/resvg-js'
import { bodySvg, type Card, footSvg } from './card.ts'
import { Palette, palettePng } from './png.ts'

const render = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render()

/** A foot that is drawn, and its colours. */
interface Foot {
  readonly palette: Palette
  readonly rows: Uint8Array
}
const feet = new Map<string, Promise<Foot>>()

async function drawFoot(card: Card): Promise<Foot> {
  const { width, height, pixels } = render(await footSvg(card))
  const palette = new Palette()
  return { palette, rows: palette.rowsOf({ width, height, rgba: pixels }) }
}

/**
 * A card as PNG. The same card gives the same bytes, whatever fonts the machine has: none is asked for. The foot is
 * drawn once for all cards that share it.
 */
export async function draw(card: Card): Promise<Buffer> {
  const key = JSON.stringify([card.site, card.host])
  const foot = feet.get(key) ?? drawFoot(card)
  feet.set(key, foot)
  const { palette: below, rows: last } = await foot
  const { width, height, pixels } = render(await bodySvg(card))
  const palette = new Palette(below)
  const rows = palette.rowsOf({ width, height, rgba: pixels })
  return palettePng(width, [rows, last], palette)
}
