import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import {
  atlas,
  casesDir,
  contents,
  folder,
  ingestRaw,
  outputs,
  put,
  putCase,
  raw,
  run,
} from './commandFolder.ts'

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

describe('a port that another program listens at', () => {
  test.each(['start', 'preview'] as const)('is refused by %s before anything is done', async (command) => {
    const other = createServer().listen(0, 'localhost')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await put('a.txt', '公开')
    await mkdir(join(folder, 's'))
    await writeFile(join(folder, 's', 'index.html'), '')
    const args = command === 'start' ? ['--raw', raw, ...outputs()] : []
    const { code, out, err } = await run(
      command,
      ...args,
      '--site',
      join(folder, 's'),
      '--port',
      String(port),
    )
    other.close()
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(
      new RegExp(`^${command}: --port ${port} on localhost: another program listens there\\n$`),
    )
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
    const said = { code: 1, out: '', err: '--strict: not read: bad.txt\n' }
    expect(await ingestRaw('--strict', '--quiet')).toEqual(said)
    await rm(join(raw, 'bad.txt'))
    expect((await ingestRaw('--strict', '--quiet')).code).toBe(0)
  })

  test('at the end it says where the results are, and which lists beside the reports are missing', async () => {
    await putCase('pipe-rows', 'good.txt')
    const lists = /sources\.csv: no report has an address .*\n.*agencies\.csv lacks: 1 /
    expect((await ingestRaw()).err).toMatch(lists)
    await writeFile(join(folder, 'sources.csv'), 'path,url\n')
    const { err } = await ingestRaw()
    expect(err).toContain(`written: ${join(folder, 'n')}`)
    expect(err).not.toContain('sources.csv')
  })

  test('of a site that was there it says where it shows what is new', async () => {
    const places = [
      '--site',
      join(folder, 's'),
      '--cache',
      join(folder, 'c'),
      '--releases',
      join(folder, 'r'),
    ]
    const build = async () => (await run('build', '--raw', raw, ...outputs(), ...places)).err
    const said = /^reports that the site has new or changed \(.*\):\n((?: {2}.*\n)+)/m
    await putCase('pipe-rows', 'a.txt')
    expect(await build()).not.toMatch(said)
    expect(await build()).not.toMatch(said)
    await putCase('cell-pipe-stream', 'b.txt')
    const [, lines] = said.exec(await build()) ?? []
    const { reports } = await atlas()
    const added = reports.find(({ source }) => source.path === 'b.txt')
    expect(lines).toContain(`  agencies/${added?.agency_id}/#y2022  ${added?.agency_name}, 2022\n`)
    const page = await readFile(join(folder, 's/agencies', String(added?.agency_id), 'index.html'), 'utf8')
    expect(page).toMatch(/ id="?y2022["> ]/)
    // One that does not count, and one without a year, are on no year of a profile.
    await putCase('pipe-rows', 'c.txt')
    await putCase('no-title', 'd.txt')
    const text = await readFile(join(raw, 'd.txt'), 'utf8')
    await put('d.txt', text.replace(/[0-9〇一二三四五六七八九]{4}(?=年)/g, '本'))
    const [, more] = said.exec(await build()) ?? []
    const now = (await atlas()).reports
    const [ofC, ofD] = ['c.txt', 'd.txt'].map((path) => now.find(({ source }) => source.path === path))
    expect([ofC?.status, ofD?.year]).toEqual(['superseded', null])
    for (const report of [ofC, ofD]) {
      expect(more).toContain(`  sources/${report?.report_id}/  `)
      expect(await readdir(join(folder, 's/sources'))).toContain(report?.report_id)
    }
  })

  test('what was begun is finished when nobody listens any more', async () => {
    await putCase('pipe-rows', 'good.txt')
    const script = join(import.meta.dirname, '../scripts/dataset.ts')
    const child = spawn(process.execPath, [script, '--raw', raw, ...outputs()], { cwd: folder })
    child.stdout.destroy()
    child.stderr.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(await readdir(join(folder, 'd'))).toContain('datapackage.json')
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
