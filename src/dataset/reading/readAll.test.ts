import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { IngestOptions } from '../ingest.ts'
import { readWhole } from '../whole.ts'
import type { ReadLimits } from './reader.ts'

// Each test starts processes, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const good = join(import.meta.dirname, '../../../tests/cases/pipe-rows/input.txt')
/** A page that takes long and much memory by its size, of which most rows are cut in the end. */
const heavyPage = (bytes: number): string => `<html><body><table>${'<tr><td>1'.repeat(bytes / 9)}`
/** Takes two seconds on a fast machine, and a gigabyte: on a busy one nobody looks at it for seconds. */
const heavy = heavyPage(15e6)
const slow: ReadLimits = { seconds: 0.7, megabytes: 4000 }
const large: ReadLimits = { seconds: 60, megabytes: 180 }

let folder: string
let raw: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-test-'))
  raw = join(folder, 'raw')
  await mkdir(raw)
  for (const name of ['a.txt', 'c.txt', 'd.txt']) await cp(good, join(raw, name))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What came of each file: its status, or the codes of the issues instead of one. */
async function outcome(limits: ReadLimits, jobs = 1, more: Partial<IngestOptions> = {}) {
  const { atlas } = await readWhole({ raw, limits, jobs, ...more })
  const read = atlas.reports.map(({ source, status }) => [source.path, status])
  const unread = atlas.unread.map((issue) => [issue.source_path, issue.code])
  return { files: Object.fromEntries([...read, ...unread].sort()), atlas }
}
const others = { 'a.txt': 'complete', 'c.txt': 'superseded', 'd.txt': 'superseded' }

describe('a file that takes too much is given up, and the others are read', () => {
  test.each([
    ['time', slow, 'file_too_slow', '0.7'],
    ['memory', large, 'file_too_much_memory', '180'],
  ] as const)('%s', async (_, limits, code, expected) => {
    await writeFile(join(raw, 'b.html'), heavy)
    const { files, atlas } = await outcome(limits)
    expect(files).toEqual({ ...others, 'b.html': code })
    expect(atlas.files).toEqual({ found: 4, reports: 3 })
    expect(atlas.unread.find((issue) => issue.code === code)).toMatchObject({
      class: 'coverage',
      severity: 'error',
      expected,
    })
  })

  test('the same whatever the number of processes, and in every run', async () => {
    await writeFile(join(raw, 'b.html'), heavy)
    const [once, again] = [await outcome(large), await outcome(large, 2)]
    expect(JSON.stringify(again.atlas)).toBe(JSON.stringify(once.atlas))
  })

  test('once only within the same limits, until it is tried again', async () => {
    await writeFile(join(raw, 'b.html'), heavy)
    const cache = join(folder, 'cache')
    const read = async (limits: ReadLimits, retry = false) => {
      const done: number[] = []
      const { files } = await outcome(limits, 1, { cache, retry, onProgress: (n) => void done.push(n) })
      return [files['b.html'], done.length - 1]
    }
    expect(await read(large)).toEqual(['file_too_much_memory', 4])
    expect(await read(large)).toEqual(['file_too_much_memory', 0])
    expect(await read(large, true)).toEqual(['file_too_much_memory', 1])
    expect(await read(slow)).toEqual(['file_too_slow', 1])
    // Read within wider limits, it is known whatever the limits are.
    expect(await read({ seconds: 60, megabytes: 4000 })).toEqual(['no_report', 1])
    expect(await read(large)).toEqual(['no_report', 0])
  })

  test('of an archive the others of its files are read', async () => {
    const page = strToU8(heavy)
    const entries = { 'x.txt': strToU8('公开'), 'y.html': page, 'z.txt': strToU8('公开') }
    await writeFile(join(raw, 'b.zip'), zipSync(entries, { level: 0 }))
    const { files } = await outcome(slow)
    expect(files).toEqual({
      ...others,
      'b.zip/x.txt': 'no_report',
      'b.zip/y.html': 'file_too_slow',
      'b.zip/z.txt': 'no_report',
    })
  })

  test('an archive of nothing else is given up as a whole after three', async () => {
    // Together about as large as an archive may be.
    const page = strToU8(heavyPage(9e6))
    const pages = { '1.html': page, '2.html': page, '3.html': page, '4.html': strToU8('公开') }
    await writeFile(join(raw, 'b.zip'), zipSync(pages, { level: 0 }))
    const { files, atlas } = await outcome(slow)
    expect(files).toEqual({
      ...others,
      'b.zip': 'archive_refused',
      'b.zip/1.html': 'file_too_slow',
      'b.zip/2.html': 'file_too_slow',
      'b.zip/3.html': 'file_too_slow',
    })
    expect(atlas.formats).toContainEqual({ format: 'zip', whole: 0, partial: 0, unread: 1 })
  })
})

test('reads a raw folder behind a symbolic link', async () => {
  await symlink(raw, join(folder, 'link'))
  const { atlas } = await readWhole({ raw: join(folder, 'link') })
  expect(atlas.files).toEqual({ found: 3, reports: 3 })
})
