import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from './plain.ts'
import { otherPeriod, periodYear, proseYear, titleYear } from './year.ts'

describe('periodYear', () => {
  test.each([
    '统计期限自2022年1月1日至2022年12月31日',
    '2022年1月1日起至2022年12月31日止',
    '2022年1月1日到12月31日',
    '2022年01月01日－2022年12月31日',
    '2022 年 1 月 1 日 至 2022 年 12 月 31 日',
    '２０２２年１月１日—２０２２年１２月３１日',
    '2022年1月1日~2022年12月31日',
  ])('reads %s', (text) => {
    expect(periodYear([plainText(`所列数据的${text}。`)])).toBe(2022)
  })

  test.each([
    '2021年1月1日至2022年12月31日',
    '2022年1月1日至2022年6月30日',
    '2022年3月1日至2022年12月31日',
    '1999年1月1日至1999年12月31日',
    '2022年11月1日至2022年12月31日',
    '',
  ])('does not take %j for a whole year', (text) => {
    expect(periodYear([plainText(text)])).toBeNull()
  })
})

describe('titleYear', () => {
  test.each([
    ['甲局2022年政府信息公开工作年度报告', 2022],
    ['2022年度甲局政府信息公开工作年度报告', 2022],
    ['甲局２０２２年政府信息公开年度报告', 2022],
    ['甲局政府信息公开工作年度报告', null],
    ['第12022年', null],
    ['1998年年报', null],
  ])('of %s is %s', (title, year) => {
    expect(titleYear(title)).toBe(year)
  })
})

describe('proseYear', () => {
  test('is the year named most often without a month', () => {
    expect(proseYear(['2022年，本局照常。', '2022年未收到申请。', '比2021年多。', '2023年1月编制。'])).toBe(
      2022,
    )
  })
  test('is open when two are named as often, or none is', () => {
    expect(proseYear(['2022年与2021年相同。'])).toBeNull()
    expect(proseYear(['本局照常。'])).toBeNull()
  })
  test('is a year of disclosure reports whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129年月 ，', '2022年'), maxLength: 40 }), (text) => {
        for (const year of [proseYear([plainText(text)]), periodYear([plainText(text)]), titleYear(text)]) {
          if (year !== null) expect(year >= 2008 && year <= 2100).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('otherPeriod', () => {
  const words = (line: string) => otherPeriod({ lines: [line], whole: line })
  test.each([
    '本报告所列数据的统计期限自2023年1月1日至2023年12月31日。',
    '统计期限为2023年1月1日起至12月31日止。',
    '2023年6月1日至6月30日举办培训。',
    '统计期限为2023年度。',
  ])('is none of %s', (line) => expect(words(line)).toBe(''))
  test.each([
    '本报告所列数据的统计期限自2023年1月1日至2023年6月30日。',
    '统计时限为2022年7月1日起至2023年6月30日止。',
  ])('are the words of %s', (line) => expect(words(line)).toMatch(/6月30日$/))
})
