import type { Locale } from '../i18n/locale.ts'
import { formatNumber, formatShare } from '../i18n/numbers.ts'
import type { ComposedYear } from '../stats/composition.ts'
import { type Drawing, group, line, type Shape, type Size, stack, text, widthOf } from './drawing.ts'
import { textWidth, wrap } from './text.ts'
import { yearsFromTo } from './years.ts'

/** A matrix: rows are parts of a whole, columns are years, each cell is a column as high as the share. */
export interface Matrix {
  readonly rows: readonly { readonly id: string; readonly label: string }[]
  readonly years: readonly ComposedYear[]
  /** Words at a year from which the figures follow another form. */
  readonly breaks: ReadonlyMap<number, string>
}

/** The years of one kind of report, side by side. */
interface Block {
  readonly title: string
  readonly years: readonly number[]
  readonly of: ReadonlyMap<number, ComposedYear>
  readonly left: number
}
/** What all cells share: language and size, the width of a year, and the share that fills the height. */
interface Frame {
  readonly locale: Locale
  readonly size: Size
  readonly column: number
  readonly top: number
}

/** Below this number of requests a cell gives the count: a percentage would pretend too much. */
const fewRequests = 20
const headHeight = 70
/** Height of the largest share, without the figure above it. */
const fullHeight = 84
const widestColumn = 110
const blockGaps = { wide: 40, narrow: 20 } as const

const shareOf = (composed: ComposedYear, id: string) =>
  composed.total === 0 ? 0 : (composed.parts[id] ?? 0) / composed.total

function blocksOf(matrix: Matrix, locale: Locale): Block[] {
  const zh = locale === 'zh'
  const block = (title: string, years: readonly ComposedYear[]): Block => ({
    title,
    years: yearsFromTo(years.map((one) => one.year)),
    of: new Map(years.map((one) => [one.year, one])),
    left: 0,
  })
  return [
    block(
      zh ? '单个机关' : 'Single bodies',
      matrix.years.filter((one) => !one.aggregate),
    ),
    block(
      zh ? '汇总报告，单列' : 'Aggregate, apart',
      matrix.years.filter((one) => one.aggregate),
    ),
  ].filter((one) => one.years.length > 0)
}

/** The words at a break: after its line, or before it where the drawing ends. */
function breakLabel(x: number, words: string, size: Size): Shape {
  const fits = x + 4 + textWidth(words, 11) <= widthOf[size]
  return fits ? text('tick', x + 4, headHeight, words) : text('tick', x - 4, headHeight, words, 'end')
}

function headShapes(block: Block, breaks: Matrix['breaks'], { locale, size, column }: Frame): Shape[] {
  const zh = locale === 'zh'
  const right = block.left + block.years.length * column
  const overhangs = block.left + textWidth(block.title, 13) > widthOf[size]
  return [
    overhangs ? text('heading', right, 13, block.title, 'end') : text('heading', block.left, 13, block.title),
    ...block.years.flatMap((year, i): Shape[] => {
      const x = block.left + (i + 0.5) * column
      const composed = block.of.get(year)
      const number = composed ? formatNumber('en', composed.total) : '–'
      const hasUnit = zh && composed && textWidth(`${number} 件`, 11) < column - 4
      const total = hasUnit ? `${number} 件` : number
      const change = i > 0 ? breaks.get(year) : undefined
      return [
        text('label', x, 36, `${year}`, 'middle'),
        text('tick', x, 52, total, 'middle'),
        ...(change ? [breakLabel(block.left + i * column, change, size)] : []),
      ]
    }),
  ]
}

/** One cell around its baseline at 0: a column as high as the share, with its figure on top. */
function cellShapes(composed: ComposedYear, id: string, x: number, { locale, column, top }: Frame): Shape[] {
  if (composed.total === 0) return []
  const count = composed.parts[id] ?? 0
  const share = shareOf(composed, id)
  const [height, width] = [(share / top) * fullHeight, Math.min(44, column * 0.6)]
  const figure = count === 0 ? '0' : formatShare(locale, share)
  const words = composed.total < fewRequests ? `${count}/${composed.total}` : figure
  return [
    { kind: 'rect', role: 'bar', at: [x - width / 2, -height], width, height },
    text('value', x, -height - 4, words, 'middle'),
  ]
}

/** Blocks of columns side by side, with a row of cells for every part. */
function panel(matrix: Matrix, blocks: readonly Block[], labelWidth: number, frame: Frame): Drawing {
  const { size, column } = frame
  let y = headHeight
  const rows = matrix.rows.map((row): Shape => {
    const shares = blocks.flatMap((block) => [...block.of.values()].map((one) => shareOf(one, row.id)))
    const height = (Math.max(0, ...shares) / frame.top) * fullHeight + 18
    y += height + (size === 'wide' ? 16 : 24)
    const lines = size === 'wide' ? wrap(row.label, labelWidth - 16, 12) : [row.label]
    const base = size === 'wide' ? -4 - (lines.length - 1) * 15 : -height - 6
    return group(0, y, [
      ...lines.map((words, i) => text('label', 0, base + i * 15, words)),
      ...blocks.flatMap((block) => [
        line('baseline', block.left, 0, block.left + block.years.length * column, 0),
        ...[...block.of].flatMap(([year, one]) =>
          cellShapes(one, row.id, block.left + (block.years.indexOf(year) + 0.5) * column, frame),
        ),
      ]),
    ])
  })
  const breaks = blocks.flatMap((block) =>
    block.years.flatMap((year, i) => {
      const x = block.left + i * column
      return i > 0 && matrix.breaks.has(year) ? [line('break', x, 24, x, y)] : []
    }),
  )
  const heads = blocks.flatMap((block) => headShapes(block, matrix.breaks, frame))
  return { width: widthOf[size], height: y + 6, shapes: [...breaks, ...heads, ...rows] }
}

/**
 * Draws what a whole is made of, a column a year and a row a part, all on one scale; single bodies first,
 * aggregate reports apart: beside them where there is room, else below.
 */
export function drawShareMatrix(matrix: Matrix, locale: Locale, size: Size): Drawing {
  const width = widthOf[size]
  const blocks = blocksOf(matrix, locale)
  if (matrix.years.every((one) => one.total === 0)) {
    const words = locale === 'zh' ? '没有可画的数字：总计都是 0 件。' : 'Nothing to draw: all totals are 0.'
    return { width, height: 20, shapes: [text('note', 0, 14, words)] }
  }
  const labelWidth = size === 'wide' ? 150 : 0
  const room = width - labelWidth
  const blockGap = blockGaps[size]
  const all = blocks.reduce((sum, one) => sum + one.years.length, 0)
  const together = (room - blockGap * (blocks.length - 1)) / all
  const isBeside = together >= (size === 'wide' ? 46 : 50)
  const most = Math.max(...blocks.map((one) => one.years.length))
  const frame: Frame = {
    locale,
    size,
    column: Math.min(widestColumn, isBeside ? together : room / most),
    top: Math.max(0.05, ...matrix.years.flatMap((one) => matrix.rows.map((row) => shareOf(one, row.id)))),
  }
  if (!isBeside) {
    return stack(
      blocks.map((one) => panel(matrix, [{ ...one, left: labelWidth }], labelWidth, frame)),
      28,
    )
  }
  let left = labelWidth
  const placed = blocks.map((one): Block => {
    const at = { ...one, left }
    left += one.years.length * frame.column + blockGap
    return at
  })
  return panel(matrix, placed, labelWidth, frame)
}
