import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { pagesToRender, type RenderSetup, renderEnvironment } from './pagesToRender.ts'
import {
  bySameness,
  filesOfParts,
  hashesOf,
  type PartsOfRoute,
  partsNow,
  type SiteParts,
} from './siteParts.ts'

const folder = mkdtempSync(join(tmpdir(), 'pages-to-render-test-'))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What agencies show, and the years for which each has a page. */
type Agencies = Readonly<Record<string, readonly number[]>>

/** The pages that one thread renders, and how many groups were asked for theirs. */
function asked(agencies: Agencies, setup?: RenderSetup) {
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries(setup ? renderEnvironment(setup) : {})) vi.stubEnv(name, value)
  let times = 0
  const groups = Object.entries(agencies).map(([key, years]) => ({
    key,
    shown: () => years,
    pages: () => {
      times += 1
      return years.map((year) => `${key}-${year}`)
    },
  }))
  const pages = pagesToRender('sources', groups, (page) => `sources/${page}/`)
  return { pages, times }
}

/** The first thread of a build, and the one beside it. */
function build(name: string, agencies: Agencies, before: SiteParts) {
  const setup = { before: join(folder, `${name}.json`), now: join(folder, name) }
  writeFileSync(setup.before, JSON.stringify(hashesOf(before)))
  const first = asked(agencies, { ...setup, isFirst: true })
  const second = asked(agencies, { ...setup, isFirst: false })
  const noted = JSON.parse(readFileSync(join(setup.now, 'sources.json'), 'utf8')) as PartsOfRoute
  return { first, second, now: partsNow([noted], before) }
}

test('while they are worked on, all pages are there', () => {
  expect(asked({ a: [2021], b: [2021, 2022] }).pages).toEqual(['a-2021', 'b-2021', 'b-2022'])
})

test('of a site that is there, only the pages of groups that show something else are listed and rendered', () => {
  const { first, second, now } = build('cold', { a: [2021], b: [2021], c: [2020] }, {})
  expect(first.pages).toEqual(['a-2021', 'b-2021', 'c-2020'])
  expect(second.pages).toEqual(first.pages)
  const next = build('next', { a: [2021], b: [2022] }, now)
  expect(next.first).toEqual({ pages: ['b-2022'], times: 1 })
  expect(next.second).toEqual(next.first)
  expect(filesOfParts(next.now)).toEqual(['sources/a-2021/', 'sources/b-2022/'])
  // What b no longer has, and what c had, is to go.
  const { same, others } = bySameness(now, next.now)
  expect(same.flatMap(({ files }) => files)).toEqual(['sources/a-2021/'])
  expect(others.flatMap(({ files }) => files)).toEqual(['sources/b-2021/', 'sources/c-2020/'])
})
