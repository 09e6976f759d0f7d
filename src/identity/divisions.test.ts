import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fullForms } from './divisions/forms.ts'
import { type Division, divisions } from './divisions/load.ts'
import { chainOf, divisionOfCode, type Place, placeOf, resolveDivision } from './divisions.ts'

// Some go through all 45,000 names.
vi.setConfig({ testTimeout: 60_000 })

const known = divisions()
const isInForce = ({ until }: Division) => until === ''
const all = known.all()
const townships = all.filter(({ level }) => level === 'township')
const counties = all.filter((one) => one.level === 'county' && isInForce(one))

const codeOf = (place: Place): string => (place.status === 'resolved' ? place.division.code : place.status)
const codesOf = (place: Place): string[] => {
  if (place.status === 'ambiguous') return place.candidates.map(({ code }) => code)
  return place.status === 'resolved' ? [place.division.code] : []
}

/** How often a name is borne, of divisions in force and gone. */
const bearers = Map.groupBy(
  all.flatMap((one) => fullForms(one.name).map((form) => ({ form, one }))),
  ({ form }) => form,
)

/** Names among `some` that mean another division than they should, or leave the right one out. */
function misread(some: readonly Division[]): string[] {
  return some
    .filter((one) => {
      const codes = codesOf(resolveDivision(one.name))
      const [form = ''] = fullForms(one.name)
      const alone = bearers.get(form)?.length === 1
      return alone ? codes.length !== 1 || codes[0] !== one.code : !codes.includes(one.code)
    })
    .map(({ code, name }) => `${code} ${name}`)
}

describe('every name of the table', () => {
  test('there are as many as the statistics count', () => {
    expect(townships).toHaveLength(41_352)
    expect(counties.filter(({ code }) => !/7\d$|^23276|^632857/.test(code))).toHaveLength(2849)
  })

  test('the name of a township means it when no other bears it, else all that bear it', () => {
    expect(misread(townships)).toEqual([])
  })

  test('so does the name of a county, and of what is higher', () => {
    expect(misread(all.filter((one) => one.level !== 'township' && isInForce(one)))).toEqual([])
  })

  test('a name that several bear is ambiguous among all of them', () => {
    expect(codesOf(resolveDivision('城关镇'))).toHaveLength(88)
    expect(codesOf(resolveDivision('朝阳区'))).toEqual(['110105', '220104'])
  })

  test('behind the names of all that is above it, each name means the one division', () => {
    const wrong = [...townships, ...counties].filter((one) => {
      const { province, city, county } = chainOf(one)
      const above = [province, city, one.level === 'township' ? county : ''].filter((name) => name !== '')
      const codes = codesOf(resolveDivision([...above, one.name], { year: 2025 }))
      return codes.length !== 1 || codes[0] !== one.code
    })
    expect(wrong.map(({ code, name }) => `${code} ${name}`)).toEqual([])
  })

  test('a township behind its county is never another one', () => {
    const wrong = townships.filter((one) => {
      const place = resolveDivision([one.parent?.name ?? '', one.name])
      return !codesOf(place).includes(one.code)
    })
    expect(wrong.map(({ code, name }) => `${code} ${name}`)).toEqual([])
  })
})

