import type { Agency } from '../model/report.ts'

/**
 * What an agency can be found by: its name and other names, its place, and its name in pinyin, in full, run
 * together and by initials. Names are kept apart by line feeds, so that no match reaches across two of them.
 */
export function searchText(agency: Agency): string {
  const syllables = agency.name_pinyin.split(/\s+/).filter(Boolean)
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  const place = agency.province + agency.city + agency.county + agency.township
  const names = [agency.name, ...agency.aliases, place, agency.name_pinyin, syllables.join(''), initials]
  return [...new Set(names.filter(Boolean))].join('\n').toLowerCase()
}

/** Agencies in the order of the list: by level from the nation down, then by division and name. */
export function inListOrder(agencies: readonly Agency[], levels: readonly string[]): Agency[] {
  const key = (agency: Agency) => agency.division_code || '~'
  return agencies.toSorted(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.agency_id < b.agency_id ? -1 : 1),
  )
}
