import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeVersion, moduleParts } from './codeVersion.ts'

let folder: string
const put = (name: string, text: string) => writeFile(join(folder, name), text)
const version = () => codeVersion([join(folder, 'entry.ts')])

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'code-test-'))
  await put(
    'entry.ts',
    [
      `import { readFileSync } from 'node:fs'`,
      `import {\n  type Kind,\n  used,\n} from './used.ts'`,
      `import type { Shape } from './types.ts'`,
      `export { other } from './other.ts'`,
      `const later = () => import('./later.ts')`,
      `readFileSync(new URL('./list.csv', import.meta.url))`,
    ].join('\n'),
  )
  for (const name of ['used.ts', 'types.ts', 'other.ts', 'later.ts', 'list.csv', 'beside.ts'])
    await put(name, '')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the version of code', () => {
  test.each(['entry.ts', 'used.ts', 'other.ts', 'later.ts', 'list.csv'])('changes with %s', async (name) => {
    const before = version()
    await put(name, '// changed')
    expect(version()).not.toBe(before)
  })

  test.each(['types.ts', 'beside.ts'])('does not change with %s', async (name) => {
    const before = version()
    await put(name, '// changed')
    expect(version()).toBe(before)
  })
})

test('the code that reads is all that reading takes, and nothing of what comes after', () => {
  const root = join(import.meta.dirname, '../../..')
  const { files, packages } = moduleParts([join(root, 'src/dataset/reading/process.ts')])
  const names = [...files].map((file) => relative(root, file))
  for (const part of ['src/ingest/recognise/recognise.ts', 'src/model/form.ts', 'src/checks/effective.ts']) {
    expect(names).toContain(part)
  }
  expect(names.filter((name) => /^(src\/(pages|components|charts|stats)|tests)\//.test(name))).toEqual([])
  expect([...packages]).toEqual(expect.arrayContaining(['htmlparser2', 'pdfjs-dist', 'mammoth']))
})
