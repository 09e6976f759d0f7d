import { describe, expect, test } from 'vitest'
import { fees, licences, reading } from '../../../tests/smallPages.ts'
import { readReport } from '../../dataset/report.ts'

describe('a unit that counts in multiples', () => {
  const html = licences(['本年处理决定数量'], ['3'])
  const under = (label: string, text: string) => html.replace(label, text)
  const above = (text: string) => html.replace('<table>', `${text}<table>`)

  test.each([
    ...['单位：万件', '单位：万', '万', '以万件计', '单位“万件”', '单位：10000件', '单位：仟件', '千件'].map(
      (words) => [`behind a row, ${words}`, under('行政许可', `行政许可（${words}）`)],
    ),
    ['behind a column', under('处理决定数量', '处理决定数量（万件）')],
    ['behind the head of the rows', under('信息内容', '信息内容（单位：万件）')],
    ['behind the clause', under('第（五）项', '第（五）项（单位：万件）')],
    ...['单位：万件', '（万件）', '单位：万元、万件', '注：表中数据以万件为单位'].map((words) => [
      `on a line above, ${words}`,
      above(`<p>${words}</p>`),
    ]),
    ['behind the heading of the section', above('<p>二、主动公开政府信息情况（单位：万件）</p>')],
    ['in a table of its own', above('<table><tr><td>单位：万件</td></tr></table>')],
  ])('leaves the figure as printed, and is said: %s', async (_, page) => {
    expect(await reading(page as string, 'disclosure.licences.decisions')).toEqual({ value: 3, named: true })
  })

  test.each([
    ...['单位：件', '十项', '百项', '共：十项'].map((words) => under('行政许可', `行政许可（${words}）`)),
    ...[
      '单位：件',
      '各单位十项制度',
      '单位十项承诺（试行）',
      '公开单位：十项内容',
      '图1 网站信息量（单位：万条）',
    ].map((words) => above(`<p>${words}</p>`)),
  ])('is not seen where there is none: %s', async (page) => {
    expect(await reading(page, 'disclosure.licences.decisions')).toEqual({ value: 3, named: false })
  })

  test('says nothing of amounts', async () => {
    const truncated = fees('本年收费金额（单位：万）', '行政事业性收费', '3')
    const { report } = await readReport('x.html', new TextEncoder().encode(truncated))
    expect(report?.findings.some((one) => one.code === 'unit_multiple')).toBe(false)
    const page = fees('本年收费金额（单位：万元）', '行政事业性收费', '3').replace(
      '<table>',
      '<p>单位：万件</p><table>',
    )
    expect(await reading(page, 'disclosure.fees.amount')).toEqual({ value: 3, named: false })
  })
})
