import { chmod, cp, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import {
  atlas,
  casesDir,
  codesOf,
  contents,
  folder,
  ingestRaw,
  issues,
  outputs,
  put,
  putCase,
  raw,
  run,
} from './commandFolder.ts'

describe('files that are no report', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'file_empty'],
    ['white space', ' \n\n', 'file_empty'],
    ['a PDF named .txt', '%PDF-1.7\n公开', 'pdf_damaged'],
    ['NUL bytes', Uint8Array.from([0x41, 0, 0, 0x42]), 'file_binary'],
    ['a text without tables, agency or year', '今天天气很好，公开透明。\n', 'no_report'],
    ['a page of scripts', '<html><script>while(1){}</script><body></body></html>', 'no_report'],
  ])('%s is an issue, and the others are read', async (_, content, code) => {
    await put('bad.txt', content)
    await putCase('pipe-rows', 'good.txt')
    const { code: exit, out, err } = await ingestRaw()
    expect([exit, err.includes('internal failure')]).toEqual([0, false])
    expect(out).toMatch(/^2 files: 1 reports/)
    expect(await codesOf('bad.txt')).toEqual([code])
    expect((await atlas()).reports.map((report) => report.source.path)).toEqual(['good.txt'])
  })

  test('a report without tables is recorded as unreadable', async () => {
    await put('prose.txt', '云梦省虚构市甲区教育局2022年政府信息公开工作年度报告\n一、总体情况\n照常。\n')
    expect((await ingestRaw()).code).toBe(0)
    const [report] = (await atlas()).reports
    expect([report?.status, report?.agency_name, report?.year]).toEqual([
      'unreadable',
      '云梦省虚构市甲区教育局',
      2022,
    ])
    expect(await codesOf('prose.txt')).toEqual(['table_missing', 'table_missing', 'table_missing'])
  })

  test('a file of 50 MB is not read, and named', async () => {
    await put('huge.txt', '')
    await truncate(join(raw, 'huge.txt'), 50 * 1024 * 1024)
    await putCase('pipe-rows', 'good.txt')
    expect((await ingestRaw()).code).toBe(0)
    const [issue] = (await issues()).filter((one) => one.source_path === 'huge.txt')
    expect([issue?.code, issue?.found]).toEqual(['file_too_large', String(50 * 1024 * 1024)])
  })

  test('a file that may not be read is an issue', async () => {
    await putCase('pipe-rows', 'secret.txt')
    await chmod(join(raw, 'secret.txt'), 0)
    expect((await ingestRaw()).code).toBe(0)
    // The administrator may read everything.
    if (process.getuid?.() !== 0) expect(await codesOf('secret.txt')).toEqual(['file_unreadable'])
    else expect((await atlas()).files).toEqual({ found: 1, reports: 1 })
  })

  test('an empty folder gives an empty dataset', async () => {
    const { code, out } = await run('dataset', '--raw', raw, ...outputs())
    expect([code, out.startsWith('0 files: 0 reports')]).toEqual([0, true])
    expect((await readFile(join(folder, 'd', 'reports.csv'), 'utf8')).split('\n')).toHaveLength(2)
  })

  test('markup of a page never becomes data', async () => {
    await putCase('html-hostile', 'page.html', 'html')
    expect((await run('dataset', '--raw', raw, ...outputs())).code).toBe(0)
    for (const [path, content] of Object.entries(await contents(join(folder, 'd')))) {
      const text = Buffer.from(content, 'base64').toString()
      expect([path, /onerror|999999|888888|777777|document\.write/.test(text)]).toEqual([path, false])
    }
  })
})

describe('which file counts', () => {
  test('of two for the same agency and year one does, and the other says which', async () => {
    await putCase('pipe-rows', 'b.txt')
    await putCase('pipe-rows', 'a.txt')
    expect((await run('dataset', '--raw', raw, ...outputs())).code).toBe(0)
    const { reports } = await atlas()
    expect(reports.map(({ source, status }) => [source.path, status]).sort()).toEqual([
      ['a.txt', 'complete'],
      ['b.txt', 'superseded'],
    ])
    const [issue] = (await issues()).filter((one) => one.code === 'superseded_same')
    expect([issue?.source_path, issue?.expected]).toEqual(['b.txt', 'a.txt'])
    const rates = await readFile(join(folder, 'd', 'zero_activity.csv'), 'utf8')
    expect(rates).toContain('2023,all,all,1,1,0,0,')
  })

  test('symbolic links are not followed', async () => {
    const outside = join(folder, 'outside')
    await mkdir(outside)
    await cp(join(casesDir, 'pipe-rows', 'input.txt'), join(outside, 'one.txt'))
    await symlink(outside, join(raw, 'folder'))
    await symlink(join(outside, 'one.txt'), join(raw, 'link.txt'))
    await symlink(raw, join(raw, 'loop'))
    await putCase('cell-pipe-stream', 'own.txt')
    expect((await ingestRaw()).code).toBe(0)
    expect((await atlas()).reports.map((report) => report.source.path)).toEqual(['own.txt'])
  })

  test('names with spaces, quotes, commas and Chinese are kept', async () => {
    const names = [
      '一份 报告.txt',
      `it's "quoted", isn't it.txt`,
      '[brackets] {braces} (1)!.txt',
      '深/层/文件.txt',
    ]
    await mkdir(join(raw, '深', '层'), { recursive: true })
    const sources = ['pipe-rows', 'cell-pipe-stream', 'one-cell-a-line', 'tab-rows-ragged-2019']
    for (const [i, name] of names.entries()) await putCase(sources[i] as string, name)
    expect((await run('dataset', '--raw', raw, ...outputs())).code).toBe(0)
    expect((await atlas()).reports.map((report) => report.source.path).sort()).toEqual([...names].sort())
    const csv = await readFile(join(folder, 'd', 'reports.csv'), 'utf8')
    expect(csv).toContain(`"it's ""quoted"", isn't it.txt"`)
  })

  test('sources.csv beside the folder outranks what a file says', async () => {
    await putCase('pipe-rows', 'a.txt')
    await writeFile(
      join(folder, 'sources.csv'),
      'path,url,retrieved_on,agency,year,division_code,scope,note\na.txt,https://example.org/a,2024-02-01,云梦省虚构市某局,2021,990101,aggregate,虚构的一份\n',
    )
    expect((await ingestRaw()).code).toBe(0)
    expect((await atlas()).reports[0]).toMatchObject({
      agency_name: '云梦省虚构市某局',
      year: 2021,
      division_code: '990101',
      scope: 'aggregate',
      source: { url: 'https://example.org/a', retrieved_on: '2024-02-01', note: '虚构的一份' },
    })
  })
})
