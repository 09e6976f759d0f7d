import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeFolder, finishChanges } from './changeFolder.ts'

const mark = 'mark'
let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'change-folder-'))
  folder = join(parent, 'site')
})
afterEach(() => rmSync(parent, { recursive: true }))

const read = (path: string) => readFileSync(join(folder, path), 'utf8')
/** A file that takes no room on the disk. */
const writeLarge = (path: string) => {
  writeFileSync(path, '')
  truncateSync(path, 2 ** 26)
}

test('files come, take the place of others, and go; nothing else is left', async () => {
  await changeFolder(folder, mark, (files) => {
    for (const path of ['stays', 'goes', 'a/changes', 'a/stays', 'a/goes', 'c/d/goes', mark])
      files.write(path, 'before')
    writeLarge(join(files.staging, 'large'))
  })
  const inode = () => statSync(join(folder, 'large')).ino
  const before = inode()
  await changeFolder(folder, mark, (files) => {
    for (const path of ['a/changes', 'b/new', mark]) files.write(path, 'after')
    writeLarge(join(files.staging, 'large'))
    for (const path of ['goes', 'a/goes', 'c/d/goes', 'never/there']) files.remove(path)
  })
  expect(readdirSync(parent)).toEqual(['site'])
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
    ['a', 'a/changes', 'a/stays', 'b', 'b/new', 'large', mark, 'stays'].sort(),
  )
  expect(['stays', 'a/stays', 'a/changes', 'b/new', mark].map(read)).toEqual([
    'before',
    'before',
    'after',
    'after',
    'after',
  ])
  expect(inode()).not.toBe(before)
})

test('nothing is left beside the folder however many large files are replaced', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  for (let i = 0; i < 30; i += 1) {
    await changeFolder(folder, mark, (files) => {
      for (const name of names) writeLarge(join(files.staging, name))
      files.write(mark, String(i))
    })
    expect(readdirSync(parent)).toEqual(['site'])
  }
  expect(readdirSync(folder).sort()).toEqual([...names, mark].sort())
})

test('the mark is moved onto the one before, however large it is', async () => {
  await changeFolder(folder, mark, ({ staging }) => writeLarge(join(staging, mark)))
  const before = statSync(join(folder, mark)).ino
  await changeFolder(folder, mark, (files) => {
    writeLarge(join(files.staging, mark))
  })
  expect(statSync(join(folder, mark)).ino).not.toBe(before)
  expect(readdirSync(parent)).toEqual(['site'])
})

test('a change that was cut off while files were moved is finished, one that was not decided forgotten', async () => {
  await changeFolder(folder, mark, (files) => {
    for (const path of ['one', 'other', mark]) files.write(path, 'before')
    writeLarge(join(files.staging, 'large'))
  })
  // As a process leaves it that was killed, of which no other has the number.
  const decided = join(parent, '.site.change-99999999')
  mkdirSync(decided)
  for (const path of ['other', mark]) writeFileSync(join(decided, path), 'after')
  writeLarge(join(decided, 'large'))
  writeFileSync(join(decided, '.decided.json'), '["one"]')
  rmSync(join(folder, 'large'))
  const undecided = join(parent, '.site.change-99999998')
  mkdirSync(undecided)
  writeFileSync(join(undecided, 'other'), 'never')
  finishChanges(folder, mark)
  expect(readdirSync(parent)).toEqual(['site'])
  expect(readdirSync(folder).sort()).toEqual(['large', mark, 'other'].sort())
  expect([read('other'), read(mark), existsSync(join(folder, 'one'))]).toEqual(['after', 'after', false])
})
