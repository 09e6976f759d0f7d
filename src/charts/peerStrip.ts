import { scaleLog } from 'd3-scale'
import type { Locale } from '../i18n/locale.ts'
import { formatAbout, formatNumber } from '../i18n/numbers.ts'
import { type PeerGroup, type Peers, type Standing, told } from '../stats/peers.ts'
import {
  type Dot,
  type DotStyle,
  densestStyle,
  dodge,
  dotStyles,
  heightOf,
  pile,
  rangeBounds,
} from './dots.ts'
import { type Drawing, line, type Shape, type Size, sizes, text, widthOf } from './drawing.ts'
import { textWidth } from './text.ts'

/** Places of the strip: the band of the zeros, and the log axis of the rest. */
interface Frame {
  readonly zero: readonly [number, number]
  readonly axis: readonly [number, number]
  readonly x: (value: number) => number
  readonly ticks: readonly number[]
}

const tallest = 96
/** Room above the dots for the name of the agency itself. */
const headroom = 26

function frameOf(figures: readonly number[], size: Size): Frame {
  const most = Math.max(1, figures.at(-1) ?? 1)
  const zeroWidth = size === 'wide' ? 130 : 76
  const axis = [zeroWidth + 18, widthOf[size] - 14] as const
  const decades = Math.max(1, Math.ceil(Math.log10(most + 1)))
  const x = scaleLog([1, 10 ** decades], [axis[0], axis[1]])
  return {
    zero: [0, zeroWidth],
    axis,
    x: (value) => x(Math.max(1, value)),
    ticks: Array.from({ length: decades + 1 }, (_, i) => 10 ** i),
  }
}

/**
 * More than these stand at no exact places, and are drawn by at most about as many dots: then one more report moves
 * none of them, most times, and the pages of all its peers stay as they are.
 */
const mostDots = 200

/** A count in whole dots; where there are any, one at least. */
const inWholeDots = (count: number, { per }: DotStyle): number =>
  count === 0 ? 0 : Math.max(1, Math.round(count / per)) * per

/** The dots of all figures: at their places where they are few, else piled up in ranges. */
function place(figures: readonly number[], frame: Frame, style: DotStyle): { zero: Dot[]; some: Dot[] } {
  const positive = figures.filter((one) => one > 0)
  const pileOf = (count: number, from: number, to: number) => pile(inWholeDots(count, style), from, to, style)
  const zero = pileOf(figures.length - positive.length, frame.zero[0] + 4, frame.zero[1] - 4)
  if (style.exact) return { zero, some: dodge(positive.map(frame.x), style) }
  const bounds = rangeBounds(positive.at(-1) ?? 1)
  const some = bounds.slice(0, -1).flatMap((from, i) => {
    const to = bounds[i + 1] ?? from
    const count = positive.filter((one) => one >= from && one < to).length
    return pileOf(count, frame.x(from), frame.x(to))
  })
  return { zero, some }
}

function fitting(figures: readonly number[], frame: Frame) {
  const roomy = dotStyles.slice(1)
  for (const style of roomy) {
    if (figures.length > mostDots && (style.exact || figures.length > mostDots * style.per)) continue
    const placed = place(figures, frame, style)
    if (heightOf([...placed.zero, ...placed.some]) <= tallest) return { style, placed }
  }
  return { style: densestStyle, placed: place(figures, frame, densestStyle) }
}

const byRadius = (dots: readonly Dot[], activity: 'some' | 'zero', base: number): Shape[] =>
  [...Map.groupBy(dots, (dot) => dot.r)].map(([r, same]) => ({
    kind: 'dots',
    activity,
    r,
    points: same.map((dot) => [dot.x, base - dot.up] as const),
  }))

/** All of a group without the agency itself; drawn once for the agencies that share it. */
interface Backdrop {
  readonly frame: Frame
  readonly style: DotStyle
  readonly base: number
  readonly shapes: readonly Shape[]
}
const drawn = new WeakMap<PeerGroup, Map<string, Backdrop>>()

function backdrop(standing: Standing, locale: Locale, size: Size): Backdrop {
  const { group } = standing
  const kept = drawn.get(group) ?? new Map<string, Backdrop>()
  drawn.set(group, kept)
  const made = kept.get(`${locale} ${size}`) ?? drawBackdrop(standing, locale, size)
  kept.set(`${locale} ${size}`, made)
  return made
}

