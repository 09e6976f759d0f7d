import type { Locale } from '../i18n/locale.ts'
import { formatShare } from '../i18n/numbers.ts'
import type { ZeroActivity } from '../stats/zeroActivity.ts'
import { type Drawing, type Shape, type Size, text, widthOf } from './drawing.ts'
import { placeTiles } from './provinceTiles.ts'
import { type Shade, shadeOfShare } from './shades.ts'
import { isMeasured, tooFew } from './zeroActivityWords.ts'

interface Tile {
  readonly words: string
  readonly shade: Shade
  readonly isKnown: boolean
}

/** A share rounded to whole per cents; a count where there are too few reports for one. */
function tileOf(row: ZeroActivity | undefined, locale: Locale): Tile {
  if (!row || !isMeasured(row)) return { words: '', shade: 0, isKnown: row !== undefined }
  if (row.readable < tooFew) return { words: `${row.zero}/${row.readable}`, shade: 0, isKnown: true }
  const words = formatShare(locale, Math.round(row.rate * 100) / 100)
  return { words, shade: shadeOfShare(row.rate), isKnown: true }
}

/** Draws the provinces as squares of one size, shaded by their share of reports at zero in one year. */
export function drawProvinceMap(rows: readonly ZeroActivity[], locale: Locale, size: Size): Drawing {
  const tiles = placeTiles(rows.map((row) => ({ name: row.group, row })))
  const [side, gap] = size === 'wide' ? [58, 4] : [40.5, 3]
  const bottom = Math.max(0, ...tiles.map(({ tile }) => tile.at[1])) + 1
  const shapes = tiles.flatMap(({ tile, of }): Shape[] => {
    const [x, y] = [tile.at[0] * (side + gap), tile.at[1] * (side + gap)]
    const { words, shade, isKnown } = tileOf(of?.row, locale)
    const centre = x + side / 2
    const role = shade > 3 ? 'tile-light' : 'tile'
    const middle = y + side / 2
    return [
      { kind: 'rect', role: `shade-${shade}`, at: [x, y], width: side, height: side },
      text(role, centre, middle - 3, tile.short, 'middle'),
      ...(words ? [text(role, centre, middle + 13, words, 'middle')] : []),
      ...(words
        ? []
        : [
            {
              kind: 'mark',
              activity: isKnown ? 'unreadable' : 'no_report',
              at: [centre, middle + 10],
              r: 4,
              title: '',
            } as const,
          ]),
    ]
  })
  return { width: widthOf[size], height: bottom * (side + gap), shapes }
}
