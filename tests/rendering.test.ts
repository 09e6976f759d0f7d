import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stateOf } from '../src/dataset/cache/folderStamp.ts'
import { updateNormalized } from '../src/dataset/update.ts'
import { bundleParts, siteBundle } from '../src/site/bundle.ts'
import { renderPages } from '../src/site/render.ts'
import { renderingVersion } from '../src/site/siteState.ts'
import { loadCases } from './cases/case.ts'

// Whole sites are built, while other tests run beside it.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 })

const program = join(import.meta.dirname, '..')
let folder: string
let bundle: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendering-test-'))
  const [raw, normalized] = [join(folder, 'raw'), join(folder, 'normalized')]
  await mkdir(raw)
  const cases = loadCases().filter(({ input }, i) => i % 4 === 0 && ['txt', 'html'].includes(input.extension))
  for (const { name, input } of cases) await writeFile(join(raw, `${name}.${input.extension}`), input.bytes)
  await updateNormalized(normalized, { raw, cache: join(folder, 'cache') })
  vi.stubEnv('GONGKAI_NORMALIZED', normalized)
  vi.stubEnv('GONGKAI_RELEASES', join(folder, 'releases'))
  vi.stubEnv('ASTRO_TELEMETRY_DISABLED', '1')
  vi.stubEnv('GONGKAI_SITE', 'https://example.org/')
  // What Vitest says of itself is no part of a site.
  for (const name of ['NODE_ENV', 'BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR']) vi.stubEnv(name, undefined)
  bundle = await siteBundle(join(folder, 'cache'), renderingVersion(), true)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** Every page and file below a folder with a hash of its bytes. */
function contents(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const files = entries.map((one) => join(one.parentPath, one.name)).sort()
  const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
  return Object.fromEntries(files.map((file) => [file.slice(path.length + 1), hashOf(file)]))
}

async function rendered(name: string, jobs: number): Promise<Record<string, string>> {
  const [site, work] = [join(folder, name), join(folder, `work-${name}`)]
  const { written } = await renderPages({ bundle, folder: site, work, before: {}, jobs })
  const all = contents(site)
  const isMass = (path: string) => /^(en\/)?(agencies|sources)\/[^/]+\/index\.html$/.test(path)
  expect([...written.keys()]).toEqual(expect.arrayContaining(Object.keys(all).filter(isMass)))
  for (const [path, state] of written) expect([path, state]).toEqual([path, stateOf(join(site, path))])
  return all
}

test('pages rendered by several threads, one after the other or at once, are those of one thread', async () => {
  const alone = await rendered('alone', 1)
  expect(Object.keys(alone).length).toBeGreaterThan(150)
  for (let time = 0; time < 2; time += 1) expect(await rendered(`several-${time}`, 3)).toEqual(alone)
  const atOnce = await Promise.all([rendered('here', 2), rendered('there', 2)])
  expect(atOnce).toEqual([alone, alone])
})

test('pages are those that Astro builds', async () => {
  const ours = await rendered('ours', 2)
  const site = join(folder, 'astro')
  await promisify(execFile)(
    process.execPath,
    [
      join(program, 'node_modules/astro/bin/astro.mjs'),
      'build',
      '--root',
      program,
      '--outDir',
      site,
      '--silent',
    ],
    { cwd: program },
  )
  const theirs = contents(site)
  const shared = contents(join(bundle, bundleParts.files))
  // What there is of each report by itself, Astro makes only while the site is worked on.
  const pages = Object.entries(theirs).filter(([path]) => !path.startsWith('data/reports/'))
  expect({ ...ours, ...shared, 'favicon.svg': theirs['favicon.svg'] }).toEqual(Object.fromEntries(pages))
})

test('a bundle is made once, and whole or not at all', async () => {
  const bundles = readdirSync(join(folder, 'cache/bundles'))
  expect(bundles).toHaveLength(1)
  expect(await siteBundle(join(folder, 'cache'), renderingVersion(), true)).toBe(bundle)
  const made = Promise.all([1, 2].map(() => siteBundle(join(folder, 'cache'), 'other', true)))
  const [one, other] = await made
  expect(one).toBe(other)
  expect(existsSync(join(one as string, bundleParts.heads))).toBe(true)
  expect(readdirSync(join(folder, 'cache/bundles'))).toHaveLength(2)
})
