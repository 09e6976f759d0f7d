import { describe, expect, test } from 'vitest'
import { readHtml } from '../ingest/readers/html.ts'
import { readText } from '../ingest/readers/text.ts'
import { bodyOfTitle, findTitle } from './title.ts'

const body = '云梦省虚构市甲区教育局'
const titleOf = (...lines: string[]) => findTitle(readText(lines.join('\n')))

describe('findTitle and bodyOfTitle', () => {
  // The ways titles are written, by their numbers in the layout inventory.
  test.each([
    ['T1', `${body}2022年政府信息公开工作年度报告`, body],
    ['T2', `${body}2022年度政府信息公开工作报告`, body],
    ['T3', `${body}2022年度政府信息公开工作年度报告`, body],
    ['T4', `2022年${body}政府信息公开工作年度报告`, body],
    ['T4', `2022年度${body}政府信息公开工作年度报告`, body],
    ['T5', `${body}政府信息公开工作2022年度报告`, body],
    ['T6', `${body}2022年政府信息公开年度报告`, body],
    ['T7', `${body}2022年政府信息公开工作报告`, body],
    ['T8', `${body}2022年政务公开工作报告`, body],
    ['T8', `${body}2022年政务信息公开工作年度报告`, body],
    ['T8', `${body}2022年信息公开工作年度报告`, body],
    ['T9', '虚构市2022年政府信息公开工作年度报告', '虚构市'],
    ['T10', '2022年政府信息公开工作年度报告', ''],
    ['T11', '关于2022年度政府信息公开情况的报告', ''],
    [
      'T16',
      '乙县人民政府（乙县人民政府办公室）2022年政府信息公开工作年度报告',
      '乙县人民政府(乙县人民政府办公室)',
    ],
  ])('%s: %s', (_, line, named) => {
    const title = titleOf(line, '', '一、总体情况')
    expect(title).toBe(line.normalize('NFKC'))
    expect(bodyOfTitle(title)).toBe(named)
  })

  test.each([
    `${body}2022年政府信息公开工作年度报告（修订版）`,
    `${body}2022年政府信息公开工作年度报告.`,
    `【年度报告】${body}2022年政府信息公开工作年度报告`,
    `${body}2022年度政府信息公开年报`,
    `关于印发${body}2022年政府信息公开工作年度报告的通知`,
  ])('%s names the body and nothing around it', (line) => {
    const title = titleOf(line, '', '一、总体情况')
    expect(bodyOfTitle(title)).toBe(body)
    expect(title).toContain('2022年')
  })

  test('take no heading of a site for a title', () =>
    expect(titleOf('政府信息公开年报', `${body}2022年政府信息公开工作年度报告`, '一、总体情况')).toBe(
      `${body}2022年政府信息公开工作年度报告`,
    ))

  test('join a title that is broken over two lines', () => {
    expect(titleOf(body, '2022年政府信息公开工作年度报告')).toBe(`${body}2022年政府信息公开工作年度报告`)
    expect(titleOf(`${body}2022年`, '政府信息公开工作年度报告')).toBe(`${body}2022年政府信息公开工作年度报告`)
  })

  test('take no title from a breadcrumb, a sentence or the sections', () => {
    expect(titleOf('当前位置：首页 > 政府信息公开年度报告', '一、总体情况')).toBe('')
    expect(titleOf('根据要求，现公布本局政府信息公开年度报告', '一、总体情况')).toBe('')
    expect(titleOf('一、总体情况', '甲局2022年政府信息公开工作年度报告')).toBe('')
  })

  test('take the title of a page when its text has none', () => {
    const page = (title: string) => findTitle(readHtml(`<title>${title}</title><p>一、总体情况</p>`))
    expect(page(`${body}2022年政府信息公开工作年度报告-虚构网`)).toBe(`${body}2022年政府信息公开工作年度报告`)
    expect(page('政府信息公开年度报告')).toBe('')
    expect(page('虚构市人民政府')).toBe('')
  })
})
