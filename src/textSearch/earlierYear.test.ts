import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { lineOf, named } from './blocks.ts'
import { type EarlierYear, readEarlierYear } from './earlierYear.ts'
import type { TextOfReport } from './files.ts'
import { type IndexedReport, writeYear } from './yearIndex.ts'

const folder = mkdtempSync(join(tmpdir(), 'earlier-year-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const simplified = { 開: '开' }

const indexed = (text: TextOfReport): IndexedReport => ({ id: text.id, line: lineOf(text), text })

function indexOf(reports: readonly IndexedReport[], earlier?: EarlierYear | null): Map<string, string> {
  const files = new Map<string, string>()
  writeYear(reports, simplified, (name, json) => files.set(name, json), earlier)
  return files
}

const report = ([number, text]: readonly [number, string], of: string): TextOfReport => ({
  id: `r${number}`,
  name: `机关"${of}`,
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
      for (const [name, content] of indexOf(before.map((i) => indexed(report(at(old, i), 'before')))))
        writeFileSync(join(folder, name), content)
      const isSame = (id: string) => !touched.includes(Number(id.slice(1)))
      const earlier = readEarlierYear(folder, isSame)
      const reports = now.map((i) => report(at(isSame(`r${i}`) ? old : changed, i), 'now'))
      const known = reports.map((one) => {
        const number = earlier?.same.get(one.id)
        if (!earlier || number === undefined) return indexed(one)
        return { id: one.id, line: named(earlier.lineOf(number), one.id, one.name), text: null }
      })
      expect(earlier?.same.size).toBe(before.filter((i) => isSame(`r${i}`)).length)
      expect(indexOf(known, earlier)).toEqual(indexOf(reports.map(indexed)))
    }),
    { numRuns: 60 },
  )
})

test('an index that is not whole is none', () => {
  const files = indexOf([indexed(report([1, '公开'], 'a'))])
  const write = () => {
    for (const [name, content] of files) writeFileSync(join(folder, name), content)
  }
  for (const name of ['t0.json', 'b0.json', 'about.json']) {
    write()
    expect(readEarlierYear(folder, () => true)?.reports).toBe(1)
    writeFileSync(join(folder, name), files.get(name)?.slice(0, 5) ?? '')
    expect(readEarlierYear(folder, () => true)).toBeNull()
  }
})
