import { describe, expect, test } from 'vitest'
import { loadCases } from '../../tests/cases/case.ts'
import { type FileReading, readReport } from '../dataset/report.ts'
import { severities } from '../model/issue.ts'
import { issuesOf } from './issues.ts'
import { inspectionJson } from './json.ts'
import { plain } from './paint.ts'
import { showReading } from './show.ts'
import { statedLines } from './stated.ts'

const cases = loadCases()
/** As many as are read in a short time. */
const some = cases.filter((one) => one.input.extension === 'txt').slice(0, 25)
const readCase = (name: string): Promise<FileReading> =>
  readReport(name, Buffer.from(cases.find((one) => one.name === name)?.input.bytes ?? ''))
const show = async (name: string) => showReading(await readCase(name), plain).join('\n')

describe('showReading', () => {
  test('says what the file is, whose, and for which year', async () => {
    const { source, report } = await readCase('pipe-rows')
    const shown = await show('pipe-rows')
    for (const said of [
      'text, utf-8',
      source.sha256,
      report?.title,
      report?.agency_name,
      String(report?.year),
      'evidence',
      'title, line 1: “',
      'complete',
    ]) {
      expect(shown).toContain(said)
    }
  })

  test('shows every issue under its severity, and what was left over by itself', async () => {
    for (const { name } of some) {
      const reading = await readCase(name)
      const lines = showReading(reading, plain)
      for (const severity of severities) {
        const count = issuesOf(reading).filter(
          (one) => one.severity === severity && one.code !== 'left_over',
        ).length
        expect(lines.includes(`${severity}: ${count}`), name).toBe(count > 0)
      }
      const leftOver = issuesOf(reading).filter((one) => one.code === 'left_over').length
      expect(lines.includes(`left over: ${leftOver}`), name).toBe(leftOver > 0)
    }
  })

  test('says why a file is no report', async () => {
    const lines = showReading(await readReport('x.txt', Buffer.from('')), plain)
    expect(lines).toContain('  file_empty  The file is empty.')
  })

  test('lets no file steer the terminal', async () => {
    const text = '云梦省虚构市甲区教育局\u200e2023年政府信息公开工作年度报告\n发布\u009b31m\n'
    expect(showReading(await readReport('\u001b[31m.txt', Buffer.from(text)), plain).join('')).not.toMatch(
      /[\p{Cc}\p{Cf}]/u,
    )
  })
})

test('statedLines names what is counted, how many, and where the words stand', () => {
  const counts = [
    { counts: 'received', value: 12, words: '收到申请\n12件', locator: 'line 9' },
    { counts: 'review', value: 0, words: '没有行政复议', locator: 'line 12' },
  ]
  expect(statedLines(counts)).toEqual([
    'stated in the text: 2',
    '  received  12  line 9: “收到申请 12件”',
    '  review     0  line 12: “没有行政复议”',
    '',
  ])
  expect(statedLines([])).toEqual([])
})

test('inspectionJson gives every cell with its locator, and every issue', async () => {
  const reading = await readCase('pipe-rows')
  const said = JSON.parse(JSON.stringify(inspectionJson('pipe-rows', [reading])))
  expect(said.readings[0]).toMatchObject({ charset: 'utf-8', source: { format: 'text' } })
  expect(said.readings[0].report.cells).toEqual(reading.report?.cells)
  expect(said.readings[0].report.evidence).toEqual(reading.report?.evidence)
  expect(said.readings[0].issues).toHaveLength(issuesOf(reading).length)
})
