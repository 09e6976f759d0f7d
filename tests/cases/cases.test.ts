import { describe, expect, test } from 'vitest'
import { rules, ruleOfCode } from '../../src/checks/rules.ts'
import { cellsOfForm } from '../../src/model/cells.ts'
import { tableIds } from '../../src/model/form.ts'
import { type IssueCode, issueKindOf } from '../../src/model/issue.ts'
import type { Report } from '../../src/model/report.ts'
import { toGb18030 } from '../gb18030.ts'
import { readBack } from '../../src/invented/readBack.ts'
import { type Case, expectedCell, loadCases, loadUnread, readAlone } from './case.ts'
import { decoded, standsAt } from './standsAt.ts'

const cases = loadCases()
const cellsOf = (report: Report) => new Map(report.cells.map((cell) => [cell.cell_id, cell]))

/** Cases are about reading: their figures keep the arithmetic of the form, and mean nothing else. */
function isOfForm(code: string): boolean {
  const rule = ruleOfCode.get(code)
  return !rule || rules[rule].family === 'identities' || issueKindOf(code as IssueCode).class === 'reading'
}

describe.each(cases)('$name', async (one) => {
  const { expected } = one
  const { report } = await readAlone(one.input)
  const cells = cellsOf(report)

  test('says who published it and for which year', () => {
    const { agency_name, year, title, scope } = report
    expect({ agency: agency_name, year, title, scope }).toEqual({
      agency: expected.agency,
      year: expected.year,
      title: expected.title,
      scope: expected.scope,
    })
  })

  test('has the forms and the completeness of the source', () => {
    const { disclosure_form: disclosure, requests_form: requests, status } = report
    expect({ forms: { disclosure, requests }, status }).toEqual({
      forms: expected.forms,
      status: expected.status,
    })
  })

  test('has every cell of its forms once, in the order of the form', () => {
    const forms = { ...expected.forms, disputes: expected.status === 'unreadable' ? null : ('2021' as const) }
    const ids = tableIds.flatMap((id) => (forms[id] ? cellsOfForm(id, forms[id]) : []))
    expect(report.cells.map((cell) => cell.cell_id)).toEqual(ids)
  })

  test('has every value as printed', () => {
    const read = report.cells.map(({ cell_id, kind, value }) => ({ cell_id, kind, value }))
    const wanted = report.cells.map(({ cell_id }) => {
      const { kind, value } = expectedCell(expected, cell_id)
      return { cell_id, kind, value }
    })
    expect(read).toEqual(wanted)
    // Nothing expected is lost because no cell of the report asks for it.
    expect(Object.keys(expected.numbers).filter((id) => !cells.has(id as never))).toEqual([])
  })

  test('uses a number as printed, and what is none only where it is proved', () => {
    for (const cell of report.cells) {
      const { kind, value, effective, basis, raw } = expectedCell(expected, cell.cell_id)
      const wanted = kind === 'number' ? [value, 'printed'] : [effective ?? null, basis ?? null]
      expect([cell.cell_id, cell.effective_value, cell.basis]).toEqual([cell.cell_id, ...wanted])
      if (raw !== undefined) expect([cell.cell_id, cell.raw]).toEqual([cell.cell_id, raw])
    }
  })

  test('finds every raw text at its locator', () => {
    const at = standsAt(one.input)
    for (const cell of report.cells) {
      if (cell.kind === 'missing') expect(cell.locator).toBe('')
      else if (!at) expect(cell.locator).not.toBe('')
      // A row that could not be laid onto its columns is located as a whole.
      else if (cell.raw.includes(' | ')) expect(at(cell.locator)).not.toBe('')
      else expect([cell.cell_id, at(cell.locator)]).toEqual([cell.cell_id, cell.raw.replace(/\s+/g, ' ')])
    }
    for (const [id, locator] of Object.entries(expected.located)) {
      expect([id, cells.get(id)?.locator]).toEqual([id, locator])
    }
  })

  test('marks as recovered only the rows whose shape was worked out', () => {
    const rows = report.cells.filter((cell) => cell.reading === 'recovered').map((cell) => cell.cell_id)
    const row = (id: string) => id.replace(/\.[^.]+$/, '').replace(/^requests\./, '')
    const wanted = report.cells.map((cell) => cell.cell_id).filter((id) => expected.recovered.includes(row(id)))
    expect(rows).toEqual(wanted)
  })

  test('has its issues and no others', () => {
    const order = (issues: readonly { code: string; cells: readonly string[] }[]) =>
      issues.map(({ code, cells }) => ({ code, cells: [...cells].sort() })).sort((a, b) =>
        `${a.code} ${a.cells}` < `${b.code} ${b.cells}` ? -1 : 1,
      )
    const found = report.issues
      .filter((issue) => isOfForm(issue.code))
      .map(({ code, cell_ids }) => ({ code, cells: cell_ids }))
    expect(order(found)).toEqual(order(expected.issues))
  })

  test('states the counts of its prose and no others', () => {
    if (!expected.stated) return
    expect(report.stated).toMatchObject(expected.stated)
    const at = standsAt(one.input)
    if (at) for (const { words, locator } of report.stated) expect(at(locator)).toContain(words)
  })

  test('fills every word of its messages, in both languages', () => {
    for (const { message_zh, message_en } of report.issues) {
      expect(message_zh).not.toMatch(/\{\w+\}|undefined|^$/)
      expect(message_en).not.toMatch(/\{\w+\}|undefined|^$/)
    }
  })
})

test.each(loadUnread())('$name: nothing is read, and an issue says why', async ({ input, expected }) => {
  const { report, findings } = await readBack(input)
  expect(report).toBeNull()
  expect(findings.map((one) => one.code)).toEqual([expected.unread])
})

describe('character sets', () => {
  const withoutSource = ({ source, report_id, issues, ...rest }: Report) => ({
    ...rest,
    codes: issues.map((issue) => issue.code),
  })
  const inputOf = (name: string) => decoded((cases.find((one) => one.name === name) as Case).input.bytes)
  const text = inputOf('pipe-rows')
  const page = inputOf('html-merged-cells')
  const bom = (bytes: Uint8Array, ...mark: number[]) => Uint8Array.from([...mark, ...bytes])

  test.each([
    ['text in GB18030', text, toGb18030(text)],
    ['a page in GB18030 that declares UTF-8', page, toGb18030(page)],
    ['UTF-8 with a byte order mark', text, bom(Buffer.from(text), 0xef, 0xbb, 0xbf)],
    ['UTF-16 LE', text, bom(Buffer.from(text, 'utf16le'), 0xff, 0xfe)],
    ['UTF-16 BE', text, bom(Buffer.from(text, 'utf16le').swap16(), 0xfe, 0xff)],
    ['lines that end in CR LF', text, Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s reads like UTF-8', async (_, plain, bytes) => {
    const [read, expected] = await Promise.all([readAlone(bytes), readAlone(plain)])
    expect(withoutSource(read.report)).toEqual(withoutSource(expected.report))
  })
})
