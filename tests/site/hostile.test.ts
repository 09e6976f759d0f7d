import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPage, builtPages, parse } from './addresses.ts'

const root = join(import.meta.dirname, '..', '..')
let folder: string
let pages: BuiltPage[]

const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'>{{3}}'
/** An invented report whose names, prose and cells carry markup, as text and as a page. */
const hostileText = [
  `虚构市${attack}某局2023年政府信息公开工作年度报告`,
  '',
  '一、总体情况',
  `2023年，虚构市某局收到申请${attack}。本报告统计时限为2023年1月1日至2023年12月31日。`,
  '第二十条第（一）项\t\t\t',
  '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
  `规章\t0\t${attack}\t0`,
  'javascript:alert(4)\t1\t2\t3',
].join('\n')
const hostilePage = `<!doctype html><title>虚构县某乡2023年政府信息公开工作年度报告&lt;script&gt;alert(5)&lt;/script&gt;</title>
<script>document.write('规章 9 9 9')</script><style>规章</style>
<p>虚构县某乡2023年政府信息公开工作年度报告</p><p onclick="alert(6)">${'<b>'.repeat(3000)}正文</p>
<table><tr><td>第二十条第（一）项</td></tr><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr>
<tr><td>规章<td>&lt;img src=x onerror=alert(7)&gt;<td>1<script>alert(8)</script><td>2</tr></table>`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-atlas-hostile-'))
  const raw = join(folder, 'raw')
  await mkdir(raw)
  await writeFile(join(raw, 'text.txt'), hostileText)
  await writeFile(join(raw, 'page.html'), hostilePage)
  await writeFile(join(raw, 'empty.txt'), '')
  await writeFile(join(raw, 'binary.txt'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))
  // The page prints 1 for what was repealed; the reason is given with markup.
  const correction = ['xugouxian-mouxiang-93c7b3-2023', 'disclosure.regulations.repealed', '1', '7', attack]
  const quoted = [...correction, '公告', '2025-12-30', '维护者'].map(
    (field) => `"${field.replaceAll('"', '""')}"`,
  )
  await writeFile(
    join(folder, 'corrections.csv'),
    `report,field,expected,corrected,reason,source,date,by\n${quoted.join()}\n`,
  )
  const names = ['raw', 'normalized', 'dataset', 'site']
  const folders = names.flatMap((name) => [`--${name}`, join(folder, name)])
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(name),
    ),
  )
  await promisify(execFile)(process.execPath, ['scripts/build.ts', ...folders, '--quiet'], {
    cwd: root,
    env: { ...env, GONGKAI_BASE: '/atlas/' },
  })
  pages = await builtPages(join(folder, 'site'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a site built from hostile and broken files', () => {
  it('is built, with an issue for each file that is no report', async () => {
    const issues = await readFile(join(folder, 'dataset', 'issues.csv'), 'utf8')
    expect(issues).toContain('empty.txt,coverage,error,file_empty')
    expect(issues).toContain('binary.txt,coverage,error,file_binary')
    expect(pages.length).toBeGreaterThan(20)
  })

  it('never lets markup of a source into a page', () => {
    const shown = pages.filter(({ html }) => html.includes('alert('))
    expect(shown.length).toBeGreaterThan(0)
    for (const { address, html } of pages) {
      const $ = parse(html)
      // A description of the dataset for search engines is data, and no script.
      const described = $('script[type="application/ld+json"]')
      expect($('script:not([src])').length, address).toBe(described.length)
      for (const data of described.toArray()) {
        expect($(data).text(), address).not.toContain('<')
        expect(() => JSON.parse($(data).text()), address).not.toThrow()
      }
      expect($('img').length, address).toBe(0)
      const active = $('*')
        .toArray()
        .flatMap((element) => Object.entries($(element).attr() ?? {}))
        .filter(([name, value]) => name.startsWith('on') || /^\s*javascript:/i.test(value))
      expect(active, address).toEqual([])
    }
  })

  it('takes nothing for data that a script would have written', async () => {
    const cells = await readFile(join(folder, 'dataset', 'cells', '2023.csv'), 'utf8')
    const regulations = cells
      .split('\n')
      .filter((line) => line.includes('mouxiang') && line.includes('.regulations.'))
    const kinds = regulations.map((line) => line.match(/number|unreadable|missing|blank/)?.[0])
    expect(kinds).toEqual(['number', 'unreadable', 'number'])
    expect(cells).not.toMatch(/,9,number/)
  })

  it('shows a correction before the first figure of the profile, and beside the cell', () => {
    const profile = pages.find(({ html }) => html.includes('更正为') && /<ins[^>]*>7</.test(html))
    const $ = parse(profile?.html ?? '')
    const [first, ...beside] = $('ins:contains("7")').toArray()
    expect($(first).parent().text()).toContain('印作 1')
    expect($(first).parent().text()).toContain(attack)
    expect($(first).closest('table').length).toBe(0)
    expect(beside.length).toBeGreaterThan(0)
  })

  it('works in a folder of the server', () => {
    for (const { address, html } of pages) {
      const $ = parse(html)
      for (const element of $('a[href^="/"], link[href^="/"], script[src]').toArray()) {
        const link = $(element).attr('href') ?? $(element).attr('src') ?? ''
        expect(link.startsWith('/atlas/'), `${address} → ${link}`).toBe(true)
      }
    }
  })
})
