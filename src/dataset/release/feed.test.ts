import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomFeed, type FeedAbout, stableId } from './feed.ts'
import type { ShownRelease } from './load.ts'

const about: FeedAbout = {
  locale: 'en',
  lang: 'en',
  title: 'Changes',
  author: 'Invented',
  base: 'https://example.org/',
  self: 'https://example.org/en/feed.xml',
  page: 'https://example.org/en/changes/',
  hrefOf: (id) => (id === 'gone-2022' ? undefined : `https://example.org/${id}`),
}
const change = (change: string, report_id: string, cell_id = '', before = '', after = '') => ({
  change,
  report_id,
  cell_id,
  before,
  after,
  why: '',
})
const releases: ShownRelease[] = [
  {
    version: '1.1.0',
    released_on: '2026-02-01',
    previous: '1.0.0',
    reports: 3,
    agencies: 2,
    changes: { report_added: 1, value_changed: 2 },
    zips: [],
    shown: [
      change('report_added', 'a-2023'),
      change('value_changed', 'b-2022', 'requests.received.total', '5', '<6>&"'),
      change('value_changed', 'b-2022', 'requests.concluded.total', '', '6'),
      change('report_removed', 'gone-2022'),
    ],
  },
  {
    version: '1.0.0',
    released_on: '2026-01-01',
    previous: null,
    reports: 2,
    agencies: 2,
    changes: {},
    zips: [],
    shown: [],
  },
]
const parse = (xml: string) => load(xml, { xml: true })

/** What RFC 4287 asks of a feed and its entries: each once, dates as RFC 3339 has them, ids that are addresses. */
function problemsOfFeed(xml: string): string[] {
  const $ = parse(xml)
  const problems: string[] = []
  const once = (parent: string, i: number, element: ReturnType<typeof $>) => {
    for (const name of ['id', 'title', 'updated'])
      if (element.children(name).length !== 1)
        problems.push(`${parent} ${i} has ${element.children(name).length} ${name}`)
    const updated = element.children('updated').text()
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(updated)) problems.push(`${parent} ${i} updated ${updated}`)
    if (
      !/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(
        element.children('id').text(),
      )
    )
      problems.push(`${parent} ${i} id ${element.children('id').text()}`)
    const links = element.children('link[rel="alternate"]').toArray()
    if (links.length !== 1 || !$(links[0]).attr('href')) problems.push(`${parent} ${i} has no alternate`)
  }
  const feed = $('feed')
  if ($.root().children().length !== 1 || feed.attr('xmlns') !== 'http://www.w3.org/2005/Atom')
    problems.push('no feed')
  once('feed', 0, feed)
  if (feed.children('author').children('name').text() === '') problems.push('no author')
  if (feed.children('link[rel="self"]').length !== 1) problems.push('no self')
  for (const [i, entry] of feed.children('entry').toArray().entries()) {
    once('entry', i, $(entry))
    if ($(entry).children('content').attr('type') !== 'text') problems.push(`entry ${i} has no text`)
  }
  return problems
}

describe('atomFeed', () => {
  const xml = atomFeed(releases, about)

  test('is a feed as RFC 4287 has it', () => {
    expect(problemsOfFeed(xml)).toEqual([])
    expect(problemsOfFeed(atomFeed([], about))).toEqual([])
    expect(parse(xml)('feed > updated').text()).toBe('2026-02-01T00:00:00Z')
  })

  test('has an entry for each release, and one for each report of it that is new or changed', () => {
    const $ = parse(xml)
    expect(
      $('entry > title')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual([
      '1.1.0',
      'a-2023: Reports added',
      'b-2022: Figures that changed',
      'gone-2022: Reports removed',
      '1.0.0',
    ])
    expect($('entry').eq(2).children('content').text()).toBe(
      'requests.received.total: 5 → <6>&"\nrequests.concluded.total: — → 6',
    )
    expect($('entry').eq(3).children('link').attr('href')).toBe(about.page)
  })

  test('has the same ids in either language and at any address', () => {
    const ids = (of: FeedAbout) =>
      [...atomFeed(releases, of).matchAll(/<entry>\s*<id>([^<]+)/g)].map((one) => one[1])
    expect(ids({ ...about, locale: 'zh', base: '/', page: '/changes/' })).toEqual(ids(about))
    expect(new Set(ids(about)).size).toBe(5)
  })

  test('stays well formed, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [first] = releases
        const xml = atomFeed(
          [{ ...(first as ShownRelease), shown: [change('value_changed', text, 'x', text, text)] }],
          about,
        )
        expect(problemsOfFeed(xml)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

test('stableId tells things apart and never changes', () => {
  expect(stableId('1.0.0')).toBe(stableId('1.0.0'))
  expect(stableId('1.0.0')).not.toBe(stableId('1.0.1'))
})
