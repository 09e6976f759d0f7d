import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const read: number[] = []
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const noted = (file: number, into: Buffer, at: number, most: number, from: number, then: () => void) =>
    fs.read(file, into, at, most, from, (_, bytes) => {
      read.push(bytes)
      then()
    })
  return { ...fs, read: noted }
})
const { documentFile, reportFile } = await import('../dataset/write/layout.ts')
const { ReadAhead } = await import('./readAhead.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-ahead-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

test('reads the record and the source of each report, and goes past what is not there', async () => {
  for (const [id, length] of [
    ['a', 3],
    ['b', 5],
  ] as const) {
    write(reportFile(id), 'r'.repeat(length))
    write(documentFile(id), 'd'.repeat(10 * length))
  }
  new ReadAhead(folder).start(['a', 'not-there', 'b'])
  await vi.waitFor(() => expect(read.toSorted((a, b) => a - b)).toEqual([3, 5, 30, 50]))
})
