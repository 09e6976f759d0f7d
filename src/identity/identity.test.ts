import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../ingest/readers/text.ts'
import { identify, noOverride } from './identify.ts'
import { kindOf } from './kind.ts'
import { bodyOfProse, fullestName } from './name.ts'
import { publishedOn } from './publication.ts'
import { scopeOf } from './scope.ts'
import { agencySlug, namePinyin } from './slug.ts'

describe('kindOf', () => {
  test.each([
    ['虚构市甲区青禾街道办事处', 'subdistrict', 'township'],
    ['甲区人民政府青禾街道办事处', 'subdistrict', 'township'],
    ['青禾街道', 'subdistrict', 'township'],
    ['虚构市乙县望溪镇人民政府', 'town', 'township'],
    ['望溪镇', 'town', 'township'],
    ['乙县白石乡人民政府', 'township', 'township'],
    ['乙县人民政府', 'government', 'county'],
    ['乙县人民政府办公室', 'office', 'county'],
    ['云梦省人民政府', 'government', 'province'],
    ['云梦省人民政府办公厅', 'office', 'province'],
    ['云梦省财政厅', 'department', 'province'],
    ['虚构市甲区教育局', 'department', 'county'],
    ['乙县发展和改革委员会', 'department', 'county'],
    ['虚构市税务局', 'vertical', 'unknown'],
    ['乙县气象局', 'vertical', 'county'],
    ['虚构市高新技术产业开发区管理委员会', 'zone', 'unknown'],
    ['虚构市第一医院', 'institution', 'unknown'],
    ['虚构市人民政府', 'government', 'unknown'],
    ['某某', 'unknown', 'unknown'],
    ['', 'unknown', 'unknown'],
  ])('of %s is %s, %s', (name, type, level) => {
    expect(kindOf(name)).toEqual({ type, level })
  })
})

describe('names in prose', () => {
  test('the fullest form of a name is taken', () => {
    expect(fullestName('望溪镇', ['2022年，望溪镇照常。', '由乙县望溪镇人民政府编制。'])).toBe(
      '乙县望溪镇人民政府',
    )
    expect(fullestName('青禾局', ['本报告由虚构市乙县青禾局编制。'])).toBe('虚构市乙县青禾局')
    expect(fullestName('望溪镇', ['位于乙县望溪镇的企业。'])).toBe('望溪镇')
    expect(fullestName('望溪镇', [])).toBe('望溪镇')
    expect(fullestName('某局（本级）', ['某局(本级)'])).toBe('某局（本级）')
  })

  test('the body named most often at the beginning of clauses is the publisher', () => {
    expect(bodyOfProse(['2022年，望溪镇照常。', '望溪镇公布了年报，国务院办公厅有要求。'])).toBe('望溪镇')
    expect(bodyOfProse(['全年照常，没有变化。'])).toBe('')
  })
})

describe('agencySlug', () => {
  test('spells a name with a hyphen between places and body', () => {
    expect(agencySlug('前进区人力资源和社会保障局')).toBe('qianjinqu-renliziyuanheshehuibaozhangju')
    expect(agencySlug('甲区教育局', '990102')).toBe('990102-jiaqu-jiaoyuju')
    expect(namePinyin('劳动街道')).toBe('lao dong jie dao')
  })

  test('is safe as a file name and an address, whatever the name', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
          maxLength: 40,
        }),
        (name) => {
          expect(agencySlug(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
          expect(agencySlug(name)).toBe(agencySlug(name))
        },
      ),
      { numRuns: 30 },
    )
    for (const hostile of ['../../etc/passwd', '<script>', 'a/b\\c', 'con|nul?*'])
      expect(agencySlug(hostile)).toMatch(/^[a-z0-9-]*$/)
  })

  test('does not give two names that differ one id in the same dataset for no reason', () => {
    expect(agencySlug('甲区教育局')).not.toBe(agencySlug('乙区教育局'))
    expect(agencySlug('望溪镇')).not.toBe(agencySlug('望溪镇人民政府'))
  })
})

