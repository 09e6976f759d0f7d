import { createHash } from 'node:crypto'
import { changeWords } from '../../i18n/changes.ts'
import type { Bilingual, Locale } from '../../i18n/locale.ts'
import type { ChangeKind } from '../describe/changesTable.ts'
import type { CsvRow } from '../verify/readCsv.ts'
import type { ShownRelease } from './load.ts'

/** What a feed says of itself, and how it finds the pages of reports; addresses may be relative to `base`. */
export interface FeedAbout {
  readonly locale: Locale
  readonly lang: string
  readonly title: string
  readonly author: string
  /** The address of the site, or of its root on the server. */
  readonly base: string
  readonly self: string
  readonly page: string
  readonly hrefOf: (reportId: string) => string | undefined
}

/** Entries of a feed; earlier ones are on the page of changes. */
const entries = 200

const escaped = (text: string): string =>
  text
    // What XML cannot hold at all.
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** An id that stays the same wherever and whenever the site is built: a UUID made from what it is about. */
export function stableId(about: string): string {
  const hex = createHash('sha256').update(`gongkai-atlas ${about}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Entry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly href: string
  readonly text: string
}

const moment = (date: string) => `${date}T00:00:00Z`
const wordsOf = (words: Bilingual, locale: Locale) => words[locale]

/** The changes of one report in one release: one entry, whatever has changed of it. */
function entryOf(release: ShownRelease, reportId: string, rows: readonly CsvRow[], about: FeedAbout): Entry {
  const kinds = [...new Set(rows.map((row) => row['change'] as ChangeKind))]
  const figures = rows.filter((row) => row['cell_id'])
  const lines = figures.map((row) => `${row['cell_id']}: ${row['before'] || '—'} → ${row['after'] || '—'}`)
  return {
    id: stableId(`${release.version} ${reportId}`),
    title: `${reportId}: ${kinds.map((kind) => wordsOf(changeWords[kind], about.locale)).join(', ')}`,
    updated: moment(release.released_on),
    href: about.hrefOf(reportId) ?? about.page,
    text: lines.join('\n') || kinds.map((kind) => wordsOf(changeWords[kind], about.locale)).join(', '),
  }
}

const releaseEntry = (release: ShownRelease, about: FeedAbout): Entry => ({
  id: stableId(release.version),
  title: release.version,
  updated: moment(release.released_on),
  href: `${about.page}#v${release.version}`,
  text:
    Object.entries(release.changes)
      .map(([kind, times]) => `${wordsOf(changeWords[kind as ChangeKind], about.locale)}: ${times}`)
      .join('\n') || release.version,
})

const entryXml = ({ id, title, updated, href, text }: Entry): string =>
  `  <entry>
    <id>${id}</id>
    <title>${escaped(title)}</title>
    <updated>${updated}</updated>
    <link rel="alternate" href="${escaped(href)}"/>
    <content type="text">${escaped(text)}</content>
  </entry>
`

/** The releases as an Atom feed (RFC 4287): each release, then each report of it that is new or changed. */
export function atomFeed(releases: readonly ShownRelease[], about: FeedAbout): string {
  const all = releases.flatMap((release) => [
    releaseEntry(release, about),
    ...[...Map.groupBy(release.shown, (row) => row['report_id'] ?? '')].map(([id, rows]) =>
      entryOf(release, id, rows, about),
    ),
  ])
  // A feed must say when it changed; without a release it never has.
  const updated = moment(releases[0]?.released_on ?? '1970-01-01')
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${about.lang}" xml:base="${escaped(about.base)}">
  <id>${stableId(`feed ${about.locale}`)}</id>
  <title>${escaped(about.title)}</title>
  <updated>${updated}</updated>
  <author><name>${escaped(about.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(about.self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(about.page)}"/>
${all.slice(0, entries).map(entryXml).join('')}</feed>
`
}
