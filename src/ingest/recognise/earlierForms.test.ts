import { expect, test } from 'vitest'
import { readHtml } from '../readers/html.ts'
import { readText } from '../readers/text.ts'
import { findEarlierForm } from './earlierForms.ts'
import { recognise } from './recognise.ts'

const rows = [
  ['统计指标', '单位', '统计数'],
  ['一、主动公开情况', '', ''],
  ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '240'],
  ['1.政府网站公开政府信息数', '条', '200'],
  ['（一）收到申请数', '件', '3'],
  ['（二）申请办结数', '件', '3'],
]
const codes = (document: Parameters<typeof recognise>[0]) =>
  recognise(document).findings.map((one) => one.code)

test.each([
  ['tabs', readText(rows.map((row) => row.join('\t')).join('\n'))],
  ['pipes', readText(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))],
  ['a cell a line', readText(rows.flat().join('\n'))],
  ['spaces', readText(rows.map((row) => row.join('  ')).join('\n'))],
  [
    'HTML',
    readHtml(
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
  ],
])(
  'tables of a form from before 2019 are said to be not covered, and nothing is taken from them: %s',
  (_, document) => {
    expect(codes(document)).toEqual(['form_not_covered'])
    expect(recognise(document).cells).toEqual([])
    expect(findEarlierForm(document)?.found).toContain('统计指标')
  },
)

test('a report without tables has them missing', () => {
  expect(codes(readText('虚构镇2018年政府信息公开工作年度报告\n本年度收到申请数与上年持平。'))).toEqual([
    'table_missing',
    'table_missing',
    'table_missing',
  ])
})
