import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ingest, readShard } from '../ingest.ts'
import { readWhole } from '../whole.ts'

// Each test starts processes, and other tests run beside it.
vi.setConfig({ testTimeout: 120_000 })

const root = join(import.meta.dirname, '../../..')
const cases = ['pipe-rows', 'no-title', 'contradiction-flow', 'blanks-proved-zero']
let folder: string
let raw: string
let cache: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-test-'))
  raw = join(folder, 'raw')
  cache = join(folder, 'cache')
  await mkdir(raw)
  for (const name of cases) await cp(join(root, 'tests/cases', name, 'input.txt'), join(raw, `${name}.txt`))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** How many files are read rather than taken from the cache, and what comes of all. */
async function readAgain(options: { fresh?: boolean; from?: string } = {}) {
  const done: number[] = []
  const { from = cache, ...rest } = options
  const whole = await readWhole({ raw, jobs: 1, cache: from, ...rest, onProgress: (n) => void done.push(n) })
  return { read: done.length - 1, result: JSON.stringify([whole.atlas, whole.reports, [...whole.documents]]) }
}

async function entries(of = cache): Promise<string[]> {
  const found = await readdir(join(of, 'readings'), { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

describe('the cache of readings', () => {
  test('has every file read once, and gives the same again', async () => {
    const first = await readAgain()
    expect(first.read).toBe(cases.length)
    expect(await readAgain()).toEqual({ read: 0, result: first.result })
    expect(await readAgain({ fresh: true })).toEqual(first)
  })

  test('has an archive of a single file read once, too', async () => {
    await writeFile(join(raw, 'packed.zip'), zipSync({ 'x.txt': await readFile(join(raw, 'no-title.txt')) }))
    expect((await readAgain()).read).toBe(cases.length + 1)
    expect((await readAgain()).read).toBe(0)
  })

  test('serves a file that changed, came or went by itself', async () => {
    await readAgain()
    const path = join(raw, 'no-title.txt')
    await writeFile(path, `${await readFile(path, 'utf8')}\n（完）\n`)
    expect((await readAgain()).read).toBe(1)
    await rm(path)
    await cp(join(raw, 'pipe-rows.txt'), join(raw, 'again.txt'))
    const after = await readAgain()
    expect(after.read).toBe(1)
    expect(after.result).toBe((await readAgain({ from: join(folder, 'other') })).result)
  })

  test('heeds what sources.csv says of a file', async () => {
    await readAgain()
    await writeFile(join(folder, 'sources.csv'), 'path,year\nno-title.txt,2021\n')
    expect((await readAgain()).read).toBe(1)
  })

  test.each([
    ['cut off', (path: string) => truncate(path, 100)],
    ['emptied', (path: string) => writeFile(path, '')],
    [
      'altered',
      async (path: string) => {
        const bytes = await readFile(path)
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
        await writeFile(path, bytes)
      },
    ],
    ['gone', (path: string) => rm(path)],
  ])('reads a file again whose entry is %s', async (_, damage) => {
    const first = await readAgain()
    for (const path of await entries()) await damage(path)
    expect((await readAgain()).result).toBe(first.result)
    // Nor when what earlier runs noted down of the folder is lost, too.
    for (const path of await entries()) await damage(path)
    await rm(join(cache, 'folders'), { recursive: true })
    expect(await readAgain()).toEqual(first)
    expect(await readAgain()).toEqual({ read: 0, result: first.result })
  })

  test('can be killed at any moment', async () => {
    const script = join(root, 'scripts/ingest.ts')
    const first = await readAgain({ from: join(folder, 'other') })
    for (const after of [0, 1, 2, 3]) {
      const args = ['--raw', raw, '--normalized', join(folder, 'n'), '--cache', cache, '--jobs', '1']
      const child = spawn(process.execPath, [script, ...args], { stdio: 'ignore', detached: true })
      const ended = new Promise((resolve) => child.on('close', resolve))
      // After so many entries, whichever moment that is.
      while (child.exitCode === null && (await entries().catch(() => [])).length < after) {
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
      await ended
    }
    expect((await readAgain()).result).toBe(first.result)
  })

  test('is filled by shards, which another machine puts together', async () => {
    const shards = [1, 2, 3].map((part) => readShard({ raw, cache, jobs: 1 }, { part, of: 3 }))
    const counts = await Promise.all(shards)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cases.length)
    const moved = join(folder, 'moved')
    await cp(raw, moved, { recursive: true })
    raw = moved
    expect((await readAgain()).read).toBe(0)
  })

  test('is done without where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const read = await ingest(
      { raw, jobs: 1, cache: join(folder, 'file', 'cache') },
      ({ placed }) => placed.length,
    )
    expect(read).toBe(cases.length)
  })
})
