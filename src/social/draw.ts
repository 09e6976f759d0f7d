import { type Card, foot, footSvg, inks, layOut } from './card.ts'
import { colour } from './cardStyle.ts'
import { Palette, palettePng } from './png.ts'
import { render } from './render.ts'
import { type Ramp, Sheet } from './sheet.ts'
import { cardSize } from './size.ts'
import { fullStep } from './stamps.ts'

/** A foot that is drawn, with its colours and those of text. */
interface Foot {
  readonly palette: Palette
  readonly ramps: Readonly<Record<string, Ramp>>
  readonly rows: Uint8Array
}
const feet = new Map<string, Promise<Foot>>()

async function drawFoot(card: Card): Promise<Foot> {
  const palette = new Palette()
  const rows = palette.rowsOf(render(await footSvg(card)))
  const ramps = inks.map((ink) => [ink, palette.ramp(colour('paper'), colour(ink), fullStep)] as const)
  return { palette, ramps: Object.fromEntries(ramps), rows }
}

/**
 * A card as PNG. The same card gives the same bytes, whatever fonts the machine has: none is asked for. What cards
 * share is drawn once: their foot, and each letter of their text.
 */
export async function draw(card: Card): Promise<Buffer> {
  const key = JSON.stringify([card.site, card.host])
  const known = feet.get(key) ?? drawFoot(card)
  feet.set(key, known)
  const { palette: begun, ramps, rows: last } = await known
  const { rows, drawing } = await layOut(card)
  const sheet = new Sheet(cardSize.width, foot)
  for (const { face, words, x, y, size, ink } of rows) sheet.write(face, words, x, y, size, ramps[ink] ?? [])
  const palette = new Palette(begun)
  if (drawing) {
    const pixels = render(drawing.svg)
    sheet.paste(palette.rowsOf(pixels), pixels.width, drawing.left, drawing.top)
  }
  return palettePng(cardSize.width, [sheet.rows, last], palette)
}
