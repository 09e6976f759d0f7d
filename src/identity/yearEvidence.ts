import { type Evidence, evidence } from './evidence.ts'
import type { PlainLines } from './plain.ts'
import { periodOf, proseYear, titleYear } from './year.ts'

/** What tells the year besides the plain lines. */
export interface YearClues {
  readonly title: string
  /** ISO date, or empty. */
  readonly published_on: string
  readonly path: string
  readonly url: string
  readonly override: number | null
}

const announced = /现(?:将|予以)?(?:向社会)?(?:公布|发布|公开)[^。;]{0,40}?\d{4}年/
const signed = /^\(?(20\d{2})年\d{1,2}月\d{1,2}日\)?$/
const inPath = /(?<!\d)20\d{2}(?!\d)/g

function announcedYear({ lines, whole }: PlainLines): Evidence[] {
  if (!whole.includes('现')) return []
  for (const line of lines) {
    const words = line.includes('现') ? announced.exec(line)?.[0] : undefined
    if (words) return evidence('year', 'announced', titleYear(words), words)
  }
  return []
}

/** The year before the one a report was signed in, by the last line that is a date. */
function signedYear(lines: readonly string[]): Evidence[] {
  const line = lines.findLast((one) => one.length < 16 && signed.test(one))
  const year = Number(signed.exec(line ?? '')?.[1])
  return line ? evidence('year', 'signature', year - 1, line) : []
}

/** A path that has one year; two may be when it was filed and what it is. */
function pathYear(path: string): Evidence[] {
  const years = [...new Set(path.match(inPath) ?? [])]
  return years.length === 1 && years[0] ? evidence('year', 'path', Number(years[0]), path) : []
}

/** The year that an address names as that of its content; a folder such as `/202401/` is when it was filed. */
function urlYear(url: string): Evidence[] {
  const [words, , year] = /(fbtime=|\/)(20\d{2})(?=$|n?\/|&|n\.)/.exec(url) ?? []
  return words ? evidence('year', 'url', Number(year), words) : []
}

/** All that names the year. Prose, path and dates are only asked when neither title nor sentences tell. */
export function yearEvidence(text: PlainLines, clues: YearClues): Evidence[] {
  const { lines } = text
  const period = periodOf(lines)
  const found = [
    ...evidence('year', 'override', clues.override, 'sources.csv'),
    ...(period ? evidence('year', 'period', period.year, period.words) : []),
    ...evidence('year', 'title', titleYear(clues.title), clues.title),
    ...announcedYear(text),
  ]
  if (found.length) return found
  const year = proseYear(lines)
  const published = clues.published_on ? Number(clues.published_on.slice(0, 4)) - 1 : null
  return [
    ...evidence('year', 'prose', year, year === null ? '' : `${year}年`),
    ...signedYear(lines),
    ...pathYear(clues.path),
    ...evidence('year', 'publication', published, clues.published_on),
    ...urlYear(clues.url),
  ]
}
