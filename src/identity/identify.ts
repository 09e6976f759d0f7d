import { type Document, isParagraph } from '../model/document.ts'
import { type Finding, finding } from '../model/issue.ts'
import { mapped } from '../model/list.ts'
import { formatLocator } from '../model/locator.ts'
import type { Scope } from '../model/report.ts'
import { agencyEvidence, fullerEvidence, maybeSame } from './agencyEvidence.ts'
import { byWeight, type Evidence, type EvidenceSource, evidenceSources } from './evidence.ts'
import { type Kind, kindOf } from './kind.ts'
import { fullestName } from './name.ts'
import { placeEvidence } from './placeEvidence.ts'
import { type PlainLines, plainLines } from './plain.ts'
import { publishedOn } from './publication.ts'
import { scopeOf } from './scope.ts'
import { siteLabels } from './siteLabels.ts'
import { findTitle } from './title.ts'
import { otherPeriod } from './year.ts'
import { yearEvidence } from './yearEvidence.ts'

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
  /**
   * All that names the agency, then the year, then what tells the place. Of the first two the most trusted stands
   * first: that one was used.
   */
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

/** What is known of a file besides its content. */
export interface FileClues {
  /** Where it lies: the last thing to be trusted. */
  readonly path: string
  /** The address it came from, or empty. */
  readonly url: string
}
const noClues: FileClues = { path: '', url: '' }

/**
 * Identifies a report by all that names its agency and its year, the weightiest of each, and says where that is
 * uncertain. Where its agency is, is only known beside a list of divisions: here, what tells it is gathered.
 */
export function identify(
  document: Document,
  override: Override = noOverride,
  { path, url }: FileClues = noClues,
): Identity {
  const lines = plainLines(document)
  const text = { lines, whole: lines.join('\n') }
  const title = findTitle(document, lines)
  const published_on = publishedOn(document)
  const labels = siteLabels(document)
  const agencies = byWeight(agencyEvidence(title, text, { override: override.agency, labels, path }))
  const years = byWeight(yearEvidence(text, { title, published_on, path, url, override: override.year }))
  const core = agencies[0]?.value ?? ''
  const name = core && (override.agency || nameOf(core, lines))
  const kind = kindOf(name)
  const scope = override.scope ? { scope: override.scope, words: '' } : scopeOf(kind.type, title, text.whole)
  const aggregate = scope.words ? [finding('scope_aggregate', { found: scope.words })] : []
  const evidence = [
    ...agencies,
    ...fullerEvidence(name, core, lines),
    ...years,
    ...placeEvidence(text, { labels, path, url }),
  ]
  return {
    ...kind,
    name,
    year: years[0] ? Number(years[0].value) : null,
    title,
    scope: scope.scope,
    published_on,
    division_code: override.division_code,
    evidence: withLocators(evidence, document, lines),
    findings: [
      ...agencyFindings(name, agencies),
      ...yearFindings(years),
      ...periodFindings(text, years),
      ...aggregate,
    ],
  }
}

/** The fullest form of a name; what a title adds in brackets does not stand behind the name in the text. */
function nameOf(core: string, lines: readonly string[]): string {
  const bare = core.replace(/\([^()]*\)$/, '')
  const fullest = fullestName(bare, lines)
  return fullest === bare ? core : fullest
}

/** Sources whose words are not in the text of the report. */
const outsideText: readonly EvidenceSource[] = ['override', 'path', 'host', 'url']
/** A line that begins a title of several lines is no shorter. */
const shortestLine = 4

/** Evidence with the places of its words, as far as they stand in the text. */
function withLocators(found: readonly Evidence[], document: Document, lines: readonly string[]): Evidence[] {
  const paragraphs = document.blocks.filter(isParagraph)
  return mapped(found, (one) => {
    if (one.locator || outsideText.includes(one.from)) return one
    const at = lines.findIndex(
      (line) => line.includes(one.words) || (line.length >= shortestLine && one.words.startsWith(line)),
    )
    const paragraph = paragraphs[at]
    return paragraph ? { ...one, locator: formatLocator(paragraph.at) } : one
  })
}

/** Sources that speak of the report itself, and contradict each other when they name different bodies. */
const ofTheReport: readonly EvidenceSource[] = ['title', 'announced', 'signature']
/** Sources that may be right by chance. */
const weak: readonly EvidenceSource[] = ['page', 'issuer', 'path', 'signature', 'publication', 'url']
const weakForAgency: readonly EvidenceSource[] = ['page', 'issuer', 'path']

function agencyFindings(name: string, agencies: readonly Evidence[]): Finding[] {
  const [used] = agencies
  if (!used) return [finding('agency_unknown')]
  if (used.from === 'override') return []
  const others = agencies.filter((one) => ofTheReport.includes(one.from) && !maybeSame(one.value, used.value))
  const conflict = others.length
    ? [finding('agency_conflict', { expected: name, found: listed([used, ...others]) })]
    : []
  if (used.from === 'title') return conflict
  if (weakForAgency.includes(used.from))
    return [...conflict, finding('agency_uncertain', { found: listed([used]) })]
  return [...conflict, finding('agency_from_prose', { found: name })]
}

function yearFindings(years: readonly Evidence[]): Finding[] {
  const [used] = years
  if (!used) return [finding('year_unknown')]
  if (used.from === 'override') return []
  if (weak.includes(used.from)) return [finding('year_uncertain', { found: listed([used]) })]
  if (used.from === 'prose') return [finding('year_from_prose', { found: used.value })]
  if (years.every((one) => one.value === used.value)) return []
  return [finding('year_conflict', { expected: used.value, found: listed(years) })]
}

function periodFindings(text: PlainLines, years: readonly Evidence[]): Finding[] {
  if (years.some(({ from }) => from === 'period')) return []
  const found = otherPeriod(text)
  return found === '' ? [] : [finding('period_not_year', { found })]
}

const listed = (found: readonly Evidence[]): string =>
  found
    .map(({ from, value }) => `${evidenceSources[from].zh} ${evidenceSources[from].en} ${value}`)
    .join('; ')
