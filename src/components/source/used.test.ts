import { expect, test } from 'vitest'
import { aReport, cellValues } from '../../../tests/reports.ts'
import type { Issue } from '../../model/issue.ts'
import { usedPlaces } from './used.ts'

test('a row of which no figure is taken is not shown as used', () => {
  const ofRow = (id: string) => id.startsWith('requests.partial.')
  const cells = cellValues().map((cell) =>
    ofRow(cell.cell_id)
      ? { ...cell, kind: 'unreadable' as const, value: null, raw: '1 | 3', locator: 'line 48, cell 3' }
      : cell,
  )
  const about = {
    issue_id: 'a',
    report_id: 'xugou-2022',
    source_path: 'xugou.txt',
    message_zh: '',
    message_en: '',
  }
  const issue: Issue = {
    ...about,
    class: 'reading',
    severity: 'error',
    code: 'row_unreadable',
    cell_ids: cells.map((cell) => cell.cell_id).filter(ofRow),
    expected: '7',
    found: '1 | 3',
    locator: 'line 48, cell 3',
  }
  const places = usedPlaces(aReport({ cells, issues: [issue] }))
  const place = places.get('line 48, cell 3')
  expect(place?.kind).toBe('refused')
  expect(place?.anchor).toBe('y2022.requests.partial.natural_person')
  expect(place?.label.en).toMatch(/^Disclosed in part · the row does not fit/)
  const others = [...places.values()].filter((one) => one !== place)
  expect(new Set(others.map((one) => one.kind))).toEqual(new Set(['used']))
})
