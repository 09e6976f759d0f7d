import { remembered } from '../ingest/remembered.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { AgencyType, Level } from '../model/report.ts'
import { bodyIn, bodyOf, bodyOfName, idByName, idInDivision, idOfFile, namesNoOne } from './body.ts'
import type { Evidence as PlaceEvidence } from './divisions/evidence.ts'
import { levelOfCode } from './divisions/levels.ts'
import { type Chain, chainOf, type Division, divisionOfCode, type Place, resolvePlace } from './divisions.ts'
import type { Evidence } from './evidence.ts'
import { zoneOf } from './zone.ts'

/** What a report says of its agency: all that is needed to tell which agency that is. */
export interface Claim {
  readonly agency_name: string
  readonly agency_type: AgencyType
  /** As far as the name says. */
  readonly agency_level: Level
  /** What `sources.csv` states; empty where it does not. */
  readonly division_code: string
  readonly year: number | null
  readonly evidence: readonly Evidence[]
  readonly source: { readonly path: string; readonly sha256: string }
}

/** Which agency a report is from, and where that is. */
export interface Located {
  readonly agency_id: string
  /** The name with the place that it is told apart by; that of the report where no list has the place. */
  readonly name: string
  readonly level: Level
  readonly division_code: string
  readonly chain: Chain
  /** What it is called behind its place; empty for the government of a division. */
  readonly body: string
  /** The divisions it may be in, sorted by code: one when it is known, none when nothing tells. */
  readonly candidates: readonly Division[]
  /** What told the division besides the name, with its words. */
  readonly told: readonly Pick<PlaceEvidence, 'kind' | 'words'>[]
  readonly findings: readonly Finding[]
}

/** Sources whose words or values name places or bodies. */
const named = (found: readonly Evidence[]): string[] =>
  found.flatMap(({ what, from, value, words }) => {
    if (what === 'year' || from === 'host') return []
    return from === 'override' || from === 'path' ? [value] : [value, words]
  })
const valuesFrom = (found: readonly Evidence[], from: Evidence['from']): string[] =>
  found.filter((one) => one.what === 'place' && one.from === from).map(({ value }) => value)

/** The division that a report's agency is of, by all that its own file says. */
export function placeOfClaim({ agency_name, division_code, year, evidence }: Claim): Place {
  return resolvePlace(agency_name, {
    texts: [...new Set(named(evidence))],
    hosts: valuesFrom(evidence, 'host'),
    paths: valuesFrom(evidence, 'path'),
    codes: division_code ? [division_code] : [],
    year,
  })
}

/**
 * Which agency a report is from, by its own file alone: whatever else is read, the id is the same. `place` is what
 * `placeOfClaim` gives.
 */
export function locate(claim: Claim, place: Place = placeOfClaim(claim)): Located {
  if (claim.division_code) return inStatedDivision(claim, place)
  if (place.status === 'resolved') return inDivision(claim, place.division, place.rest, place.evidence)
  if (place.status === 'ambiguous') return inOneOf(claim, place)
  return inUnknownPlace(claim, place.within)
}

/** A report whose agency is of a division that is known. */
export function inDivision(
  claim: Claim,
  division: Division,
  rest: string,
  told: readonly PlaceEvidence[],
): Located {
  const body = bodyIn(division, bodyOfName(claim.agency_name, rest))
  return {
    agency_id: idInDivision(division, body),
    name: nameIn(division, body, claim),
    level: levelIn(claim, division),
    division_code: division.code,
    chain: chainOf(division),
    body,
    candidates: [division],
    told: told.map(({ kind, words }) => ({ kind, words })),
    findings: [],
  }
}

/** A division that `sources.csv` states counts for more than all that the report says. */
function inStatedDivision(claim: Claim, place: Place): Located {
  const { agency_name: name, division_code: code } = claim
  const division = divisionOfCode(code)
  const told = [{ kind: 'code' as const, words: code, keeps: division ? [division] : [] }]
  if (division) return inDivision(claim, division, restIn(division, name, place), told)
  const level = claim.agency_level === 'unknown' ? levelOfCode(code) : claim.agency_level
  return { ...nowhere(claim, idByName(name, code)), level, division_code: code, told }
}

