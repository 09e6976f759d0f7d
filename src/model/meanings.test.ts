import { expect, test } from 'vitest'
import { formCells } from './cells.ts'
import { comparabilityOf } from './comparability.ts'
import { formVersions } from './form.ts'
import { columnMeanings, rowMeanings } from './meanings.ts'
import { resultRows } from './requestsRows.ts'

test('every row and column of the forms has a meaning, and nothing else has', () => {
  const expected = { rows: new Set<string>(), columns: new Set<string>() }
  for (const { table, row, column } of formCells.values()) {
    expected.rows.add(`${table}.${row}`)
    expected.columns.add(`${table}.${column}`)
  }
  const ids = (meanings: typeof rowMeanings) =>
    Object.entries(meanings).flatMap(([table, of]) => Object.keys(of).map((id) => `${table}.${id}`))
  expect(ids(rowMeanings).sort()).toEqual([...expected.rows].sort())
  expect(ids(columnMeanings).sort()).toEqual([...expected.columns].sort())
})

test.each([
  ['disclosure.regulations.made', 'one_form', /规章/],
  ['disclosure.regulations.issued', 'one_form', /规章/],
  ['disclosure.licences.decisions', 'with_care', /本年/],
  ['disclosure.fees.amount', 'one_form', /金额/],
  ['requests.other.total', 'one_form', /三行/],
  ['requests.received.total', 'same', /可以前后相比/],
  ['disputes.review.total', 'same', /可以前后相比/],
] as const)('%s is comparable: %s', (id, code, why) => {
  const cell = formCells.get(id)
  const found = cell && comparabilityOf(cell)
  expect(found?.code).toBe(code)
  expect(found?.why.zh).toMatch(why)
})

test('both forms have the same grounds of refusal, so that their mix is one list', () => {
  const refused = formVersions.map((version) =>
    resultRows(version)
      .filter((row) => row.group === 'refused')
      .map((row) => row.id),
  )
  expect(refused[0]).toEqual(refused[1])
  expect(refused[0]?.length).toBe(8)
})
