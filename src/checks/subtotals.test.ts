import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readReport } from '../dataset/report.ts'

const input = readFileSync(new URL('../../tests/cases/pipe-rows/input.txt', import.meta.url), 'utf8')
const first = '| （三）不予公开 | 1.属于国家秘密 | 10'

/** What is said of a table that prints these figures beside 不予公开, and how often they were tested. */
async function said(figures: readonly (number | string)[]) {
  const row = `| （三）不予公开 | ${figures.join(' | ')} |\n |  | 1.属于国家秘密 | 10`
  const { report } = await readReport('a.txt', Buffer.from(input.replace(first, row)))
  const found = report?.findings.filter(({ code }) => /subtotal|left_over/.test(code)) ?? []
  return { found, tested: report?.tested['group_subtotal'] }
}

/** Sums of the eight rows, by column, as printed in the input. */
const sums = input
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^[1-8]\.(?:属于|其他法律|危及|保护)/.test(cells[2] ?? ''))
  .reduce((all, cells) => all.map((sum, i) => sum + Number(cells[3 + i])), [0, 0, 0, 0, 0, 0, 0])

describe('subtotals that a site prints beside a group of results', () => {
  test('are tested, and no longer left over', async () => {
    expect(await said(sums)).toEqual({ found: [], tested: 7 })
  })
  test('are named where they are not the sum of their rows', async () => {
    const { found } = await said(sums.with(6, (sums[6] as number) + 2))
    expect(found).toMatchObject([
      { code: 'group_subtotal', expected: String(sums[6]), found: String((sums[6] as number) + 2) },
    ])
    expect(found[0]?.cells).toHaveLength(8)
    expect(found[0]?.cells[0]).toBe('requests.refused_state_secret.total')
  })
  test('are not made of a row that has other figures', async () => {
    const { found, tested } = await said(sums.slice(1))
    expect(tested).toBeUndefined()
    expect(new Set(found.map((one) => one.code))).toEqual(new Set(['left_over']))
  })
})
