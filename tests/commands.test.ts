import { spawn } from 'node:child_process'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Atlas, loadAtlas, loadReport } from '../src/dataset/load.ts'
import type { FileReading } from '../src/dataset/report.ts'
import { form } from '../src/model/form.ts'
import type { Issue } from '../src/model/issue.ts'

// Each test starts processes, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..')
const casesDir = join(import.meta.dirname, 'cases')
let folder: string
let raw: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-test-'))
  raw = join(folder, 'raw')
  await mkdir(raw)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
/** Runs one of the commands as npm does. */
function run(command: 'ingest' | 'dataset' | 'build' | 'inspect', ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', `${command}.ts`), ...args], { cwd: folder })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}
const outputs = (name = '') => [
  '--normalized',
  join(folder, `n${name}`),
  '--dataset',
  join(folder, `d${name}`),
]
const ingestRaw = (...args: string[]) =>
  run('ingest', '--raw', raw, '--normalized', join(folder, 'n'), ...args)
const put = (name: string, content: string | Uint8Array) => writeFile(join(raw, name), content)
const putCase = (name: string, file: string, ext = 'txt') =>
  cp(join(casesDir, name, `input.${ext}`), join(raw, file))
const atlas = async (): Promise<Atlas> => loadAtlas(join(folder, 'n'))
const issues = async (): Promise<Issue[]> => {
  const { reports, unread } = await atlas()
  return [...unread, ...reports.flatMap((report) => loadReport(report.report_id, join(folder, 'n')).issues)]
}
const codesOf = async (path: string) =>
  (await issues()).filter((issue) => issue.source_path === path).map((issue) => issue.code)

/** Every file below a folder with its bytes. */
async function contents(of: string): Promise<Record<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const pairs = await Promise.all(
    files
      .sort()
      .map(async (file) => [relative(of, file), (await readFile(file)).toString('base64')] as const),
  )
  return Object.fromEntries(pairs)
}

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
      'path,url,retrieved_on,agency,year,division_code,scope\na.txt,https://example.org/a,2024-02-01,云梦省虚构市某局,2021,990101,aggregate\n',
    )
    expect((await ingestRaw()).code).toBe(0)
    expect((await atlas()).reports[0]).toMatchObject({
      agency_name: '云梦省虚构市某局',
      year: 2021,
      division_code: '990101',
      scope: 'aggregate',
      source: { url: 'https://example.org/a', retrieved_on: '2024-02-01' },
    })
  })
})

describe('wrong usage ends with 2 and one clear line', () => {
  const wrong = async (args: string[], says: RegExp) => {
    const { code, out, err } = await run('dataset', ...args)
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    expect(err).toMatch(says)
  }

  test('a folder that does not exist', () =>
    wrong(['--raw', join(folder, 'nowhere'), ...outputs()], /nowhere.*does not exist/))
  test('a file given as folder', async () => {
    await put('a.txt', '公开')
    await wrong(['--raw', join(raw, 'a.txt'), ...outputs()], /a\.txt is not a folder/)
  })
  test('an unknown flag', () => wrong(['--rwa', raw], /--rwa/))
  test('a stray argument', () => wrong(['here'], /here/))
  test.each(['0', '-1', 'two', '1.5', ''])('--jobs %j', (jobs) =>
    wrong(['--raw', raw, `--jobs=${jobs}`, ...outputs()], /--jobs/),
  )
  test('a flag without its value', () => wrong(['--raw'], /--raw/))
  test('an output inside the input', () =>
    wrong(['--raw', raw, '--normalized', join(raw, 'n'), '--dataset', join(folder, 'd')], /overlap/))
  test('an input inside an output', () =>
    wrong(['--raw', raw, '--normalized', join(folder, 'n'), '--dataset', folder], /overlap/))
  test('the same output twice', () =>
    wrong(['--raw', raw, '--normalized', join(folder, 'x'), '--dataset', join(folder, 'x')], /overlap/))
  test('an output behind a symbolic link into the input', async () => {
    await symlink(raw, join(folder, 'link'))
    await wrong(
      ['--raw', raw, '--normalized', join(folder, 'link', 'n'), '--dataset', join(folder, 'd')],
      /overlap/,
    )
    expect(await readdir(raw)).toEqual([])
  })
  test('an output that is a file', async () => {
    await writeFile(join(folder, 'n'), 'mine')
    await wrong(['--raw', raw, ...outputs()], /n is not a folder/)
    expect(await readFile(join(folder, 'n'), 'utf8')).toBe('mine')
  })
  test('an output with foreign content, which stays as it is', async () => {
    await mkdir(join(folder, 'd'))
    await writeFile(join(folder, 'd', 'thesis.txt'), 'mine')
    await wrong(['--raw', raw, '--quiet', ...outputs()], /not written by this program/)
    expect(await contents(join(folder, 'd'))).toEqual({
      'thesis.txt': Buffer.from('mine').toString('base64'),
    })
  })
  test('an output that no one can write', () =>
    wrong(['--raw', raw, '--normalized', join(folder, 'n'), '--dataset', '/proc/x'], /cannot be written/))
  test('an output below a file', async () => {
    await put('a.txt', '公开')
    const below = join(raw, '..', 'file', 'n')
    await writeFile(join(folder, 'file'), '')
    await wrong(['--raw', raw, '--normalized', below, '--dataset', join(folder, 'd')], /cannot be written/)
  })
  test('a broken sources.csv, with its line', async () => {
    await writeFile(join(folder, 'sources.csv'), 'path,year\na.txt,soon\n')
    await wrong(['--raw', raw, ...outputs()], /sources\.csv, line 2.*year/)
  })
})

