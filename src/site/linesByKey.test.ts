import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { csvLines } from '../dataset/write/csv.ts'
import { linesByKey } from './linesByKey.ts'

const folder = mkdtempSync(join(tmpdir(), 'lines-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'cells.csv')

const found = (chunkBytes?: number) =>
  linesByKey(file, chunkBytes)
    .map(([key, lines]) => [key, Buffer.from(lines).toString()])
    .toArray()

test('rows of one key come together as they are written, whatever their fields hold, however much is read at once', () => {
  const field = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '"', '\n', '"\n', '\nb,', '\na,"', '一,二'),
  )
  const rows = fc.array(fc.tuple(field, field))
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (ofKeys, chunkBytes) => {
      // Keys of which one begins another.
      const keys = ['a', 'a-1', 'a-10', 'b']
      const groups = ofKeys.flatMap((own, i) => {
        const key = keys[i] as string
        return own.length > 0 ? [[key, csvLines(own.map((fields) => [key, ...fields]))]] : []
      })
      writeFileSync(file, groups.map(([, lines]) => lines).join(''))
      expect(found(chunkBytes)).toEqual(groups)
    }),
  )
})

test('an empty file has none', () => {
  writeFileSync(file, '')
  expect(found()).toEqual([])
})
