import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCases } from '../../tests/cases/case.ts'
import { noNote } from '../ingest/sources.ts'
import { assemble } from './assemble.ts'
import { readReport } from './report.ts'

const cases = loadCases()
/** As many as can be put in many orders in a short time, of formats that are read fast. */
const some = cases.filter((one) => ['txt', 'html'].includes(one.input.extension)).slice(0, 30)
const inputOf = (name: string) => Buffer.from(cases.find((one) => one.name === name)?.input.bytes ?? '')
const whole = inputOf('pipe-rows')
const partial = Buffer.from(String(whole).replace(/^行政许可 .*\n/m, ''))
const dated = (date: string) => Buffer.from(`发布日期：${date}\n${whole}`)
const readAll = (files: readonly [path: string, bytes: Uint8Array][]) =>
  Promise.all(files.map(([path, bytes]) => readReport(path, bytes)))
const kept = async (...files: [path: string, bytes: Uint8Array][]) => {
  const { reports } = assemble(await readAll(files))
  return reports.filter((report) => report.status !== 'superseded').map((report) => report.source.path)
}

describe('assemble', () => {
  test('lets the more complete of two files count', async () => {
    expect(await kept(['a.txt', partial], ['b.txt', whole])).toEqual(['b.txt'])
  })

  test('lets the one published later count', async () => {
    expect(await kept(['a.txt', dated('2024-01-10')], ['b.txt', dated('2024-03-10')])).toEqual(['b.txt'])
  })

  test('lets the first by path count when nothing else tells them apart', async () => {
    expect(await kept(['b.txt', whole], ['a.txt', whole])).toEqual(['a.txt'])
  })

  test('holds the years of an agency against each other, and counts those tests with the report’s own', async () => {
    const next = Buffer.from(String(whole).replaceAll('2023', '2024'))
    const { reports, issues } = assemble(
      await readAll([
        ['a', whole],
        ['b', next],
      ]),
    )
    const [before, after] = reports
    expect(before?.tested['carry_over']).toBeUndefined()
    expect(after?.tested).toMatchObject({
      carry_over: 7,
      row_total: before?.tested['row_total'],
      copied_year: 1,
    })
    const added = issues.filter((issue) => issue.code === 'copied_year')
    expect(added).toMatchObject([{ report_id: after?.report_id, source_path: 'b' }])
    expect(after?.issues).toContainEqual(added[0])
  })

  test('gives the report that counts its agency and year as id, and each other an id of its own', async () => {
    const { reports, atlas } = assemble(await readAll(['a', 'b', 'c'].map((name) => [name, whole])))
    const { agencies } = atlas
    const ids = reports.map((report) => report.report_id)
    expect(new Set(ids).size).toBe(3)
    expect(reports.find((report) => report.status !== 'superseded')?.report_id).toBe(
      `${reports[0]?.agency_id}-2023`,
    )
    expect(agencies).toHaveLength(1)
    expect(agencies[0]).toMatchObject({ report_count: 1, first_year: 2023, last_year: 2023 })
    const superseded = reports.filter((report) => report.status === 'superseded')
    for (const report of superseded)
      expect(report.issues.find((issue) => issue.code === 'superseded_same')?.expected).toBe('a')
  })

  test('names every cell in which a file that does not count differs', async () => {
    const other = Buffer.from(String(whole).replace(/^行政强制 .*\n/m, '行政强制 | 9999 |  |  |\n'))
    const { reports } = assemble(
      await readAll([
        ['a.txt', whole],
        ['b.txt', other],
      ]),
    )
    const superseded = reports.find((report) => report.status === 'superseded')
    expect(superseded?.superseded_by).toEqual({
      report_id: reports.find((report) => report.status !== 'superseded')?.report_id,
      differences: [{ cell_id: 'disclosure.coercive_measures.decisions', counting: '2240', here: '9999' }],
    })
    const issue = superseded?.issues.find(({ code }) => code === 'superseded')
    expect(issue?.cell_ids).toEqual(['disclosure.coercive_measures.decisions'])
    expect(issue?.message_en).toContain('2240 → 9999')
    // Whoever leaves out the file that does not count is told as well.
    const counting = reports.find((report) => report.status !== 'superseded')
    const told = counting?.issues.find(({ code }) => code === 'other_file_differs')
    expect(told?.cell_ids).toEqual(['disclosure.coercive_measures.decisions'])
    expect(told?.message_en).toContain('b.txt')
  })

  test('says nothing of the report that counts where the other only lacks figures', async () => {
    const readings = await readAll([
      ['a.txt', whole],
      ['b.txt', partial],
    ])
    const codes = assemble(readings).reports.flatMap(({ issues }) => issues.map(({ code }) => code))
    expect(codes).toContain('superseded')
    expect(codes).not.toContain('other_file_differs')
  })

  test('lets the file that sources.csv names count', async () => {
    const note = { ...noNote, counts: true }
    const readings = [await readReport('a.txt', whole), await readReport('b.txt', partial, note)]
    expect(assemble(readings).reports.find(({ status }) => status !== 'superseded')?.source.path).toBe(
      'b.txt',
    )
  })

  test('keeps beside the report of the body alone the one that sums up, and counts one of them', async () => {
    const scoped = async (path: string, scope: 'own_body' | 'aggregate') =>
      readReport(path, whole, { ...noNote, override: { ...noNote.override, scope } })
    const { reports } = assemble([await scoped('a.txt', 'aggregate'), await scoped('b.txt', 'own_body')])
    expect(reports.map(({ scope, status }) => [scope, status]).sort()).toEqual([
      ['aggregate', 'superseded'],
      ['own_body', 'complete'],
    ])
    expect(reports.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain('beside_own_body')
  })

  test('takes the report of a government for an aggregate where its office reports for itself', async () => {
    const of = (name: string, year = 2023) =>
      Buffer.from(String(whole).replace(/^.*\n/, `${name}${year}年政府信息公开工作年度报告\n`))
    const files: [string, Uint8Array][] = [
      ['a.txt', of('乐至县人民政府')],
      ['b.txt', of('乐至县人民政府办公室')],
      ['c.txt', of('安岳县人民政府')],
      ['d.txt', of('云梦省虚构市丁县人民政府')],
      ['e.txt', of('云梦省虚构市丁县政府办公室')],
    ]
    const { reports } = assemble(await readAll(files))
    const scopes = new Map(reports.map(({ source, scope }) => [source.path, scope]))
    expect([...scopes].sort()).toEqual([
      ['a.txt', 'aggregate'],
      ['b.txt', 'own_body'],
      ['c.txt', 'unknown'],
      ['d.txt', 'aggregate'],
      ['e.txt', 'own_body'],
    ])
    expect(
      reports.filter(({ issues }) => issues.some(({ code }) => code === 'scope_beside_office')),
    ).toHaveLength(2)
  })

  test('gives every issue an id that does not depend on what else is read', async () => {
    const read = async (...names: string[]) =>
      assemble(await readAll(names.map((name) => [`${name}.txt`, inputOf(name)])))
    const alone = (await read('contradiction-flow')).issues
    const beside = (await read('no-title', 'contradiction-flow', 'form-mixed')).issues
    expect(alone.length).toBeGreaterThan(0)
    expect(beside.map((issue) => issue.issue_id)).toEqual(
      expect.arrayContaining(alone.map((issue) => issue.issue_id)),
    )
  })

  test('does not depend on the order of files, and numbers nothing twice', async () => {
    const readings = await readAll([
      ...some.map((one): [string, Uint8Array] => [one.name, one.input.bytes]),
      ['again.txt', whole],
      ['empty.txt', Buffer.from('')],
    ])
    const expected = assemble(readings)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(readings, { minLength: readings.length, maxLength: readings.length }),
        (shuffled) => {
          expect(JSON.stringify(assemble(shuffled))).toBe(JSON.stringify(expected))
        },
      ),
      { numRuns: 10 },
    )
    for (const ids of [
      expected.reports.map((report) => report.report_id),
      expected.atlas.agencies.map((agency) => agency.agency_id),
      expected.issues.map((issue) => issue.issue_id),
    ]) {
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual([...ids].sort())
    }
    expect(expected.atlas.files).toEqual({ found: readings.length, reports: readings.length - 1 })
  })
})
