import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linkFile } from './linkFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'link-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const source = join(folder, 'source.csv')
writeFileSync(source, 'id\n1\n')

test('the second place costs nothing where the file system has links', () => {
  linkFile(source, join(folder, 'deep/er/target.csv'))
  expect(statSync(join(folder, 'deep/er/target.csv')).ino).toBe(statSync(source).ino)
})

const elsewhere = '/dev/shm'
test.runIf(existsSync(elsewhere) && statSync(elsewhere).dev !== statSync(folder).dev)(
  'on another file system it is a copy',
  () => {
    const other = mkdtempSync(join(elsewhere, 'link-test-'))
    try {
      linkFile(source, join(other, 'target.csv'))
      expect(readFileSync(join(other, 'target.csv'), 'utf8')).toBe('id\n1\n')
    } finally {
      rmSync(other, { recursive: true })
    }
  },
)

test('what is there is never written over', () => {
  writeFileSync(join(folder, 'there.csv'), 'mine')
  expect(() => linkFile(source, join(folder, 'there.csv'))).toThrow(/EEXIST/)
})
