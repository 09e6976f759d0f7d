import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holds } from './benchmark.ts'
import { benchmarks } from './benchmarks.ts'
import { tableOf } from './table.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(benchmarks)(
  '$name measures very little and gives ratios',
  { timeout: 240_000 },
  async ({ run }) => {
    const measured = await run({ files: 2, rounds: 1, reports: 10, folder })
    expect(measured.length).toBeGreaterThan(0)
    for (const one of measured) {
      expect(one.files).toBeGreaterThan(0)
      for (const value of [one.floorFigure, one.workFigure, one.ratio, one.kbPerFile ?? 1])
        expect(Number.isFinite(value) && value > 0, `${one.what}: ${value}`).toBe(true)
    }
  },
)

const one = {
  what: 'a',
  floor: 'f',
  work: 'w',
  unit: 'ms/file',
  floorFigure: 1,
  workFigure: 3,
  ratio: 2,
  files: 4,
  kbPerFile: 5,
} as const

test.each([
  [{ most: 2 }, true],
  [{ most: 1.9 }, false],
  [{ least: 2 }, true],
  [{ least: 2.1 }, false],
  [null, null],
])('a limit of %j', (limit, expected) => {
  expect(holds({ ratio: 2, limit })).toBe(expected)
})

test('the table says whether each limit holds', () => {
  const [, held, missed, without] = tableOf([
    { ...one, limit: { most: 2 } },
    { ...one, limit: { least: 2.5 } },
    { ...one, limit: null },
  ]).split('\n')
  expect(held).toContain('holds')
  expect(missed).toContain('missed')
  expect(without).not.toMatch(/holds|missed/)
})
