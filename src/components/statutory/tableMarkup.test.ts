import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport, cellValues } from '../../../tests/reports.ts'
import { cellsOfForm } from '../../model/cells.ts'
import { type FormVersion, formVersions, type TableId, tableIds } from '../../model/form.ts'
import type { Issue } from '../../model/issue.ts'
import type { Report } from '../../model/report.ts'
import { notesOf } from './notes.ts'
import { tableMarkup } from './tableMarkup.ts'

const shown = (report: Report, table: TableId, version: FormVersion) =>
  load(`<table>${tableMarkup(report, table, version, notesOf(report), 'zh')}</table>`)

describe.each(tableIds.flatMap((table) => formVersions.map((version) => ({ table, version }))))(
  '$table of $version',
  ({ table, version }) => {
    const report = aReport({ cells: cellValues({}, version) })
    const $ = shown(report, table, version)

    test('has every cell of the form once, in its order, each leading to its place', () => {
      const ids = cellsOfForm(table, version)
      expect(
        $('td[id]')
          .get()
          .map((one) => one.attribs['id']),
      ).toEqual(ids.map((id) => `y2022.${id}`))
      const places = ids.map((_, i) => `/sources/xugou-2022/#line-${i + 1}`)
      expect(
        $('td[id] > a')
          .get()
          .map((one) => one.attribs['href']),
      ).toEqual(places)
    })

    test('has lines of one width, merged cells counted', () => {
      const widths: number[] = $('tr')
        .get()
        .map(() => 0)
      $('tr').each((r, line) => {
        for (const { attribs } of $(line).children().get()) {
          const down = Number(attribs['rowspan'] ?? 1)
          for (let i = r; i < r + down; i += 1) widths[i] = (widths[i] ?? 0) + Number(attribs['colspan'] ?? 1)
        }
      })
      expect(new Set(widths).size).toBe(1)
    })
  },
)

const received = 'requests.received.natural_person'
const issue = (code: string, about: Partial<Issue> = {}): Issue => ({
  ...{
    issue_id: 'a',
    report_id: 'xugou-2022',
    source_path: 'xugou.txt',
    class: 'published',
    severity: 'error',
  },
  ...{ code, cell_ids: [received], expected: '', found: '', locator: '', message_zh: '', message_en: '' },
  ...about,
})

test('a cell in doubt is marked, and its line ends with the number of its note', () => {
  const $ = shown(aReport({ issues: [issue('flow')] }), 'requests', '2021')
  expect(
    $('td.doubtful')
      .get()
      .map((one) => one.attribs['id']),
  ).toEqual([`y2022.${received}`])
  expect(
    $('td.margin > a')
      .get()
      .map((one) => one.attribs['href']),
  ).toEqual(['#y2022-n1'])
  expect($('tr').has('td.doubtful').has('td.margin > a')).toHaveLength(1)
})

test('a table without notes has no column for them', () => {
  expect(shown(aReport({ issues: [issue('flow')] }), 'disputes', '2021')('.margin')).toHaveLength(0)
})

test('what was proved or corrected stands beside what is printed', () => {
  const cells = cellValues({ [received]: null }).map((cell) =>
    cell.cell_id === received ? { ...cell, effective_value: 0, basis: 'zero_by_identity' as const } : cell,
  )
  const report = aReport({ cells, issues: [issue('corrected', { expected: '7' })] })
  const cell = shown(report, 'requests', '2021')('td.blank.proved')
  expect(cell.find('i').text()).toBe('0')
  expect(cell.find('ins').text()).toContain('7')
})

test('a cell that the source lacks leads nowhere', () => {
  const cells = cellValues().map((cell) =>
    cell.cell_id === received
      ? {
          ...cell,
          kind: 'missing' as const,
          raw: '',
          value: null,
          effective_value: null,
          basis: null,
          locator: '',
        }
      : cell,
  )
  expect(shown(aReport({ cells }), 'requests', '2021')('td.missing > a').attr('href')).toBeUndefined()
})

