import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FileReading } from '../src/dataset/report.ts'
import { form } from '../src/model/form.ts'
import { casesDir, folder, put, raw, run } from './commandFolder.ts'

describe('inspect', () => {
  const file = () => join(raw, '2023', 'a.txt')
  beforeEach(async () => {
    await mkdir(join(raw, '2023'))
    await cp(join(casesDir, 'pipe-rows', 'input.txt'), file())
  })

  test('shows a file as text without colours where there is no terminal, or as one JSON object', async () => {
    const { code, out, err } = await run('inspect', file(), '--raw', raw)
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
    const outside = await run('inspect', file())
    expect(outside.out).not.toContain('某局')
    expect(outside.err).toMatch(/a\.txt is not in data\/raw.*--raw DIR/)
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
