import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readText } from '../ingest/readers/text.ts'
import { above } from './divisions/chain.ts'
import { plainName } from './divisions/forms.ts'
import { type Division, divisions } from './divisions/load.ts'
import { isCommon } from './divisions/read.ts'
import { chainOf } from './divisions.ts'
import { identify, noOverride } from './identify.ts'
import { kindOf } from './kind.ts'
import type { Claim } from './locate.ts'
import { RegisteredAgencies } from './registry/apply.ts'
import { noRegistry, type Registry, type RegistryRow } from './registry/registry.ts'
import { type Settled, settle } from './settle.ts'

// One goes through all 45,000 names.
vi.setConfig({ testTimeout: 60_000 })

/** A report that opens with some lines, as far as it tells who it is from. */
function claim(path: string, opening: string, about: { code?: string; url?: string } = {}): Claim {
  const override = { ...noOverride, division_code: about.code ?? '' }
  const found = identify(readText(opening), override, { path, url: about.url ?? '' })
  return {
    agency_name: found.name,
    agency_type: found.type,
    agency_level: found.level,
    division_code: found.division_code,
    year: found.year,
    evidence: found.evidence,
    source: {
      path,
      sha256: `${path}${opening}`
        .split('')
        .map((c) => c.charCodeAt(0).toString(16))
        .join(''),
    },
  }
}
const titled = (agency: string, year = 2022) => `${agency}${year}年政府信息公开工作年度报告`
const settled = (...claims: Claim[]) => settle(claims, new RegisteredAgencies(noRegistry))
const alone = (opening: string, about = {}) => settled(claim('a.txt', opening, about))[0] as Settled
const codesOf = ({ candidates }: Settled) => candidates.map(({ code }) => code)

describe('who a report is from', () => {
  test.each([
    ['劳动街道', '420102009-laodongjiedao', '江岸区劳动街道', '420102009', 'township'],
    ['真源街道办事处', '411628001-zhenyuanjiedao', '鹿邑县真源街道', '411628001', 'township'],
    ['乐至县劳动镇人民政府', '512022110-laodongzhen', '乐至县劳动镇', '512022110', 'township'],
    ['四川省资阳市乐至县劳动镇', '512022110-laodongzhen', '乐至县劳动镇', '512022110', 'township'],
    ['梁园区人民政府长征街道办事处', '411402002-changzhengjiedao', '梁园区长征街道', '411402002', 'township'],
    ['佳木斯市前进区民政局', '230804-qianjinqu-minzhengju', '前进区民政局', '230804', 'county'],
    ['三明市人民政府', '350400-sanmingshi', '三明市', '350400', 'prefecture'],
    ['三明市', '350400-sanmingshi', '三明市', '350400', 'prefecture'],
    ['三明市财政局', '350400-sanmingshi-caizhengju', '三明市财政局', '350400', 'prefecture'],
    ['天门市教育局', '429006-tianmenshi-jiaoyuju', '天门市教育局', '429006', 'county'],
    ['石河子市教育局', '659001-shihezishi-jiaoyuju', '石河子市教育局', '659001', 'county'],
    ['上海市教育委员会', '310000-shanghaishi-jiaoyuweiyuanhui', '上海市教育委员会', '310000', 'province'],
    ['澄迈县水务局', '469023-chengmaixian-shuiwuju-', '澄迈县水务局', '469023', 'county'],
    ['国家税务总局乐至县税务局', '512022-lezhixian-shuiwuju', '国家税务总局乐至县税务局', '512022', 'county'],
    [
      '国家统计局四川调查总队',
      '510000-sichuansheng-diaochazongdui',
      '国家统计局四川调查总队',
      '510000',
      'province',
    ],
    ['锡林郭勒盟行政公署', '152500-xilinguolemeng', '锡林郭勒盟', '152500', 'prefecture'],
    ['六枝特区财政局', '520203-liuzhitequ-caizhengju', '六枝特区财政局', '520203', 'county'],
    ['三明市公安局梅列分局', '350400-sanmingshi-', '三明市公安局梅列分局', '350400', 'county'],
    ['财政部', 'caizhengbu', '财政部', '', 'national'],
  ])('%s is %s', (agency, id, name, code, level) => {
    const found = alone(titled(agency))
    expect(found.agency_id.startsWith(id) && (id.endsWith('-') || found.agency_id === id)).toBe(true)
    expect([found.name, found.division_code, found.level]).toEqual([name, code, level])
    expect(found.findings).toEqual([])
  })

  test.each([
    ['a county in an address', '地址:四川省乐至县劳动镇正街1号', {}],
    ['a credit code', '统一社会信用代码:11512022MB1A2B3C4D', {}],
    ['an index number', '索引号:512022-2022-00012', {}],
    ['the signature', '乐至县劳动镇人民政府\n2023年1月19日', {}],
    ['the site', '发布机构:乐至县人民政府办公室', {}],
    ['the government it works under', '在乐至县人民政府的领导下,各项工作照常。', {}],
    ['where the page says it stands', '当前位置:首页>乐至县>劳动镇', {}],
    ['the host', '', { url: 'http://www.lezhi.gov.cn/a/b.html' }],
    ['sources.csv', '', { code: '512022110' }],
  ])('%s tells towns of one name apart', (_, line, about) => {
    expect(alone(`${titled('劳动镇')}\n${line}\n一、总体情况\n`, about)).toMatchObject({
      agency_id: '512022110-laodongzhen',
      division_code: '512022110',
      level: 'township',
      findings: [],
    })
  })

  test.each(['四川省/乐至县/年报.txt', 'sichuan/lezhixian-laodongzhen/2022.txt'])(
    'so does the path %s',
    (path) => {
      expect(settled(claim(path, titled('劳动镇')))[0]?.division_code).toBe('512022110')
    },
  )

  test('nothing else does: it stays ambiguous, and says among which', () => {
    const found = alone(titled('劳动镇'))
    expect(found.division_code).toBe('')
    expect(codesOf(found)).toContain('512022110')
    expect(codesOf(found).length).toBeGreaterThan(2)
    expect(found.findings).toMatchObject([{ code: 'division_ambiguous' }])
    expect(found.findings[0]?.found).toContain('512022110 四川省资阳市乐至县劳动镇')
  })

  test('the host of the city above narrows, a mirror says nothing', () => {
    const host = (url: string) => codesOf(alone(titled('劳动镇'), { url }))
    expect(host('https://www.ziyang.gov.cn/x')).toEqual(['512022110'])
    expect(host('https://lezhi.example.com/x')).toEqual(codesOf(alone(titled('劳动镇'))))
  })

  test('a body that every place has is joined with no other', () => {
    const [one, other] = settled(claim('a.txt', titled('教育局')), claim('b.txt', titled('教育局')))
    expect(one?.agency_id).not.toBe(other?.agency_id)
    expect(one?.findings).toMatchObject([{ code: 'division_unknown' }])
  })

  test('a place in no list is not known, and the name alone tells the agency', () => {
    const found = alone(titled('云梦省虚构市甲区教育局'))
    expect(found).toMatchObject({ division_code: '', level: 'county', findings: [] })
    expect(Object.values(found.chain).join('')).toBe('')
    expect(alone(titled('云梦省虚构市甲区教育局', 2021)).agency_id).toBe(found.agency_id)
  })

  test('a place in no list within one that is, is known as far as that', () => {
    expect(alone(titled('乐至县云岭镇人民政府'))).toMatchObject({
      division_code: '',
      level: 'township',
      chain: { province: '四川省', city: '资阳市', county: '乐至县', township: '' },
    })
  })
})