describe('a row that fits no columns', () => {
  /** A report in which the cells with these beginnings are those of rows that were not taken, each with its words. */
  const refusing = (rows: Readonly<Record<string, string>>, issues: readonly Issue[] = []) => {
    const rowOf = (id: string) => Object.keys(rows).find((row) => id.startsWith(`${row}.`))
    const cells = cellValues().map((cell) => {
      const row = rowOf(cell.cell_id)
      const words = {
        kind: 'unreadable' as const,
        raw: rows[row ?? ''] ?? '',
        value: null,
        effective_value: null,
      }
      return row === undefined ? cell : { ...cell, ...words, locator: `line ${rows[row]?.length}, cell 3` }
    })
    const ids = (row: string) => cells.map((cell) => cell.cell_id).filter((id) => id.startsWith(`${row}.`))
    const refused = Object.keys(rows).map((row) => issue('row_unreadable', { cell_ids: ids(row) }))
    return { report: aReport({ cells, issues: [...refused, ...issues] }), ids }
  }
  const partial = 'requests.partial'

  test('stands once over its columns, and every cell of it has its address there', () => {
    const { report, ids } = refusing({ [partial]: '1 | 3 | 5' })
    const $ = shown(report, 'requests', '2021')
    const cell = $('td.unreadable')
    expect(cell).toHaveLength(1)
    expect(cell.attr('colspan')).toBe('7')
    expect(cell.find('a').attr('href')).toBe('/sources/xugou-2022/#line-9-cell-3')
    expect(cell.find('a').text()).toContain('1 | 3 | 5')
    expect(cell.find('.visually-hidden').text()).toContain('整行对不上各列')
    const addresses = [cell, ...cell.find('span[id]').get()].map((one) => $(one).attr('id'))
    expect(addresses).toEqual(ids(partial).map((id) => `y2022.${id}`))
    expect($(`[id="y2022.requests.refused_state_secret.total"]`)).toHaveLength(1)
  })

  test('stands in each of its cells as soon as one is corrected, and none is said to be no number', () => {
    const corrected = issue('corrected', { cell_ids: ['requests.partial.business'], expected: '1' })
    const { report } = refusing({ [partial]: '1 | 3 | 5' }, [corrected])
    const cells = shown(report, 'requests', '2021')('td.unreadable')
    expect(cells).toHaveLength(7)
    expect(cells.find('ins')).toHaveLength(1)
    expect(cells.text()).not.toContain('不是数字')
  })

  test('of one column is said to be one too', () => {
    const { report } = refusing({ 'disclosure.licences': '271 | 5' })
    const cell = shown(report, 'disclosure', '2021')('td.unreadable')
    expect(cell).toHaveLength(1)
    expect(cell.find('.visually-hidden').text()).toContain('整行对不上各列')
  })

  test('is told from its neighbours on one line, and is one with those that have its words', () => {
    const [upheld, direct, after] = [
      'disputes.review',
      'disputes.suit_direct',
      'disputes.suit_after_review',
    ] as const
    const widths = (rows: Record<string, string>) => {
      const $ = shown(refusing(rows).report, 'disputes', '2021')
      return $('td.unreadable')
        .get()
        .map((one) => [one.attribs['colspan'], $(one).find('a').contents().first().text().trim()])
    }
    expect(widths({ [upheld]: '2 | 1', [direct]: '3 | 4 | 5' })).toEqual([
      ['5', '2 | 1'],
      ['5', '3 | 4 | 5'],
    ])
    expect(widths({ [upheld]: '9', [direct]: '9', [after]: '9' })).toEqual([['15', '9']])
  })
})

test('whatever is printed comes out as text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      const cells = cellValues().map((cell) =>
        cell.cell_id === received
          ? { ...cell, kind: 'unreadable' as const, raw, value: null, effective_value: null }
          : cell,
      )
      const markup = tableMarkup(aReport({ cells }), 'requests', '2021', notesOf(aReport()), 'zh')
      const cell = load(`<table>${markup}</table>`, { xml: { xmlMode: false } })('td.unreadable a')
      cell.find('.visually-hidden').remove()
      expect(cell.text().trim()).toBe(raw.trim())
      expect(cell.children()).toHaveLength(0)
    }),
  )
})