function middle({ lower, median, upper }: Standing, frame: Frame, base: number, locale: Locale): Shape[] {
  if (lower === null || median === null || upper === null || upper < 1) return []
  const y = base + 34
  const from = lower < 1 ? frame.zero[1] / 2 : frame.x(lower)
  const words =
    locale === 'zh'
      ? `中间一半：${formatNumber(locale, Math.round(lower))}–${formatNumber(locale, Math.round(upper))} 件`
      : `middle half: ${formatNumber(locale, Math.round(lower))}–${formatNumber(locale, Math.round(upper))}`
  const right = frame.x(upper)
  const fits = right + 8 + textWidth(words, 12) < frame.axis[1] + 14
  return [
    line('interval', from, y, right, y),
    ...(median < 1 ? [] : [line('rate', frame.x(median), y - 6, frame.x(median), y + 6)]),
    fits ? text('note', right + 8, y + 4, words) : text('note', frame.axis[1], y + 20, words, 'end'),
  ]
}

function drawBackdrop(standing: Standing, locale: Locale, size: Size): Backdrop {
  const { figures } = standing.group
  const frame = frameOf(figures, size)
  const { style, placed } = fitting(figures, frame)
  const zh = locale === 'zh'
  const base = headroom + Math.max(28, heightOf([...placed.zero, ...placed.some])) + 6
  const zeros = formatAbout(locale, told(standing).zero)
  const zeroWords = zh ? `0 件：${zeros} 份` : `0: ${zeros}`
  const shapes: Shape[] = [
    { kind: 'rect', role: 'band', at: [0, headroom], width: frame.zero[1], height: base - headroom },
    ...frame.ticks.map((tick) => line('grid', frame.x(tick), headroom, frame.x(tick), base)),
    line('axis', 0, base, widthOf[size], base),
    ...byRadius(placed.zero, 'zero', base),
    ...byRadius(placed.some, 'some', base),
    text('tick', 4, base + 15, zeroWords),
    ...frame.ticks.map((tick, i) =>
      text(
        'tick',
        frame.x(tick),
        base + 15,
        formatNumber(locale, tick) + (i === 0 && zh ? ' 件' : ''),
        'middle',
      ),
    ),
    ...middle(standing, frame, base, locale),
  ]
  return { frame, style, base, shapes }
}

/** The agency itself, before the others, with its figure above. */
function ownMark(own: number, { frame, base }: Backdrop, locale: Locale): Shape[] {
  const x = own === 0 ? frame.zero[1] - 12 : frame.x(own)
  const words =
    locale === 'zh' ? `本机关 ${formatNumber(locale, own)} 件` : `this agency ${formatNumber(locale, own)}`
  const half = textWidth(words, 13) / 2
  const anchor = x - half < 0 ? 'start' : x + half > frame.axis[1] + 14 ? 'end' : 'middle'
  const at = anchor === 'start' ? 0 : anchor === 'end' ? frame.axis[1] + 14 : x
  return [
    line('own-leader', x, headroom - 6, x, base - 12),
    {
      kind: 'mark',
      activity: own === 0 ? 'zero' : 'some',
      at: [x, base - 7],
      r: 6,
      title: words,
      own: true,
    },
    text('own', at, headroom - 12, words, anchor),
  ]
}

/** Draws where an agency stands among its peers: a dot a report on a log axis, the zeros in a band of their own. */
export function drawPeerStrip(peers: Peers, locale: Locale, size: Size): Drawing {
  const { shown, own } = peers
  const behind = backdrop(shown, locale, size)
  return {
    width: widthOf[size],
    height: behind.base + 60,
    shapes: [...behind.shapes, ...(own === null ? [] : ownMark(own, behind, locale))],
  }
}

/** What the strips of an agency show, in any language, besides its own figure. */
export const shownInStrips = ({ shown }: Peers): unknown =>
  sizes.map((size) => backdrop(shown, 'zh', size).shapes)

/** Whether dots are piled in ranges rather than at their figures, in either size. */
export const pilesDots = ({ shown }: Peers): boolean =>
  sizes.some((size) => !backdrop(shown, 'zh', size).style.exact)

/** How many reports a dot of the strip stands for, in any language. */
export const reportsPerDot = ({ shown }: Peers): number => backdrop(shown, 'zh', 'wide').style.per
