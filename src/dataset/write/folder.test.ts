import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refuseOverlap, replaceFolder, UsageError } from './folder.ts'

let parent: string
let target: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'folder-test-'))
  target = join(parent, 'out')
})
afterEach(() => rm(parent, { recursive: true }))

const fill = (content: string) => async (folder: string) => {
  await writeFile(join(folder, 'mark.json'), content)
}
const read = () => readFile(join(target, 'mark.json'), 'utf8')

describe('replaceFolder', () => {
  test('makes a folder, its parents too, and puts nothing beside it', async () => {
    target = join(parent, 'a', 'b')
    await replaceFolder(target, 'mark.json', fill('1'))
    expect(await read()).toBe('1')
    expect(await readdir(join(parent, 'a'))).toEqual(['b'])
  })

  test('takes the place of an earlier result as a whole', async () => {
    await replaceFolder(target, 'mark.json', async (folder) => {
      await fill('1')(folder)
      await writeFile(join(folder, 'old.csv'), '')
    })
    await replaceFolder(target, 'mark.json', fill('2'))
    expect([await read(), await readdir(target), await readdir(parent)]).toEqual([
      '2',
      ['mark.json'],
      ['out'],
    ])
  })

  test('fills an empty folder', async () => {
    await mkdir(target)
    await replaceFolder(target, 'mark.json', fill('1'))
    expect(await read()).toBe('1')
  })

  test('refuses a folder with anything foreign in it, and leaves it as it is', async () => {
    await mkdir(target)
    await writeFile(join(target, 'thesis.txt'), 'mine')
    await expect(replaceFolder(target, 'mark.json', fill('1'))).rejects.toThrow(UsageError)
    expect([await readdir(target), await readdir(parent)]).toEqual([['thesis.txt'], ['out']])
  })

  test('leaves the earlier result and nothing half-written when filling fails', async () => {
    await replaceFolder(target, 'mark.json', fill('1'))
    const failing = async (folder: string) => {
      await fill('2')(folder)
      throw new Error('disk full')
    }
    await expect(replaceFolder(target, 'mark.json', failing)).rejects.toThrow('disk full')
    expect([await read(), await readdir(parent)]).toEqual(['1', ['out']])
  })

  test('leaves nothing at all when the first filling fails', async () => {
    const failing = async () => {
      throw new Error('disk full')
    }
    await expect(replaceFolder(target, 'mark.json', failing)).rejects.toThrow('disk full')
    expect(await readdir(parent)).toEqual([])
  })
})

describe('refuseOverlap', () => {
  test.each([
    ['raw', ['raw']],
    ['raw', ['raw/out']],
    ['raw/in', ['raw']],
    ['raw', ['n', 'raw/../raw/x']],
    ['raw', ['n', 'n']],
    ['raw', ['n', 'n/d']],
    ['raw', ['a/b', 'a']],
    ['.', ['n']],
    ['raw', ['.']],
  ])('refuses %s with %j', (input, outputs) => {
    expect(() => refuseOverlap(input, outputs)).toThrow(UsageError)
  })

  test.each([
    ['raw', ['n', 'd']],
    ['raw', ['raw2', '..raw']],
    ['data/raw', ['data/normalized', 'data/dataset', 'dist']],
    ['raw', ['../n']],
    ['/a/raw', ['/b/raw']],
  ])('lets %s with %j be', (input, outputs) => {
    expect(() => refuseOverlap(input, outputs)).not.toThrow()
  })
})
