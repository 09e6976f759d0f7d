import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLimits, restrictions } from './reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'reader-test-'))
const raw = mkdtempSync(join(tmpdir(), 'reader-test-raw-'))
writeFileSync(join(raw, 'a.txt'), '公开')
writeFileSync(join(folder, 'secret.txt'), '泄密')
afterAll(() => {
  for (const one of [folder, raw]) rmSync(one, { recursive: true })
})

/** What comes of a statement in a process as restricted as one that reads: what it gives, or the code of its error. */
function attempt(statement: string): string {
  const script = `try { console.log(${statement}) } catch (error) { console.log(error.code ?? error.name) }`
  return execFileSync(process.execPath, [...restrictions(raw, readLimits), '-e', script], {
    encoding: 'utf8',
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
const quoted = (...path: string[]) => JSON.stringify(join(...path))

describe('a reading process', () => {
  test('reads the raw folder', () => {
    expect(attempt(`fs.readFileSync(${quoted(raw, 'a.txt')}, 'utf8')`)).toBe('公开')
  })

  test.each([
    [
      'reads no file elsewhere',
      `fs.readFileSync(${quoted(folder, 'secret.txt')}, 'utf8')`,
      'ERR_ACCESS_DENIED',
    ],
    [
      'writes nothing into the raw folder',
      `fs.writeFileSync(${quoted(raw, 'b.txt')}, '')`,
      'ERR_ACCESS_DENIED',
    ],
    ['writes nothing elsewhere', `fs.writeFileSync(${quoted(folder, 'b.txt')}, '')`, 'ERR_ACCESS_DENIED'],
    ['starts no program', `child_process.execFileSync('ls')`, 'ERR_ACCESS_DENIED'],
    ['makes no code of text', `Function('return 1')()`, 'EvalError'],
    ['knows nothing of the surroundings', `Object.keys(process.env).join()`, ''],
  ])('%s', (_, statement, result) => {
    expect(attempt(statement)).toBe(result)
    expect(readdirSync(raw)).toEqual(['a.txt'])
  })
})