describe('inspect', () => {
  const file = () => join(raw, '2023', 'a.txt')
  beforeEach(async () => {
    await mkdir(join(raw, '2023'))
    await cp(join(casesDir, 'pipe-rows', 'input.txt'), file())
  })

  test('shows a file as text without colours where there is no terminal, or as one JSON object', async () => {
    const { code, out, err } = await run('inspect', file())
    expect([code, err]).toEqual([0, ''])
    for (const { zh } of Object.values(form)) expect(out).toContain(zh)
    expect(out).not.toContain('\u001b')
    const json = await run('inspect', file(), '--json')
    const [reading] = JSON.parse(json.out).readings
    expect([json.code, reading.source.path, reading.report.status]).toEqual([0, 'a.txt', 'complete'])
  })

  test('heeds sources.csv for a file of the raw folder, and only then', async () => {
    const line = '2023/a.txt,https://example.org/a,2024-02-01,云梦省虚构市某局,2021,,\n'
    await writeFile(
      join(folder, 'sources.csv'),
      `path,url,retrieved_on,agency,year,division_code,scope\n${line}`,
    )
    const inside = await run('inspect', file(), '--raw', raw)
    expect(inside.out).toContain('云梦省虚构市某局')
    expect(inside.out).toContain('https://example.org/a')
    expect((await run('inspect', file())).out).not.toContain('某局')
  })

  test('lists the files of an archive and shows each, or the one asked for', async () => {
    const text = await readFile(file())
    await put('some.zip', zipSync({ 'x/one.txt': text, 'two.txt': strToU8('') }))
    const archive = join(raw, 'some.zip')
    const all = await run('inspect', archive)
    expect(all.out).toMatch(/^2 files in the archive:\n.*two\.txt/)
    for (const said of ['some.zip/x/one.txt', 'file_empty']) expect(all.out).toContain(said)
    const one = await run('inspect', archive, '--member', 'x/one.txt', '--json')
    expect(JSON.parse(one.out).readings.map((reading: FileReading) => reading.source.path)).toEqual([
      'some.zip/x/one.txt',
    ])
  })

  test('says why a file cannot be read, which is no error of the command', async () => {
    await put('empty.txt', '')
    const { code, out } = await run('inspect', join(raw, 'empty.txt'))
    expect([code, out.includes('The file is empty.')]).toEqual([0, true])
  })

  test.each<[string, () => string[], RegExp]>([
    ['a file that does not exist', () => [join(raw, 'none.txt')], /there is no file .*none\.txt/],
    ['a folder', () => [raw], /is not a file/],
    ['no file', () => [], /takes one FILE/],
    ['two files', () => [file(), file()], /takes one FILE/],
    ['a file that the archive does not have', () => [file(), '--member', 'x.txt'], /there is no x\.txt in/],
  ])('%s is wrong usage', async (_, args, says) => {
    const { code, out, err } = await run('inspect', ...args())
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    expect(err).toMatch(says)
  })
})

describe('flags', () => {
  test('--help says what the command does, its flags and exit codes', async () => {
    for (const command of ['ingest', 'dataset', 'build'] as const) {
      const { code, out, err } = await run(command, '--help')
      expect([code, err]).toEqual([0, ''])
      for (const flag of ['--raw DIR', '--jobs N', '--strict', 'Exit codes']) expect(out).toContain(flag)
    }
  })

  test('--strict ends with 1 when a file could not be read, and writes all the same', async () => {
    await put('bad.txt', '')
    await putCase('pipe-rows', 'good.txt')
    expect((await ingestRaw('--strict')).code).toBe(1)
    expect((await atlas()).reports).toHaveLength(1)
    await rm(join(raw, 'bad.txt'))
    expect((await ingestRaw('--strict')).code).toBe(0)
  })

  test('--quiet prints nothing', async () => {
    await putCase('pipe-rows', 'good.txt')
    expect(await ingestRaw('--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  test('results go to stdout and progress to stderr', async () => {
    await putCase('pipe-rows', 'good.txt')
    const { out, err } = await ingestRaw()
    expect(out).toMatch(/^1 files: 1 reports \(1 complete/)
    expect(err).toMatch(/1 of 1/)
  })
})

describe('what is written', () => {
  test('is the same in every run, with one job or two, and the input is left alone', async () => {
    for (const entry of await readdir(casesDir, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue
      const [input] = (await readdir(join(casesDir, entry.name))).filter((name) => name.startsWith('input.'))
      await cp(join(casesDir, entry.name, input as string), join(raw, `${entry.name}-${input}`))
    }
    await put('empty.txt', '')
    const before = await contents(raw)
    for (const [name, jobs] of [
      ['1', '1'],
      ['2', '1'],
      ['3', '2'],
    ] as const) {
      const { code } = await run('dataset', '--raw', raw, '--jobs', jobs, ...outputs(name))
      expect(code).toBe(0)
    }
    const [first, again, parallel] = await Promise.all(
      ['1', '2', '3'].map(async (n) => [
        await contents(join(folder, `n${n}`)),
        await contents(join(folder, `d${n}`)),
      ]),
    )
    expect(again).toEqual(first)
    expect(parallel).toEqual(first)
    expect(await contents(raw)).toEqual(before)
  })

  test('takes the place of an earlier result whole, with nothing left beside it', async () => {
    await putCase('pipe-rows', 'a.txt')
    await run('dataset', '--raw', raw, ...outputs())
    await rm(join(raw, 'a.txt'))
    await putCase('cell-pipe-stream', 'b.txt')
    expect((await run('dataset', '--raw', raw, ...outputs())).code).toBe(0)
    expect(
      Object.keys(await contents(join(folder, 'd'))).filter((path) => path.startsWith('cells/')),
    ).toEqual(['cells/2022.csv', 'cells/2022.parquet'])
    expect((await readdir(folder)).sort()).toEqual(['d', 'n', 'raw'])
  })
})
