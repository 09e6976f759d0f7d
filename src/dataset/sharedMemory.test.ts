import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bytesOfFile } from './sharedMemory.ts'

const folder = mkdtempSync(join(tmpdir(), 'memory-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 2 ** 20 + 7, 3])(
  'a file of %i bytes is read whole',
  (length) => {
    const file = join(folder, `${length}`)
    const bytes = Buffer.alloc(length).map((_, i) => (i * 31) % 251)
    writeFileSync(file, bytes)
    expect(bytesOfFile(file).equals(bytes)).toBe(true)
  },
)

test('a file that is not there is an error', () => {
  expect(() => bytesOfFile(join(folder, 'none'))).toThrow(/ENOENT/)
})
