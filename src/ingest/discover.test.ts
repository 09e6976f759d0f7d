import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { discover } from './discover.ts'

test('finds every file but hidden ones and links, sorted by path, with its size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'discover-'))
  try {
    for (const path of [
      'b/2.txt',
      'b/10.html',
      'b.txt',
      '甲局/年报 (1).html',
      '.git/a',
      'b/.hidden',
      'c[1]/*?.txt',
    ]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), path)
    }
    mkdirSync(join(folder, 'empty'))
    symlinkSync(join(folder, 'b.txt'), join(folder, 'link.txt'))
    symlinkSync(join(folder, 'b'), join(folder, 'linked'))
    const found = discover(folder)
    const paths = ['b.txt', 'b/10.html', 'b/2.txt', 'c[1]/*?.txt', '甲局/年报 (1).html']
    expect(found.map(({ path }) => path)).toEqual(paths)
    expect(found.map(({ bytes }) => bytes)).toEqual(paths.map((path) => Buffer.byteLength(path)))
    expect(found.every(({ mtimeMs }) => Date.now() - mtimeMs < 60_000)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
