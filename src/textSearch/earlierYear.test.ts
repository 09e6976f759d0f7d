import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type EarlierYear, readEarlierYear } from './earlierYear.ts'
import type { TextOfReport } from './files.ts'
import { writeYear } from './yearIndex.ts'

const folder = mkdtempSync(join(tmpdir(), 'earlier-year-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const simplified = { 開: '开' }

function indexOf(reports: readonly TextOfReport[], earlier?: EarlierYear | null): Map<string, string> {
  const files = new Map<string, string>()
  writeYear(reports, simplified, (name, content) => files.set(name, JSON.stringify(content)), earlier)
  return files
}

const report = ([number, text]: readonly [number, string], of: string): TextOfReport => ({
  id: `r${number}`,
  name: `机关${of}`,
  sections: [['总体情况', [['line-1', text]]]],
})

test('an index made on from an earlier one is the same as one of the reports alone', () => {
  // Some reports stay, some have another text or another place, some are new, and some are gone.
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...'公開信息年报，a1 2'), maxLength: 12 }), {
    minLength: 40,
    maxLength: 40,
  })
  const some = fc.shuffledSubarray(Array.from({ length: 40 }, (_, i) => i))
  const at = (all: readonly string[], i: number) => [i, all[i] ?? ''] as const
  fc.assert(
    fc.property(texts, texts, some, some, some, (old, changed, before, now, touched) => {
      for (const [name, content] of indexOf(before.map((i) => report(at(old, i), 'before'))))
        writeFileSync(join(folder, name), content)
      const isSame = (id: string) => !touched.includes(Number(id.slice(1)))
      const earlier = readEarlierYear(folder, isSame)
      const reports = now.map((i) => report(at(isSame(`r${i}`) ? old : changed, i), 'now'))
      const known = reports.map((one) => {
        const number = earlier?.same.get(one.id)
        return earlier && number !== undefined ? { ...earlier.textOf(number), name: one.name } : one
      })
      expect(earlier?.same.size).toBe(before.filter((i) => isSame(`r${i}`)).length)
      expect(indexOf(known, earlier)).toEqual(indexOf(reports))
    }),
    { numRuns: 60 },
  )
})

test('an index that is not whole is none', () => {
  for (const [name, content] of indexOf([report([1, '公开'], 'a')]))
    writeFileSync(join(folder, name), content)
  expect(readEarlierYear(folder, () => true)?.reports).toBe(1)
  writeFileSync(join(folder, 't0.json'), '{"公')
  expect(readEarlierYear(folder, () => true)).toBeNull()
})
