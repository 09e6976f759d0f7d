import { describe, expect, test } from 'vitest'
import { byPlace, cellPlaces, cellsOfForm, formCell, formCells, placeOf, placesOfForm } from './cells.ts'
import { formVersions, tableIds } from './form.ts'

const allOf = (version: '2019' | '2021') => tableIds.flatMap((id) => cellsOfForm(id, version))

describe('the forms', () => {
  test('give every cell one place, and what is known of cells stands there', () => {
    expect(new Set([...formCells.keys()].map(placeOf)).size).toBe(formCells.size)
    for (const version of formVersions)
      for (const id of tableIds)
        expect(placesOfForm(id, version)).toEqual(cellsOfForm(id, version).map(placeOf))
    const cells = ['disputes.review.total', 'requests.granted.total'].map((cell_id) => ({ cell_id }))
    const placed = byPlace([...cells, { cell_id: 'of.no.form' }])
    expect(placed).toHaveLength(cellPlaces.size)
    expect(placed[placeOf('requests.granted.total')]).toBe(cells[1])
    expect(placed.filter((cell) => cell !== undefined)).toHaveLength(2)
  })

  test('have 198 cells in 2019 and 200 in 2021, none twice', () => {
    expect([allOf('2019').length, allOf('2021').length]).toEqual([198, 200])
    for (const version of formVersions) expect(new Set(allOf(version)).size).toBe(allOf(version).length)
  })

  test('are described cell by cell, each with the forms that have it', () => {
    expect([...formCells.keys()].sort()).toEqual([...new Set([...allOf('2019'), ...allOf('2021')])].sort())
    for (const cell of formCells.values()) {
      expect(cell.forms).toEqual(formVersions.filter((version) => allOf(version).includes(cell.id)))
      expect(cell.id).toBe(`${cell.table}.${cell.row}.${cell.column}`)
      for (const label of [cell.row_zh, cell.row_en, cell.column_zh, cell.column_en])
        expect(label).not.toBe('')
    }
  })

  test('have no cell of another name', () => {
    expect(() => formCell('requests.received.everyone')).toThrow('requests.received.everyone')
  })
})
