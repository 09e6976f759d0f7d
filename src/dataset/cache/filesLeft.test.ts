import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { filesFound, noteFilesLeft } from './filesInThread.ts'
import { lookForFiles, noteFiles, placeNote } from './filesLeft.ts'
import { type FileState, filesBelow, notePath, stateOf } from './folderStamp.ts'
import { joined, packStates, pathsIn } from './packedStates.ts'

// Each test starts threads, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'files-left-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const [cache, folder] = [join(root, 'cache'), join(root, 'folder')]
const none: ReadonlyMap<string, FileState> = new Map()

function write(path: string, text = path): void {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  // As every change of a site: written beside, and moved into place.
  writeFileSync(join(root, 'beside'), text)
  renameSync(join(root, 'beside'), target)
}

const remove = (path: string) => rmSync(join(folder, path))
/** As a change of a site removes files: with the folders that are empty then. */
function removeAll(paths: readonly string[]): void {
  for (const path of paths) remove(path)
  for (const path of paths)
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      const there = join(folder, parent)
      if (existsSync(there) && readdirSync(there).length === 0) rmdirSync(there)
    }
}
const noteLeft = async (...args: Parameters<typeof noteFilesLeft>) => {
  const place = await noteFilesLeft(...args)
  place()
}
const noteAll = () =>
  noteLeft(cache, folder, { fresh: filesBelow(folder), gone: [], known: none, goesOn: false })
const found = async () => {
  const { other, files } = await filesFound(cache, folder)
  return { other, files: files().sort() }
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const path of ['top', 'a/1.json', 'a/2.json', 'a/页/index.html', 'b/index.html']) write(path)
  symlinkSync('nowhere', join(folder, 'a/link'))
})

test('files are found, and as they were left until one is touched, comes or goes', async () => {
  const files = filesBelow(folder).sort()
  expect(files).toHaveLength(6)
  expect(await found()).toEqual({ other: '', files })
  const touches: Record<string, [touch: () => void, other: string]> = {
    'written anew': [() => write('a/1.json', 'other'), 'a/1.json'],
    'written into': [() => writeFileSync(join(folder, 'b/index.html'), 'b/index.htmX'), 'b/index.html'],
    'of another time': [() => utimesSync(join(folder, 'top'), 1, 1), 'top'],
    new: [() => write('b/new'), 'b/'],
    'new in a new folder': [() => write('c/new'), '.'],
    'of another name': [() => renameSync(join(folder, 'a/1.json'), join(folder, 'a/3.json')), 'a/1.json'],
    gone: [() => remove('a/页/index.html'), 'a/页/index.html'],
  }
  for (const [name, [touch, other]] of Object.entries(touches)) {
    await noteAll()
    expect([name, await found()]).toEqual([name, { other: null, files: filesBelow(folder).sort() }])
    touch()
    expect([name, await found()]).toEqual([name, { other, files: filesBelow(folder).sort() }])
  }
})

test('what changed is noted down with what stays', () => {
  const left = join(root, 'left')
  const paths = ['top', 'a/1', 'a/2', 'a/b/1', 'c/index.html', 'c/d/e/index.html']
  const some = fc.subarray(paths)
  const note = (fresh: readonly string[], gone: readonly string[], goesOn: boolean) => {
    noteFiles(folder, left, { fresh: joined(fresh), gone: joined(gone), known: packStates(none), goesOn })
    placeNote(left)
  }
  fc.assert(
    fc.property(some, some, some, (first, written, removed) => {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      for (const path of first) write(path)
      note(first, [], false)
      const gone = removed.filter((path) => first.includes(path) && !written.includes(path))
      for (const path of written) write(path, 'again')
      removeAll(gone)
      note(written, gone, true)
      const { other, paths: all } = lookForFiles(folder, left)
      expect(other).toBeNull()
      expect(pathsIn({ paths: all }).sort()).toEqual(filesBelow(folder).sort())
      // Nothing is noted of a folder that went, to stay for ever.
      expect(readFileSync(left).includes('c/d/e/')).toBe(existsSync(join(folder, 'c/d/e')))
    }),
  )
})

test('a state that is known is taken over and not looked at', async () => {
  const known = new Map(filesBelow(folder).map((path) => [path, stateOf(join(folder, path))]))
  writeFileSync(join(folder, 'top'), 'something else')
  await noteLeft(cache, folder, { fresh: [...known.keys()], gone: [], known, goesOn: false })
  expect((await found()).other).toBe('top')
})

test('until a note is put in place, the one before holds', async () => {
  await noteAll()
  write('top', 'other')
  const place = await noteFilesLeft(cache, folder, { fresh: ['top'], gone: [], known: none, goesOn: true })
  expect((await found()).other).toBe('top')
  place()
  expect((await found()).other).toBeNull()
})

test('a note that is damaged is none, and nothing is put on one', async () => {
  await noteAll()
  const note = notePath(cache, folder, 'files')
  const whole = readFileSync(note)
  for (const damaged of [whole.subarray(0, -9), Buffer.from('{}'), Buffer.alloc(0)]) {
    writeFileSync(note, damaged)
    expect((await found()).other).toBe('')
    await noteLeft(cache, folder, { fresh: ['top'], gone: [], known: none, goesOn: true })
    expect((await found()).other).toBe('')
  }
})

test('a folder that is not there has no files', async () => {
  rmSync(folder, { recursive: true })
  expect(await found()).toEqual({ other: '', files: [] })
})