/** What a name has behind its place, where it is that of a division which need not be in the name. */
function restIn(division: Division, name: string, place: Place): string {
  if (place.status !== 'unknown') return place.rest
  const at = name.indexOf(division.name)
  return at < 0 ? place.rest : name.slice(at + division.name.length)
}

function inOneOf(claim: Claim, { candidates, rest, evidence }: Place & { status: 'ambiguous' }): Located {
  const found = candidatesInWords(candidates)
  const levels = new Set(candidates.map((one) => levelIn(claim, one)))
  const [level = claim.agency_level] = levels
  return {
    ...nowhere(claim, idOfFile(claim.agency_name, claim.source.sha256)),
    level: levels.size === 1 ? level : claim.agency_level,
    chain: shared(candidates),
    body: bodyOfName(claim.agency_name, rest),
    candidates,
    told: evidence.map(({ kind, words }) => ({ kind, words })),
    findings: [
      finding('division_ambiguous', {
        found,
        params: { name: claim.agency_name, n: String(candidates.length) },
      }),
    ],
  }
}

/** What follows from a name alone. Each year has a report of the same agencies, as many as a country has. */
const ofName = { length: 40, size: 100_000 }
const tellsNoOne = remembered(namesNoOne, ofName)
const idOfName = remembered((name) => idByName(name), ofName)

function inUnknownPlace(claim: Claim, within: readonly Division[]): Located {
  const { agency_name: name } = claim
  const [higher] = within
  const noOne = within.length === 0 && tellsNoOne(name)
  const id = name && !noOne ? idOfName(name) : idOfFile(name, claim.source.sha256)
  const chain = higher ? shared(within) : noChain
  const findings = noOne && name ? [finding('division_unknown', { found: name })] : []
  return { ...nowhere(claim, id), chain, findings }
}

function nowhere(claim: Claim, agency_id: string): Located {
  return {
    agency_id,
    name: claim.agency_name,
    level: claim.agency_level,
    division_code: '',
    chain: noChain,
    body: bodyOf(claim.agency_name),
    candidates: [],
    told: [],
    findings: [],
  }
}

/** Of a place that is not known. */
export const noChain: Chain = { province: '', city: '', county: '', township: '' }

/** Bodies that are of their division, and are of its level. A branch serves a part of it, a zone has a rank of its own. */
const ofDivision: readonly AgencyType[] = ['government', 'office', 'department', 'vertical', 'institution']
const branch = /(?:分局|大队|支局|税务所|监管所|派出所)$/

function levelIn({ agency_type, agency_level, agency_name }: Claim, { level }: Division): Level {
  if (agency_level === 'national' || !ofDivision.includes(agency_type)) return agency_level
  if (agency_type === 'department' && zoneOf(agency_name) !== '') return agency_level
  return agency_level !== 'unknown' && branch.test(agency_name) ? agency_level : level
}

/** The canonical name: a town with its county, any other with its own division; a body of a ministry as it is. */
function nameIn(division: Division, body: string, { agency_name, agency_type }: Claim): string {
  if (agency_type === 'vertical' || /^(?:国家|中华|中共|中国)/.test(agency_name)) return agency_name
  if (division.level === 'township') return `${division.parent?.name ?? ''}${division.name}${body}`
  return `${division.name}${body}`
}

/** What all of several divisions have in common. */
function shared(divisions: readonly Division[]): Chain {
  const chains = divisions.map(chainOf)
  const common = (column: keyof Chain) => {
    const [first = '', ...others] = new Set(chains.map((chain) => chain[column]))
    return others.length ? '' : first
  }
  const province = common('province')
  const oneCity = province !== '' && new Set(chains.map(({ city }) => city)).size === 1
  const [city, county] = oneCity ? [common('city'), common('county')] : ['', '']
  return { province, city, county, township: '' }
}

/** As many candidates are named. */
const namedCandidates = 8

/** Candidates with their codes, for the words of an issue. */
export function candidatesInWords(candidates: readonly Division[]): string {
  const words = candidates
    .slice(0, namedCandidates)
    .map((one) => `${one.code} ${Object.values(chainOf(one)).join('')}`)
  return candidates.length > namedCandidates ? `${words.join('; ')}; …` : words.join('; ')
}
