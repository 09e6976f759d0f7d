import type { Locale } from '../i18n/locale.ts'
import { type Drawing, group, line, type Shape, type Size, text, widthOf } from './drawing.ts'
import { wrap } from './text.ts'
import { yearsFromTo } from './years.ts'

/** A row of sums by year; years without one are left empty. */
export interface SumRow {
  readonly label: string
  readonly values: ReadonlyMap<number, number>
}

const fullHeight = 56
const compact = {
  zh: new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumSignificantDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 }),
}

/** Draws sums as columns, a row a figure and a column a year, each row on a scale of its own. */
export function drawSums(all: readonly SumRow[], locale: Locale, size: Size): Drawing {
  const width = widthOf[size]
  const rows = all.filter((row) => row.values.size > 0)
  const years = yearsFromTo(rows.flatMap((row) => [...row.values.keys()]))
  if (years.length === 0) {
    const none = locale === 'zh' ? '没有可画的数字。' : 'Nothing to draw.'
    return { width, height: 20, shapes: [text('note', 0, 14, none)] }
  }
  const labelWidth = size === 'wide' ? 170 : 0
  const column = Math.min(100, (width - labelWidth) / years.length)
  const xOf = (year: number) => labelWidth + (years.indexOf(year) + 0.5) * column
  const barWidth = Math.min(44, column * 0.6)
  const right = labelWidth + years.length * column
  let y = 24
  const drawn = rows.map((row): Shape => {
    const most = Math.max(1e-9, ...row.values.values())
    const lines = size === 'wide' ? wrap(row.label, labelWidth - 16, 12) : [row.label]
    y += fullHeight + 34 + (size === 'wide' ? 0 : 14)
    const first = size === 'wide' ? -4 - (lines.length - 1) * 15 : -fullHeight - 22
    return group(0, y, [
      ...lines.map((words, i) => text('label', 0, first + i * 15, words)),
      line('baseline', labelWidth, 0, right, 0),
      ...[...row.values].flatMap(([year, value]): Shape[] => {
        const height = (value / most) * fullHeight
        return [
          {
            kind: 'rect',
            role: 'bar',
            at: [xOf(year) - barWidth / 2, -height],
            width: barWidth,
            height,
          },
          text('value', xOf(year), -height - 4, compact[locale].format(value), 'middle'),
        ]
      }),
    ])
  })
  const heads = years.map((year) => text('label', xOf(year), 14, `${year}`, 'middle'))
  return { width, height: y + 8, shapes: [...heads, ...drawn] }
}
