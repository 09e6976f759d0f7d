import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KnownRows } from './knownRows.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'known-rows-'))
  path = join(folder, 'rows.txt')
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = (letter: string) => letter.repeat(64)
const row = (found: string) => JSON.stringify({ source: { path: found }, findings: [], report: null })

/** Adds entries, as one run does. */
async function run(entries: Readonly<Record<string, string>>, anew = false): Promise<void> {
  const rows = new KnownRows(path)
  if (anew) rows.beginAnew()
  for (const [letter, found] of Object.entries(entries)) rows.add(key(letter), [row(found)])
  await rows.finish(new Set('abc'.split('').map(key)))
}

/** The path in the row of each entry that is known. */
const known = (letters: string) =>
  Object.fromEntries(
    [...new KnownRows(path).read(new Set([...letters].map(key)))].map(([one, [first]]) => [
      one[0],
      first?.source.path,
    ]),
  )

test('has what each run added, the later of two', async () => {
  await run({ a: '1', b: '2' })
  await run({ b: '3', c: '4' })
  expect(known('abcd')).toEqual({ a: '1', b: '3', c: '4' })
  expect(known('b')).toEqual({ b: '3' })
  await run({ c: '5' }, true)
  expect(known('abc')).toEqual({ c: '5' })
})

test('leaves out a line that was cut off or altered, and what follows it is whole', async () => {
  await run({ a: '1', b: '2' })
  truncateSync(path, readFileSync(path).length - 5)
  await run({ c: '4' })
  expect(known('abc')).toEqual({ a: '1', c: '4' })
  writeFileSync(path, readFileSync(path, 'utf8').replace('"1"', '"7"'))
  expect(known('abc')).toEqual({ c: '4' })
})

test('leaves out what nobody wants once it is most of the file', async () => {
  await run({ a: '1' })
  appendFileSync(path, 'no row\n'.repeat(1100))
  const rows = new KnownRows(path)
  rows.read(new Set())
  await rows.finish(new Set([key('a')]))
  expect(readFileSync(path, 'utf8')).toMatch(/^a{64} [0-9a-f]{8} \[.*\]\n$/)
  expect(known('a')).toEqual({ a: '1' })
})
