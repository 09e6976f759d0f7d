import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { collectGarbage } from './collectGarbage.ts'
import { readLimits } from './reading/reader.ts'
import { type FolderRows, rowsOfFolder } from './rowsOfFolder.ts'

// A process is started, while other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'))
  mkdirSync(join(folder, 'raw'))
  writeFileSync(join(folder, 'raw/a.txt'), '乐至县劳动镇人民政府2022年政府信息公开工作年度报告')
})
afterEach(() => rmSync(folder, { recursive: true }))

const rowsOf = async (cache: string) =>
  (await rowsOfFolder({
    raw: join(folder, 'raw'),
    cache: join(folder, cache),
    limits: readLimits,
    fresh: false,
    retry: false,
    lost: new Set(),
    shard: null,
    jobsFor: () => 1,
  })) as FolderRows

/** Takes the rows, and does not keep them. */
const takeFrom = ({ takeRows }: FolderRows) => new WeakRef(takeRows()[0] as object)

test('rows that were handed out are not kept beside their places', async () => {
  for (const run of ['read', 'known']) {
    const rows = await rowsOf('cache')
    const taken = takeFrom(rows)
    const isKept = () => {
      collectGarbage(100_000)
      return taken.deref() !== undefined
    }
    // A process that has read them ends a moment later.
    await expect.poll(isKept, { message: run, timeout: 10_000 }).toBe(false)
    expect(rows.placeOf(0)).toMatchObject({ index: 0 })
    expect(rows.takeRows()).toEqual([])
  }
})
