import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { aReport, cellValues } from '../../../tests/reports.ts'
import type { Issue } from '../../model/issue.ts'
import { rowsMarkup } from './cellsMarkup.ts'
import { usedPlaces } from './used.ts'

const about = {
  issue_id: 'a',
  report_id: 'xugou-2022',
  source_path: 'xugou.txt',
  message_zh: '',
  message_en: '',
}
const locator = 'line 48, cell 3'

/** A report of which the rows with these beginnings were not taken, all with the same words at one place. */
function refusing(rows: readonly string[], issues: readonly Partial<Issue>[] = []) {
  const ofRow = (id: string) => rows.some((row) => id.startsWith(`${row}.`))
  const cells = cellValues().map((cell) =>
    ofRow(cell.cell_id)
      ? { ...cell, kind: 'unreadable' as const, value: null, effective_value: null, raw: '1 | 3', locator }
      : cell,
  )
  const refused: Issue = {
    ...about,
    class: 'reading',
    severity: 'error',
    code: 'row_unreadable',
    // The issue may name cells of another form, which the report does not have.
    cell_ids: ['disclosure.licences.items_previous', ...cells.map((cell) => cell.cell_id).filter(ofRow)],
    expected: '7',
    found: '1 | 3',
    locator,
  }
  return usedPlaces(aReport({ cells, issues: [refused, ...issues.map((one) => ({ ...refused, ...one }))] }))
}

test('a row of which no figure is taken is not shown as used', () => {
  const places = refusing(['requests.partial'])
  const place = places.get(locator)
  expect(place?.kind).toBe('refused')
  expect(place?.anchor).toBe('y2022.requests.partial.natural_person')
  expect(place?.label.en).toMatch(/^Disclosed in part · the row does not fit/)
  const others = [...places.values()].filter((one) => one !== place)
  expect(new Set(others.map((one) => one.kind))).toEqual(new Set(['used']))
  const row = [1, 3].map((cell) => ({ text: `${cell}`, at: { line: 48, cell } }))
  const links = { locale: 'zh' as const, used: places, profile: '/agencies/a/' }
  const $ = load(rowsMarkup({ kind: 'table', layout: 'rows', rows: [row] }, links))
  expect($('.refused').text()).toBe('3')
  expect($('.refused a').attr('href')).toBe('/agencies/a/#y2022.requests.partial.natural_person')
})

test('of rows on one line each is named, and what a maintainer says of a cell', () => {
  const id = 'disputes.review.total'
  const corrected = { code: 'corrected', cell_ids: [id], expected: '4' }
  const label = refusing(['disputes.review', 'disputes.suit_direct'], [corrected]).get(locator)?.label.en
  expect(label).toContain('econsideration; ')
  expect(label).toContain('corrected by a maintainer to 4')
})
