import { describe, expect, test } from 'vitest'
import { assemble } from '../../dataset/assemble.ts'
import { readReport } from '../../dataset/report.ts'
import { accept, NotProposed } from './accept.ts'
import { proposals } from './proposals.ts'
import { noRegistry, parseRegistry, type Registry, RegistryError, toRegistryCsv } from './registry.ts'
import { showProposals } from './show.ts'

const head = 'agency_id,name,division_code,level,type,parent_id,same_as,merged_into,since,until,note,source'
const line = (id: string, about: { same_as?: string; merged_into?: string; code?: string } = {}) =>
  `${id},某局,${about.code ?? ''},county,department,,${about.same_as ?? ''},${about.merged_into ?? ''},,,,`

describe('parseRegistry', () => {
  test('reads what toRegistryCsv writes, sorted by id', () => {
    const csv = [head, line('b', { same_as: 'a' }), line('a', { code: '512022' })].join('\n')
    const written = toRegistryCsv(parseRegistry(csv).values())
    expect(written.split('\n').slice(0, 3)).toEqual([
      head,
      line('a', { code: '512022' }),
      line('b', { same_as: 'a' }),
    ])
    expect(toRegistryCsv(parseRegistry(written).values())).toBe(written)
  })

  test.each([
    [line('A b'), /line 2, agency_id/],
    [line('a', { code: '51' }), /line 2, division_code/],
    [line('a').replace('county', 'village'), /line 2, level/],
    [`${line('a')}\n${line('a')}`, /line 3: a is listed twice/],
    [line('a', { same_as: 'a' }), /a, same_as/],
    [line('a', { same_as: 'b' }), /a, same_as: b/],
    [`${line('a', { same_as: 'b' })}\n${line('b', { same_as: 'c' })}\n${line('c')}`, /a, same_as: b/],
    [line('a', { merged_into: 'b' }), /a, merged_into: b/],
  ])('refuses %j', (csv, says) => {
    expect(() => parseRegistry(`${head}\n${csv}`)).toThrow(RegistryError)
    expect(() => parseRegistry(`${head}\n${csv}`)).toThrow(says)
  })
})

const report = (agency: string, year: number, more = '') =>
  `${agency}${year}年政府信息公开工作年度报告\n${more}\n一、总体情况\n照常。\n`

async function read(files: Readonly<Record<string, string>>, registry: Registry = noRegistry) {
  const readings = await Promise.all(
    Object.entries(files).map(([path, text]) => readReport(path, Buffer.from(text))),
  )
  const { atlas, reports } = assemble(readings, registry)
  return { agencies: atlas.agencies, reports }
}
const pairs = (found: ReturnType<typeof proposals>) =>
  found.identical.map(({ agency_id, same_as }) => `${agency_id}=${same_as}`)

