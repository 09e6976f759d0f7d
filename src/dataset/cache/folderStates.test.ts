import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesBelow, stampOf, stateOf } from './folderStamp.ts'
import { statesInThread } from './folderStates.ts'

const folder = mkdtempSync(join(tmpdir(), 'folder-states-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the states that another thread finds are those of all files, and make the same stamp', async () => {
  mkdirSync(join(folder, 'a/页'), { recursive: true })
  symlinkSync('nowhere', join(folder, 'a/link'))
  for (const path of ['b', 'a/1.json', 'a/页/index.html']) writeFileSync(join(folder, path), path)
  const { states, stamp } = await statesInThread(folder)
  const files = filesBelow(folder)
  expect(Object.fromEntries(states)).toEqual(
    Object.fromEntries(files.map((path) => [path, stateOf(join(folder, path))])),
  )
  expect(stamp).toBe(stampOf(folder, files))
  expect(stampOf(folder, files, states)).toBe(stamp)
  // What was known is not looked at again: a file that is written meanwhile makes another stamp later.
  writeFileSync(join(folder, 'b'), 'something else')
  expect(stampOf(folder, files, states)).toBe(stamp)
  expect(stampOf(folder, files)).not.toBe(stamp)
})

test('a folder that is not there has none', async () => {
  const { states } = await statesInThread(join(folder, 'none'))
  expect([...states]).toEqual([])
})
