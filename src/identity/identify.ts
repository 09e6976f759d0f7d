import type { Document } from '../model/document.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Scope } from '../model/report.ts'
import { type Kind, kindOf } from './kind.ts'
import { bodyOfProse, fullestName } from './name.ts'
import { plainLines } from './plain.ts'
import { publishedOn } from './publication.ts'
import { scopeOf } from './scope.ts'
import { bodyOfTitle, findTitle } from './title.ts'
import { periodYear, proseYear, titleYear, type YearEvidence } from './year.ts'

/** What the maintainer states of a file in `sources.csv`; it outranks what the file says. Empty where not stated. */
export interface Override {
  readonly agency: string
  readonly year: number | null
  readonly division_code: string
  readonly scope: Scope | ''
}
export const noOverride: Override = { agency: '', year: null, division_code: '', scope: '' }

/** Who published a report, for which year, and whom it covers. */
export interface Identity extends Kind {
  /** The fullest form of the name that the report gives; empty when it gives none. */
  readonly name: string
  readonly year: number | null
  readonly title: string
  readonly scope: Scope
  readonly published_on: string
  readonly division_code: string
  readonly findings: readonly Finding[]
}

/** Identifies a report from its title, its reporting period and its prose, in this order of trust. */
export function identify(document: Document, override: Override = noOverride): Identity {
  const lines = plainLines(document)
  const title = findTitle(document, lines)
  const years = yearEvidence(title, lines, override)
  const body = findBody(title, lines, override)
  const name = body.name && (override.agency || fullestName(body.name, lines))
  const kind = kindOf(name)
  const scope = override.scope ? { scope: override.scope, words: '' } : scopeOf(kind.type, title, lines)
  const aggregate = scope.words ? [finding('scope_aggregate', { found: scope.words })] : []
  return {
    ...kind,
    name,
    year: years[0]?.year ?? null,
    title,
    scope: scope.scope,
    published_on: publishedOn(document),
    division_code: override.division_code,
    findings: [...body.findings, ...yearFindings(years), ...aggregate],
  }
}

function findBody(
  title: string,
  lines: readonly string[],
  override: Override,
): { name: string; findings: Finding[] } {
  if (override.agency) return { name: override.agency, findings: [] }
  const named = bodyOfTitle(title)
  if (named) return { name: named, findings: [] }
  const found = bodyOfProse(lines)
  if (!found) return { name: '', findings: [finding('agency_unknown')] }
  return { name: found, findings: [finding('agency_from_prose', { found: fullestName(found, lines) })] }
}

/** What names a year, the most trusted first: the maintainer, the reporting period, the title, the prose. */
function yearEvidence(title: string, lines: readonly string[], override: Override): YearEvidence[] {
  const found: readonly [YearEvidence['from'], number | null][] = [
    ['override', override.year],
    ['period', periodYear(lines)],
    ['title', titleYear(title)],
  ]
  const evidence = found.flatMap(([from, year]) => (year === null ? [] : [{ from, year }]))
  if (evidence.length) return evidence
  const year = proseYear(lines)
  return year === null ? [] : [{ from: 'prose', year }]
}

const sources = {
  override: 'sources.csv',
  period: '统计期限 reporting period',
  title: '标题 title',
  prose: '正文 prose',
}

function yearFindings(years: readonly YearEvidence[]): Finding[] {
  const [used] = years
  if (!used) return [finding('year_unknown')]
  if (used.from === 'prose') return [finding('year_from_prose', { found: String(used.year) })]
  if (years.every((one) => one.year === used.year) || used.from === 'override') return []
  const found = years.map((one) => `${sources[one.from]} ${one.year}`).join('; ')
  return [finding('year_conflict', { expected: String(used.year), found })]
}