describe('bodies of every county and prefecture', () => {
  test.each([
    '人民政府办公室',
    '公安局',
    '乡村振兴局',
    '城市管理局',
    '住房和城乡建设局',
    '市政园林局',
    '区域合作局',
  ])('%s', (body) => {
    const wrong = all
      .filter((one) => one.level !== 'township' && isInForce(one))
      .filter((one) => {
        const codes = codesOf(placeOf(one.name + body, []))
        const could = codesOf(resolveDivision(one.name))
        return !codes.includes(one.code) || codes.some((code) => !could.includes(code))
      })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('the office of a subdistrict is no name of its own', () => {
    expect(codesOf(placeOf('新华街道办事处', []))).toEqual(codesOf(placeOf('新华街道', [])))
  })

  test('a zone of a city is not the one of a county in it', () => {
    expect(codeOf(placeOf('衡水市经济开发区管理委员会', []))).toBe('131100')
    expect(codeOf(placeOf('献县经济开发区管理委员会', []))).toBe('130929401')
  })
})

describe('the place a body is of', () => {
  test.each([
    ['江岸区劳动街道', '420102009'],
    ['劳动街道', '420102009'],
    ['真源街道办事处', '411628001'],
    ['乐至县劳动镇', '512022110'],
    ['乐至劳动镇人民政府', '512022110'],
    ['梁园区长征街道办事处', '411402002'],
    ['梁园区人民政府长征街道办事处', '411402002'],
    ['前进区人力资源和社会保障局', '230804'],
    ['国家税务总局乐至县税务局', '512022'],
    ['国家统计局四川调查总队', '510000'],
    ['上海海关', '310000'],
    ['上海市市场监督管理局', '310000'],
    ['广西壮族自治区人民政府', '450000'],
    ['恩施州', '422800'],
    ['景东县', '530823'],
    ['阿拉善左旗', '152921'],
    ['锡林郭勒盟', '152500'],
    ['六枝特区', '520203'],
  ])('%s', (name, code) => {
    expect(codeOf(placeOf(name, []))).toBe(code)
  })

  test('the rest of the name is handed back', () => {
    expect(placeOf('前进区人力资源和社会保障局', [])).toMatchObject({ rest: '人力资源和社会保障局' })
  })

  test.each([
    ['a department alone', '公安局'],
    ['a county that is not listed', '云岭县教育局'],
    ['a town that is not listed', '乐至县云岭镇人民政府'],
    ['a district that its province does not have', '四川省朝阳区民政局'],
    ['a street that its district does not have', '前进区劳动街道办事处'],
    ['a corps that bears the name of a region', '新疆生产建设兵团'],
  ])('%s is unknown: %s', (_, name) => {
    expect(placeOf(name, []).status).toBe('unknown')
  })

  test.each([
    '城乡建设局',
    '城市管理局',
    '开发区管理委员会',
    '产业集聚区管委会',
    '市场监督管理局',
    '乡村振兴局',
  ])('of a body of the city, %s, the place is the city', (body) => {
    expect(codeOf(placeOf(`郑州市${body}`, []))).toBe('410100')
  })
})

describe('levels and what is above', () => {
  test.each([
    ['上海市', 'province'],
    ['吉林市', 'prefecture'],
    ['天门市', 'county'],
    ['乐至县', 'county'],
    ['锡林郭勒盟', 'prefecture'],
  ])('%s is a %s', (name, level) => {
    expect(resolveDivision(name)).toMatchObject({ division: { level } })
  })

  test.each([
    ['天门市', '湖北省//天门市/'],
    ['济源市', '河南省//济源市/'],
    ['石河子市', '新疆维吾尔自治区//石河子市/'],
    ['澄迈县', '海南省//澄迈县/'],
    ['武隆区', '重庆市//武隆区/'],
    ['城口县', '重庆市//城口县/'],
    ['东莞市长安镇', '广东省/东莞市//长安镇'],
    ['儋州市那大镇', '海南省/儋州市//那大镇'],
    ['嘉峪关市新城镇', '甘肃省/嘉峪关市//新城镇'],
  ])('%s', (name, chain) => {
    const place = resolveDivision(name, { year: 2024 })
    expect(place.status === 'resolved' && Object.values(chainOf(place.division)).join('/')).toBe(chain)
  })
})

describe('evidence', () => {
  test.each([
    ['the county in a text', '地址：四川省乐至县劳动镇正街'],
    ['the province', '四川省资阳市'],
    ['a credit code', '统一社会信用代码：11512022MB1A2B3C4D'],
    ['an index number', '索引号：512022-2022-00012'],
  ])('%s tells towns of one name apart', (_, text) => {
    expect(codeOf(placeOf('劳动镇', [text]))).toBe('512022110')
  })

  test.each([
    ['an area code', '联系电话：0451-12345678', '231223108'],
    ['a post code', '邮政编码：151500', '231223108'],
  ])('%s tells the province', (_, text, code) => {
    expect(codeOf(placeOf('劳动镇', [text]))).toBe(code)
  })

  test('a place that is only part of a longer word is none', () => {
    expect(placeOf('劳动镇', ['学习外地经验，赴乐至县考察']).status).toBe('ambiguous')
  })

  test('the bare word for a part of a town is none', () => {
    expect(placeOf('北街街道', ['在城区开展宣传']).status).toBe(placeOf('北街街道', []).status)
    expect(codeOf(placeOf('城区', ['晋城市城区'], 2023))).toBe('140502')
  })

  test('evidence that contradicts itself leaves it ambiguous', () => {
    expect(codesOf(placeOf('劳动镇', ['乐至县劳动镇', '望奎县劳动镇']))).toEqual(
      expect.arrayContaining(['512022110']),
    )
    expect(codesOf(placeOf('朝阳区', ['北京市', '长春市']))).toEqual(['110105', '220104'])
  })

  test('the year tells a unit from an earlier one of its name', () => {
    expect(placeOf('毕节市', []).status).toBe('ambiguous')
    expect(codeOf(placeOf('毕节市', [], 2022))).toBe('520500')
    expect(codeOf(placeOf('毕节市', [], 2009))).toBe('522401')
  })

  test('what was renamed keeps its old name, and points to what it is now', () => {
    expect(placeOf('密云县教育局', [], 2010)).toMatchObject({ division: { code: '110228', later: '110118' } })
    expect(divisionOfCode('522422')).toMatchObject({ name: '大方县', later: '520521' })
    expect(codeOf(placeOf('大方县', [], 2009))).toBe('520521')
  })

  const shared = [...bearers].filter(([, ones]) => ones.length > 1).map(([form]) => form)
  const texts = fc.oneof(
    fc.constantFrom(...all).map((one) => Object.values(chainOf(one)).join('')),
    fc.constantFrom(...counties).map(({ name }) => `地址：${name}`),
    fc.constantFrom(...counties).map(({ code }) => `索引号：${code}-2022`),
    fc.constantFrom('邮编：614000', '电话：0451-12345678', '邮编：100000'),
  )
  /** Texts about the places that bear a name, which speak for one and against another. */
  const about = fc.constantFrom(...shared).chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.array(
        fc.oneof(
          fc.constantFrom(...(bearers.get(name) ?? [])).chain(({ one }) => {
            const { province, city, county } = chainOf(one)
            return fc.constantFrom(
              province,
              city,
              county,
              `${province}${city}`,
              `索引号：${one.code.slice(0, 6)}-1`,
            )
          }),
          texts,
        ),
        { maxLength: 5 },
      ),
      fc.option(fc.integer({ min: 2008, max: 2025 })),
    ),
  )

  test('more of it never turns one division into another', () => {
    fc.assert(
      fc.property(about, texts, ([name, first, year], more) => {
        const before = placeOf(name, first)
        if (before.status !== 'resolved') return
        for (const after of [
          placeOf(name, [...first, more]),
          placeOf(name, [more, ...first]),
          placeOf(name, first, year),
        ]) {
          expect(codesOf(after)).toContain(before.division.code)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('any text is read without error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, some) => {
        expect(['resolved', 'ambiguous', 'unknown']).toContain(placeOf(name, some).status)
      }),
    )
  })
})