describe('one bare name in two divisions', () => {
  const [sichuan, heilongjiang] = [
    claim('a.txt', `${titled('劳动镇')}\n地址:四川省乐至县劳动镇\n`),
    claim('b.txt', `${titled('劳动镇')}\n地址:黑龙江省青冈县劳动镇\n`),
  ] as const
  test('is two agencies', () => {
    const ids = settled(sichuan, heilongjiang).map(({ agency_id }) => agency_id)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('other files of the folder', () => {
  const bare = claim('x/a.txt', titled('劳动镇'))
  const sibling = claim('x/b.txt', titled('乐至县民政局'))

  test('tell where a body is, and say so; its id stays', () => {
    const [found] = settled(bare, sibling)
    expect(found).toMatchObject({
      division_code: '512022110',
      name: '乐至县劳动镇',
      chain: { province: '四川省', county: '乐至县', township: '劳动镇' },
    })
    expect(found?.told.map(({ kind }) => kind)).toContain('siblings')
    expect(found?.findings).toMatchObject([{ code: 'division_by_siblings' }])
    expect(found?.agency_id).toBe(settled(bare)[0]?.agency_id)
  })

  test('of places far apart, or in another folder, tell nothing', () => {
    for (const others of [
      [sibling, claim('x/c.txt', titled('望奎县民政局'))],
      [claim('y/b.txt', titled('乐至县民政局'))],
    ])
      expect(settled(bare, ...others)[0]?.findings).toMatchObject([{ code: 'division_ambiguous' }])
  })
})

describe('the registry', () => {
  const row = (about: Partial<RegistryRow> & { agency_id: string; name: string }): RegistryRow => ({
    division_code: '',
    level: 'county',
    type: 'department',
    parent_id: '',
    same_as: '',
    merged_into: '',
    since: '',
    until: '',
    note: '',
    source: '',
    ...about,
  })
  const registry = (...rows: RegistryRow[]): Registry => new Map(rows.map((one) => [one.agency_id, one]))
  const under = (rows: RegistryRow[], opening: string) =>
    settle([claim('a.txt', opening)], new RegisteredAgencies(registry(...rows)))[0] as Settled

  test('an agency keeps the id it has there, however ids are made today', () => {
    const kept = row({ agency_id: 'old-address', name: '乐至县教育局', division_code: '512022' })
    expect(under([kept], titled('乐至县教育局'))).toMatchObject({ agency_id: 'old-address', row: kept })
    expect(under([kept], titled('乐至县民政局')).agency_id).toBe('512022-lezhixian-minzhengju')
  })

  test('another name leads to the agency whose it is', () => {
    const main = row({
      agency_id: '512022-lezhixian-ziranziyuanju',
      name: '乐至县自然资源局',
      division_code: '512022',
    })
    const earlier = row({
      agency_id: '512022-lezhixian-guotuziyuanju',
      name: '乐至县国土资源局',
      division_code: '512022',
      same_as: main.agency_id,
    })
    const found = under([main, earlier], titled('乐至县国土资源局', 2017))
    expect(found).toMatchObject({ agency_id: main.agency_id, name: '乐至县自然资源局' })
  })
})

describe('whatever else is read', () => {
  const bodies = [
    '',
    '人民政府',
    '教育局',
    '水务局',
    '税务局',
    '民政局',
    '人民政府办公室',
    '施政局',
    '市政局',
  ]
  const all = divisions()
    .all()
    .filter(({ until }) => until === '')
  const aPlace = fc.oneof(
    fc.constantFrom(...all),
    fc.constantFrom(...['劳动镇', '长征街道', '城关镇', '朝阳区'].flatMap((name) => divisions().named(name))),
  )
  const aClaim = fc
    .record({
      place: aPlace,
      far: fc.constantFrom(0, 1, 2, 3),
      body: fc.constantFrom(...bodies),
      year: fc.integer({ min: 2019, max: 2024 }),
      folder: fc.constantFrom('x', 'y', 'x/z'),
      bare: fc.boolean(),
    })
    .map(({ place, far, body, year, folder, bare }) => {
      const above = Object.values(chainOf(place)).filter((name) => name !== '' && name !== place.name)
      const name = bare ? body : [...above.slice(0, far), place.name, body].join('')
      return { folder, opening: titled(name, year) }
    })

  test('the id of an agency is the same', () => {
    fc.assert(
      fc.property(
        fc.array(aClaim, { minLength: 1, maxLength: 12 }).chain((made) => {
          const claims = made.map(({ folder, opening }, i) => claim(`${folder}/${i}.txt`, opening))
          return fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: 1 }))
        }),
        ([claims, some]) => {
          const ids = new Map(
            settled(...claims).map(({ agency_id }, i) => [claims[i]?.source.path, agency_id]),
          )
          for (const [i, { agency_id }] of settled(...some).entries())
            expect([some[i]?.source.path, agency_id]).toEqual([
              some[i]?.source.path,
              ids.get(some[i]?.source.path),
            ])
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('every name of a township or a county', () => {
  const known = divisions()
    .all()
    .filter(({ level, until }) => (level === 'township' || level === 'county') && until === '')
  const found = settle(
    known.map(({ code, name }): Claim => {
      const { type: agency_type, level: agency_level } = kindOf(name)
      const source = { path: `${code}.txt`, sha256: code }
      return {
        agency_name: name,
        agency_type,
        agency_level,
        division_code: '',
        year: 2023,
        evidence: [],
        source,
      }
    }),
    new RegisteredAgencies(noRegistry),
  )
  const issuesOf = ({ findings }: Settled) => findings.map(({ code }) => code)
  const isOpen = (one: Settled, code: string) =>
    one.division_code === '' &&
    (issuesOf(one).includes('division_unknown') ||
      (issuesOf(one).includes('division_ambiguous') && codesOf(one).includes(code)))
  /** 莎车县园艺场 may be read as a body of 莎车县. */
  const isAbove = (one: Settled, division: Division) =>
    above(division).some(({ code }) => code === one.division_code)
  const ordinary = /(?:街道|镇|乡|苏木|[市县区旗])$/

  test('is its place, or open among places with it, never another', () => {
    expect(known.length).toBeGreaterThanOrEqual(44_201)
    const wrong = known.filter((division, i) => {
      const one = found[i] as Settled
      return one.division_code !== division.code && !isOpen(one, division.code) && !isAbove(one, division)
    })
    expect(wrong.map(({ code, name }) => `${code} ${name}`)).toEqual([])
  })

  test('is not left open for no reason', () => {
    const names = Map.groupBy(known, ({ name }) => plainName(name))
    const open = known.filter((division, i) => {
      const alone = names.get(plainName(division.name))?.length === 1
      return (
        alone &&
        ordinary.test(division.name) &&
        found[i]?.division_code === '' &&
        !isCommon(plainName(division.name))
      )
    })
    // Some share their name with what was there before, or are also a short form of another.
    expect(open.length).toBeLessThan(known.length / 100)
  })
})
