import { expect, test } from 'vitest'
import type { Document } from '../../model/document.ts'
import { readHtml } from '../readers/html.ts'
import { readText } from '../readers/text.ts'
import { sectionsOf } from './sections.ts'

/** Each section as `number heading (kind): its paragraphs`. */
const brief = (document: Document) =>
  sectionsOf(document).map(
    ({ number, heading, statutory, paragraphs }) =>
      `${number}|${heading}|${statutory}|${paragraphs.map((one) => one.text).join('/')}`,
  )
const text = (...lines: string[]) => readText(lines.join('\n'))

test('what stands before the first section and behind the last is in none', () => {
  const document = text(
    '首页',
    '虚构镇2022年政府信息公开工作年度报告',
    '一、总体情况',
    '照常。',
    '六、其他需要报告的事项',
    '无。',
    '上一篇：通知',
    '主办：虚构镇',
  )
  expect(brief(document)).toEqual(['一|总体情况|general|照常。', '六|其他需要报告的事项|other|无。'])
  expect(sectionsOf(document)[1]).toMatchObject({ locator: 'line 5', paragraphs: [{ locator: 'line 6' }] })
})

test('a number may be Arabic, doubled, or on a line of its own', () => {
  expect(
    brief(
      text(
        '1、 总体情况',
        '甲。',
        '二、二、主动公开政府信息情况',
        '三、',
        '收到和处理政府信息公开申请情况',
        '乙。',
      ),
    ),
  ).toEqual([
    '1|总体情况|general|甲。',
    '二|主动公开政府信息情况|disclosure|',
    '三|收到和处理政府信息公开申请情况|requests|乙。',
  ])
})

test('numbers that begin again number the parts of a section', () => {
  const document = text(
    '一、概述',
    '一、加强领导',
    '二、突出重点',
    '三、改进载体',
    '丙。',
    '二、主动公开政府信息情况',
  )
  expect(brief(document)).toEqual([
    '一|概述|general|一、加强领导/二、突出重点/三、改进载体/丙。',
    '二|主动公开政府信息情况|disclosure|',
  ])
})

test('a heading of none of the six opens a section where its number goes on', () => {
  const document = text('六、其他需要报告的事项', '无。', '七、公开工作亮点', '丁。')
  expect(brief(document)).toEqual(['六|其他需要报告的事项|other|无。', '七|公开工作亮点|null|丁。'])
})

test('parts of a section are not taken for sections', () => {
  const document = text(
    '一、总体情况',
    '（一）主动公开情况',
    '（二）依申请公开情况',
    '五、存在的主要问题及改进情况',
    '1、主动公开意识不强。',
    '2、其他方面',
  )
  expect(brief(document)).toEqual([
    '一|总体情况|general|（一）主动公开情况/（二）依申请公开情况',
    '五|存在的主要问题及改进情况|problems|1、主动公开意识不强。/2、其他方面',
  ])
})

test('headings of a page need no number', () => {
  const document = readHtml(
    '<div><h2>总体情况</h2><p>戊。</p><h2>主动公开政府信息情况</h2><table><tr><td>其他</td></tr></table></div>',
  )
  expect(brief(document)).toEqual(['|总体情况|general|戊。', '|主动公开政府信息情况|disclosure|'])
})

test('a report on one line is divided at its headings', () => {
  const line =
    '虚构镇2022年政府信息公开工作年度报告 本报告由虚构镇编制，照常公开，照常办理，照常培训。 一、总体情况 己。 二、主动公开政府信息情况 庚。'
  expect(brief(text(line))).toEqual(['一|总体情况|general|己。', '二|主动公开政府信息情况|disclosure|庚。'])
})

test('the report of another body behind the first is not part of it', () => {
  const document = text(
    '一、总体情况',
    '三、收到和处理政府信息公开申请情况',
    '六、其他需要报告的事项',
    '无。',
    '附件1',
    '一、总体情况',
    '辛。',
  )
  expect(brief(document).at(-1)).toBe('六|其他需要报告的事项|other|无。')
})
