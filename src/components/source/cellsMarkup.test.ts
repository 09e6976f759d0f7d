import { load } from 'cheerio'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../../model/document.ts'
import { gridMarkup, rowsMarkup } from './cellsMarkup.ts'
import { type UsedPlace, usedPlace } from './used.ts'

const links = (used: Record<string, UsedPlace> = {}) => ({
  locale: 'zh' as const,
  used: new Map(Object.entries(used)),
  profile: '/agencies/a/',
})
const table = (layout: Table['layout'], rows: Cell[][]): Table => ({ kind: 'table', layout, rows })

test('any text of cells and labels comes out as text', () => {
  const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), { minLength: 1 })
  fc.assert(
    fc.property(texts, fc.string(), (rows, label) => {
      const grid = rows.map((row, r) =>
        row.map((text, c): Cell => ({ text, at: { table: 1, row: r + 1, cell: c + 1 } })),
      )
      const used = links({ 'table 1, row 1, cell 1': usedPlace({ zh: label, en: '' }, 'y2023.a') })
      for (const markup of [
        `<table>${gridMarkup(table('grid', grid), used)}</table>`,
        rowsMarkup(table('rows', grid), used),
      ]) {
        const $ = load(markup, { xml: { xmlMode: false } })
        const shown = grid.flat().map(({ at }) => {
          const { row, cell } = at as { row: number; cell: number }
          return $(`#table-1-row-${row}-cell-${cell}`)
        })
        const first = rows[0]?.[0]
        expect(shown.map((one) => one.text())).toEqual(
          rows.flat().map((text, i) => (i === 0 && !first ? '空格' : text)),
        )
        expect(shown[0]?.find('a').attr('title')).toBe(label)
        expect($('a')).toHaveLength(1)
      }
    }),
  )
})

test('merged cells span as they did, and rows have the anchors that issues lead to', () => {
  const at = (cell: number) => ({ table: 2, row: 5, cell })
  const row: Cell[] = [
    { text: '规章', at: at(1), colspan: 2, rowspan: 1 },
    { text: '3', at: at(2), rowspan: 4 },
  ]
  const $ = load(`<table>${gridMarkup(table('grid', [row]), links())}</table>`)
  expect($('tr').attr('id')).toBe('table-2-row-5')
  expect($('tr > .place').text()).toBe('表 2 第 5 行')
  expect($('#table-2-row-5-cell-1').attr()).toEqual({ id: 'table-2-row-5-cell-1', colspan: '2' })
  expect($('#table-2-row-5-cell-2').attr()).toEqual({ id: 'table-2-row-5-cell-2', rowspan: '4' })
})

test('cells with a line each stand below one another, cells of one line beside', () => {
  const beside = [1, 2].map((cell): Cell => ({ text: `${cell}`, at: { line: 7, cell } }))
  const below = [8, 9].map((line): Cell => ({ text: `${line}`, at: { line } }))
  const $ = load(rowsMarkup(table('stream', [beside, below]), links()))
  expect(
    $('div:not(.lines) > :first-child')
      .get()
      .map((one) => [one.attribs['id'], $(one).text()]),
  ).toEqual([['line-7', '7']])
  expect(
    $('.lines > :nth-child(odd)')
      .get()
      .map((one) => [one.attribs['id'], $(one).text()]),
  ).toEqual([
    [undefined, '8'],
    [undefined, '9'],
  ])
  expect(
    $('.lines > :nth-child(even)')
      .get()
      .map((one) => one.attribs['id']),
  ).toEqual(['line-8', 'line-9'])
})