describe('proposals', () => {
  test('new agencies, until they are accepted', async () => {
    const files = { 'a.txt': report('乐至县教育局', 2022), 'b.txt': report('乐至县民政局', 2022) }
    const proposed = proposals(await read(files), noRegistry)
    expect(proposed.added.map(({ name }) => name)).toEqual(['乐至县教育局', '乐至县民政局'])
    const registry = accept(noRegistry, proposed, ['all'])
    const after = proposals(await read(files, registry), registry)
    expect([after.added, after.open, after.identical]).toEqual([[], [], []])
    expect(showProposals(proposed, (text) => text).join('\n')).toContain('512022-lezhixian-jiaoyuju')
  })

  test.each([
    ['an abbreviation', '乐至县发改局', 2021, '乐至县发展和改革局', '512022-lezhixian-fazhanhegaigeju'],
    ['a reform', '乐至县国土资源局', 2018, '乐至县自然资源局', '512022-lezhixian-ziranziyuanju'],
    ['a division renamed', '密云县教育局', 2010, '密云区教育局', '110118-miyunqu-jiaoyuju'],
  ])('%s is probably the same agency, and is once it is accepted', async (_, earlier, year, later, id) => {
    const files = { 'a.txt': report(earlier, year), 'b.txt': report(later, 2022) }
    const before = await read(files)
    const proposed = proposals(before, noRegistry)
    expect(before.agencies).toHaveLength(2)
    const [pair = ''] = pairs(proposed)
    expect(pair.split('=')[1]).toBe(id)
    const registry = accept(noRegistry, proposed, [pair])
    const { agencies } = await read(files, parseRegistry(toRegistryCsv(registry.values())))
    expect(agencies).toMatchObject([{ agency_id: id, name: later, aliases: [earlier], first_year: year }])
    expect(agencies[0]?.former_ids).toEqual([pair.split('=')[0]])
  })

  test('so is a name in no list of divisions with the place above it and without', async () => {
    const files = { 'a.txt': report('虚构市丁县民政局', 2021), 'b.txt': report('丁县民政局', 2022) }
    expect(proposals(await read(files), noRegistry).identical).toMatchObject([
      { names: ['丁县民政局', '虚构市丁县民政局'] },
    ])
  })

  test('two bureaus of one year are not', async () => {
    const files = {
      'a.txt': report('乐至县教育局', 2022),
      'b.txt': report('乐至县民政局', 2022),
      'c.txt': report('安岳县教育局', 2021),
    }
    expect(pairs(proposals(await read(files), noRegistry))).toEqual([])
  })

  test('a body that its own file leaves open is shown with its places, and is never new', async () => {
    const proposed = proposals(await read({ 'x.txt': report('劳动镇', 2022) }), noRegistry)
    expect(proposed.added).toEqual([])
    expect(proposed.open).toMatchObject([{ name: '劳动镇', paths: ['x.txt'] }])
    expect(proposed.open[0]?.candidates.map(({ code }) => code)).toContain('512022110')
    expect(showProposals(proposed, (text) => text).join('\n')).toContain(
      '512022110  四川省资阳市乐至县劳动镇',
    )
  })

  test('it is probably the only one known of its name, or the one its folder tells', async () => {
    const files = { 'x.txt': report('劳动镇', 2022), 'y/a.txt': report('乐至县劳动镇', 2021) }
    const [pair = ''] = pairs(proposals(await read(files), noRegistry))
    expect(pair).toMatch(/^laodongzhen-[0-9a-f]{6}=512022110-laodongzhen$/)
    const folder = { 'x/a.txt': report('劳动镇', 2022), 'x/b.txt': report('乐至县教育局', 2022) }
    const proposed = proposals(await read(folder), noRegistry)
    const [byFolder = ''] = pairs(proposed)
    const registry = accept(noRegistry, proposed, [byFolder])
    const { agencies } = await read(folder, registry)
    expect(agencies.map(({ agency_id }) => agency_id)).toContain('512022110-laodongzhen')
  })

  test('an agency of the registry keeps its place when no report is from it', async () => {
    const files = { 'a.txt': report('乐至县教育局', 2022), 'b.txt': report('乐至县人民政府', 2022) }
    const registry = accept(noRegistry, proposals(await read(files), noRegistry), ['all'])
    const { agencies } = await read({ 'b.txt': files['b.txt'] }, registry)
    expect(agencies.find(({ name }) => name === '乐至县教育局')).toMatchObject({
      agency_id: '512022-lezhixian-jiaoyuju',
      county: '乐至县',
      parent_id: '512022-lezhixian',
      report_count: 0,
      first_year: null,
    })
  })

  test('nothing else is accepted', async () => {
    const proposed = proposals(await read({ 'a.txt': report('乐至县教育局', 2022) }), noRegistry)
    for (const one of ['x', 'x=y', '512022-lezhixian-jiaoyuju=y'])
      expect(() => accept(noRegistry, proposed, [one])).toThrow(NotProposed)
  })
})
