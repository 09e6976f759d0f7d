import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

const long = '公开'.repeat(700_000)

test.each([
  ['nothing', [], ''],
  ['a last line without its end', ['a', '', 'b'], 'a\n\nb'],
  ['a line longer than what is read at once', ['a', long, 'b'], `a\n${long}\nb\n`],
  [
    'many lines, characters cut in two where a piece ends',
    Array.from({ length: 300_000 }, (_, i) => `公${i}`),
    `${Array.from({ length: 300_000 }, (_, i) => `公${i}`).join('\n')}\n`,
  ],
])('gives the lines of a file with %s', (_, lines, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'))
  try {
    writeFileSync(join(folder, 'x'), content)
    const found = [...linesOf(join(folder, 'x'))]
    expect(found.length).toBe(lines.length)
    expect(found.every((line, i) => line === lines[i])).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