describe('scopeOf', () => {
  test('a government that counts a whole territory sums up its bodies', () => {
    const texts = ['2023年，全市共收到政府信息公开申请1036件。']
    expect(scopeOf('government', '', texts.join('\n'))).toEqual({
      scope: 'aggregate',
      words: '全市共收到政府信息公开申请1036件',
    })
    expect(scopeOf('department', '', texts.join('\n')).scope).toBe('own_body')
  })
  test('a title that says so is enough', () => {
    expect(scopeOf('department', '甲区2022年政府信息公开工作汇总报告', '').scope).toBe('aggregate')
  })
  test('a title may say in brackets that it covers the body alone', () => {
    expect(
      scopeOf('government', '乙县人民政府(乙县人民政府办公室)2022年政府信息公开工作年度报告', '').scope,
    ).toBe('own_body')
    expect(scopeOf('government', '乙县全县2022年政府信息公开工作年度报告', '').scope).toBe('aggregate')
  })
  test('a government that does not say is unknown, other bodies stand for themselves', () => {
    expect(scopeOf('government', '', '照常。').scope).toBe('unknown')
    for (const words of ['以下数字按全市汇总', '本报告所列数据为全县汇总数据，包括各乡镇、各部门'])
      expect(scopeOf('government', '', words).scope).toBe('aggregate')
    expect(scopeOf('government', '', '全市数据共享平台汇总了各类信息').scope).toBe('unknown')
    expect(scopeOf('zone', '', '').scope).toBe('unknown')
    expect(scopeOf('subdistrict', '', '').scope).toBe('own_body')
  })
})

describe('publishedOn', () => {
  test.each([
    ['发布日期：2024-01-17', '2024-01-17'],
    ['公开日期:2024年1月7日 来源', '2024-01-07'],
    ['发布时间： 2024/01/17 10:20', '2024-01-17'],
    ['公开日期\t2024.1.17', '2024-01-17'],
    ['发布日期：2024-13-17', ''],
    ['发布日期：2024-02-31', ''],
    ['2024-01-17', ''],
  ])('of %j is %j', (line, date) => {
    expect(publishedOn(readText(line))).toBe(date)
  })
})

describe('identify', () => {
  const text =
    '甲区教育局2023年政府信息公开工作年度报告\n统计期限为2022年1月1日至2022年12月31日。\n一、总体情况\n'

  test('trusts the period more than the title, and says that they differ', () => {
    const { year, findings } = identify(readText(text))
    expect(year).toBe(2022)
    expect(findings).toMatchObject([{ code: 'year_conflict', expected: '2022' }])
    expect(findings[0]?.found).toMatch(/2022.*2023/)
  })

  test('trusts the maintainer most', () => {
    const override = { agency: '虚构局', year: 2021, division_code: '990102', scope: 'aggregate' as const }
    expect(identify(readText(text), override)).toMatchObject({
      name: '虚构局',
      year: 2021,
      division_code: '990102',
      scope: 'aggregate',
      findings: [],
    })
  })

  test('says what it does not know', () => {
    const { name, year, findings } = identify(readText('一、总体情况\n照常。\n'), noOverride)
    expect([name, year]).toEqual(['', null])
    expect(findings.map((one) => one.code)).toEqual(['agency_unknown', 'year_unknown'])
  })

  test('keeps all that tells the agency and the year, the most trusted first', () => {
    const { evidence } = identify(readText(`${text}本报告由甲区教育局办公室编制。\n`))
    expect(evidence.map((one) => [one.what, one.from, one.value])).toEqual([
      ['agency', 'title', '甲区教育局'],
      ['agency', 'compiled', '甲区教育局'],
      ['year', 'period', '2022'],
      ['year', 'title', '2023'],
    ])
    for (const one of evidence) expect(one.words).not.toBe('')
  })

  test('says that two bodies claim one report, and that an office of the body is none other', () => {
    const codes = (announced: string) =>
      identify(readText(`${text}现公布${announced}2022年政府信息公开工作年度报告。\n`)).findings.map(
        (one) => one.code,
      )
    expect(codes('乙县民政局')).toContain('agency_conflict')
    expect(codes('虚构市甲区教育局')).not.toContain('agency_conflict')
  })

  test('says so when a page, a covering notice, a path or a date is all there is', () => {
    const codes = (lines: string, path = '') =>
      identify(readText(lines), noOverride, { path, url: '' }).findings.map((one) => one.code)
    expect(codes('发布机构：甲区民政局\n照常。')).toEqual(['agency_uncertain', 'year_unknown'])
    expect(codes('甲区民政局政府信息公开工作年度报告\n照常。', '2022/a.txt')).toEqual(['year_uncertain'])
    expect(codes('甲区民政局政府信息公开工作年度报告\n照常。', '2022/2023-01-02.txt')).toEqual([
      'year_unknown',
    ])
    expect(codes('甲区民政局政府信息公开工作年度报告\n发布日期：2023-01-19')).toEqual(['year_uncertain'])
  })
})
