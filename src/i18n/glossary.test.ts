import { expect, test } from 'vitest'
import { charts } from '../charts/index.ts'
import { formCells } from '../model/cells.ts'
import { resultGroups } from '../model/form.ts'
import { glossary, termOfRow, termsOfChart } from './glossary.ts'

test('terms have addresses of their own', () => {
  const ids = glossary.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('terms explain rows and charts that there are, a row once', () => {
  const rows = new Set([...formCells.keys()].map((id) => id.split('.')[1]))
  for (const { id } of resultGroups) rows.add(id)
  const explained = glossary.flatMap((term) => term.rows ?? [])
  expect(explained.filter((row) => !rows.has(row))).toEqual([])
  expect(new Set(explained).size).toBe(explained.length)
  const known = new Set(charts.map(({ id }) => id))
  expect(glossary.flatMap((term) => term.charts ?? []).filter((id) => !known.has(id))).toEqual([])
})

test('refusal is explained where it is shown', () => {
  expect(termOfRow('refused')?.id).toBe('refused')
  expect(termOfRow('natural_person')).toBeUndefined()
  expect(termsOfChart('refusals').map(({ id }) => id)).toContain('refused')
})
