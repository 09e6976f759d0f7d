import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agency } from '../charts/invented.ts'
import { namePinyin } from '../identity/slug.ts'
import { InventedCountry } from '../invented/agencies.ts'
import type { Agency } from '../model/report.ts'
import { bestMatches, fileFor, normalQuery } from './match.ts'
import { beginningsOf, type Shards, searchEntry, shardsOf } from './shards.ts'

const body = (name: string, more: Partial<Agency> = {}): Agency => ({
  ...agency(name),
  name_pinyin: namePinyin(name),
  ...more,
})

/** Asks as the search box does: one file, found by the beginning of the question. */
function ask({ index, shards }: Shards, text: string): string[] {
  const query = normalQuery(text, index.simplified)
  const file = fileFor(query, index)
  const entries = shards.find((shard) => shard.file === file)?.entries ?? []
  return bestMatches(query, entries, 10).map((entry) => entry.name)
}

const some = [
  body('霁川县发展和改革局', { province: '云省' }),
  body('霁川县教育局', { aliases: ['霁川县教育体育局'] }),
  body('澜浦区劳动街道办事处'),
]

describe('an agency is found', () => {
  const shards = shardsOf(some)
  test.each([
    ['by its name', '霁川县发展和改革局', '霁川县发展和改革局'],
    ['by part of it', '改革', '霁川县发展和改革局'],
    ['by characters with others between', '霁川发改局', '霁川县发展和改革局'],
    ['by two words', '霁川 改革', '霁川县发展和改革局'],
    ['by its place', '云省发展', '霁川县发展和改革局'],
    ['by another name', '教育体育', '霁川县教育局'],
    ['by pinyin', 'fazhan', '霁川县发展和改革局'],
    ['by pinyin with spaces', 'lao dong', '澜浦区劳动街道办事处'],
    ['by initials', 'ldjd', '澜浦区劳动街道办事处'],
    ['by both mixed', 'jichuanxfz', '霁川县发展和改革局'],
    ['in capitals', 'LDJD', '澜浦区劳动街道办事处'],
    ['in traditional characters', '勞動街道', '澜浦区劳动街道办事处'],
    ['in full-width letters', 'ｌｄｊｄ', '澜浦区劳动街道办事处'],
  ])('%s', (_, question, found) => {
    expect(ask(shards, question)[0]).toBe(found)
  })

  test('and nothing that does not match', () => {
    expect(ask(shards, '财政')).toEqual([])
    expect(ask(shards, 'qqq')).toEqual([])
  })
})

describe('many agencies', () => {
  const country = new InventedCountry('search', 900)
  const bodies = Array.from({ length: country.size }, (_, i) => body(country.agency(i).name))
  const limits = { whole: 100, shard: 60, best: 15, depth: 24 }
  const shards = shardsOf(bodies, limits)

  test('are split into small files', () => {
    expect(shards.shards.length).toBeGreaterThan(10)
    for (const { entries } of shards.shards) expect(entries.length).toBeLessThanOrEqual(limits.shard)
    expect(new Set(shards.index.files).size).toBe(shards.shards.length)
  })

  test('are each found by the whole of their name, and by it in pinyin', () => {
    fc.assert(
      fc.property(fc.nat(bodies.length - 1), (i) => {
        const { name, name_pinyin } = bodies[i] as Agency
        expect(ask(shards, name)[0]).toBe(name)
        expect(ask(shards, name_pinyin)).toContain(name)
      }),
    )
  })

  test('are found first by the whole of their name in pinyin, which others have in pieces', () => {
    for (const { name, name_pinyin } of bodies) {
      const [first = ''] = ask(shards, name_pinyin)
      expect([name, namePinyin(first)]).toEqual([name, name_pinyin])
    }
  })

  test('can be asked for from any character on, and from any part on in pinyin and initials', () => {
    const [first] = some.slice(2).map(searchEntry)
    expect(first && beginningsOf(first)).toEqual(
      expect.arrayContaining(['劳动街道办事处', '道办事处', 'laodongjiedaobanshichu', 'ldjdbsc', 'bsc']),
    )
  })
})
