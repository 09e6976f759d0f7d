import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedFolder, serveFolder } from './site/server.ts'

let folder: string
let site: ServedFolder

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-test-'))
  await mkdir(join(folder, 'site', '机关'), { recursive: true })
  await mkdir(join(folder, 'site-next'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'site-next', 'secret.txt'), 'secret')
  await writeFile(join(folder, 'site', 'index.html'), '首页')
  await writeFile(join(folder, 'site', '机关', 'index.html'), '机关页')
  await writeFile(join(folder, 'site', '404.html'), '没有此页')
  await writeFile(join(folder, 'site', 'cells.csv'), '年度\n2024\n')
  await writeFile(join(folder, 'site', 'cells.parquet'), 'PAR1')
  site = await serveFolder(join(folder, 'site'))
})

afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

/** `fetch` takes the dots out of a path before it asks; a hostile client does not. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url)
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

describe('serveFolder', () => {
  test('gives the index page of a folder', async () => {
    expect(await (await fetch(site.url)).text()).toBe('首页')
    expect(await (await fetch(new URL('机关/', site.url))).text()).toBe('机关页')
  })

  test('leads a folder without its slash to the one with it', async () => {
    const response = await fetch(new URL('机关?lang=en', site.url))
    expect(response.url).toBe(new URL('机关/?lang=en', site.url).href)
    expect(await response.text()).toBe('机关页')
  })

  test.each([
    ['', 'text/html; charset=utf-8'],
    ['cells.csv', 'text/csv; charset=utf-8'],
    ['cells.parquet', 'application/octet-stream'],
  ])('says what "%s" is: %s', async (path, type) => {
    const response = await fetch(new URL(path, site.url))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  test('answers HEAD without a body and refuses to be written to', async () => {
    const head = await fetch(site.url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405)
  })

  test('gives 404.html for what is missing', async () => {
    for (const path of ['missing', 'missing/', 'cells.csv/']) {
      const response = await fetch(new URL(path, site.url))
      expect(response.status).toBe(404)
      expect(await response.text()).toBe('没有此页')
    }
  })

  test('gives a plain 404 where there is no 404.html', async () => {
    const bare = await serveFolder(join(folder, 'site-next'))
    const response = await fetch(bare.url)
    await bare.close()
    expect([response.status, await response.text()]).toEqual([404, 'Not found\n'])
  })

  test.each([
    ['/../secret.txt', 403],
    ['/%2e%2e/secret.txt', 403],
    ['/..%2fsecret.txt', 403],
    ['/..%5csecret.txt', 403],
    ['/../site-next/secret.txt', 403],
    ['/机关/../../secret.txt'.replace('机关', encodeURIComponent('机关')), 403],
    ['/%00', 400],
    ['/%E4%B8', 400],
  ])('refuses %s with %i', async (path, status) => {
    expect(await statusOf(path)).toBe(status)
  })

  test.each(['atlas', '/atlas', '/atlas/'])('keeps the site below the base path %s', async (base) => {
    const below = await serveFolder(join(folder, 'site'), { base })
    const origin = new URL(below.url).origin
    expect(below.url).toBe(`${origin}/atlas/`)
    expect(await (await fetch(below.url)).text()).toBe('首页')
    expect((await fetch(`${origin}/atlas`)).url).toBe(below.url)
    expect((await fetch(`${origin}/cells.csv`)).status).toBe(404)
    expect((await fetch(`${origin}/atlasXcells.csv`)).status).toBe(404)
    expect((await fetch(`${origin}/atlas/cells.csv`)).status).toBe(200)
    await below.close()
  })
})
