import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SiteParts } from './siteParts.ts'
import { loadState, type SavedState, type SiteState, saveState } from './siteState.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'site-state-'))
})
afterEach(() => rmSync(cache, { recursive: true }))

const site = '/srv/site'
const written = () => join(cache, 'sites', readdirSync(join(cache, 'sites'))[0] as string)
const parts = (...names: string[]): SiteParts =>
  Object.fromEntries(names.map((name) => [name, { hash: `${name} at first`, files: [`${name}/`] }]))
const first: SiteState = {
  version: 'a',
  pages: parts('p', 'q', 'r'),
  others: parts('x'),
  rest: ['robots.txt'],
}

/** What of a saved state is the state of the site. */
const stateOf = (saved: SavedState | null): SiteState | null => {
  if (!saved) return null
  const { changes: _, written: __, ...state } = saved
  return state
}
const load = (version = 'a') => loadState(cache, site, version)

const anyParts = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd/', 'constructor'),
  fc.record({
    hash: fc.constantFrom('1', '2', '3'),
    files: fc.array(fc.constantFrom('u/', 'v.json'), { maxLength: 2 }),
  }),
  { noNullPrototype: true },
)
const anyState: fc.Arbitrary<SiteState> = fc.record({
  version: fc.constant('a'),
  pages: anyParts,
  others: anyParts,
  rest: fc.array(fc.constantFrom('robots.txt', 'feed.xml'), { maxLength: 2 }),
})

describe('the state of a site', () => {
  test('is what was saved last, however often it changed', () => {
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1, maxLength: 50 }), (states) => {
        saveState(cache, site, null, states[0] as SiteState)
        for (const state of states) {
          saveState(cache, site, load(), state)
          expect(stateOf(load())).toEqual(state)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('takes what changed to be noted down, and is written whole now and then', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`p${i}`, { hash: 'h', files: [`p${i}/`] }]),
    )
    saveState(cache, site, null, { ...first, pages: many })
    const whole = statSync(written()).size
    const sizes = Array.from({ length: 100 }, (_, i) => {
      const before = load() as SavedState
      saveState(cache, site, before, {
        ...before,
        pages: { ...before.pages, p7: { hash: `${i}`, files: ['p7/'] } },
      })
      return statSync(written()).size
    })
    expect(sizes[0]).toBeLessThan(whole + 200)
    expect(Math.max(...sizes)).toBeLessThan(whole * 1.1)
    expect(load()?.pages['p7']?.hash).toBe('99')
  })

  test('takes nothing for parts that were made again and are the same', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`p${i}`, { hash: 'h', files: [`p${i}/`] }]),
    )
    saveState(cache, site, null, { ...first, others: many })
    const size = statSync(written()).size
    saveState(cache, site, load(), structuredClone({ ...first, others: many }))
    expect(statSync(written()).size).toBeLessThan(size + 200)
    expect(load()?.others).toEqual(many)
  })

  test('is written whole where most of it is other', () => {
    saveState(cache, site, null, first)
    saveState(cache, site, load(), { ...first, pages: parts('s', 't', 'u') })
    expect(load()?.changes).toBe(0)
    expect(load()?.pages).toEqual(parts('s', 't', 'u'))
  })

  test('is not known to other code', () => {
    saveState(cache, site, null, first)
    expect(load('b')).toBeNull()
  })

  test('is not known when the last of it was cut off', () => {
    saveState(cache, site, null, first)
    truncateSync(written(), statSync(written()).size - 3)
    expect(load()).toBeNull()
  })

  test('is written whole when another build wrote as much in between', () => {
    saveState(cache, site, null, first)
    const before = load()
    saveState(cache, site, null, { ...first, rest: ['robots.tyt'] })
    saveState(cache, site, before, first)
    expect(stateOf(load())).toEqual(first)
  })
})
