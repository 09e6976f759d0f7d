import type { Issue } from '../../model/issue.ts'
import type { Agency, Report } from '../../model/report.ts'
import { idInDivision } from '../body.ts'
import { type Division, divisionOfCode } from '../divisions.ts'
import { placeOfClaim } from '../locate.ts'
import { bodyOfRow } from './apply.ts'
import { identicalPairs, type KnownAgency } from './identical.ts'
import type { Registry, RegistryRow } from './registry.ts'

/** What of a report proposals are made from. */
export type ProposedReport = Pick<
  Report,
  'agency_id' | 'agency_name' | 'agency_type' | 'agency_level' | 'year' | 'evidence'
> & {
  readonly source: { readonly path: string; readonly sha256: string }
  readonly issues: readonly Pick<Issue, 'code'>[]
}

/** An agency of which the files do not tell which it is. */
export interface OpenAgency {
  readonly agency_id: string
  readonly name: string
  readonly paths: readonly string[]
  /** The places it may be in; none when nothing tells. */
  readonly candidates: readonly Division[]
}

/** Two ids that are probably those of one agency, and what speaks for it. */
export interface ProbablyIdentical {
  readonly agency_id: string
  readonly same_as: string
  readonly names: readonly [string, string]
  readonly why: string
  /** The row of the second, where it is neither in the registry nor an agency of its own among the reports. */
  readonly target?: RegistryRow
}

/** What the registry lacks, for the maintainer to decide. */
export interface Proposals {
  readonly added: readonly RegistryRow[]
  readonly open: readonly OpenAgency[]
  readonly identical: readonly ProbablyIdentical[]
}

/** Issues of reports whose own file does not tell which agency it is from. */
const leavesOpen = ['agency_unknown', 'division_ambiguous', 'division_unknown', 'division_by_siblings']

const isOpen = (report: ProposedReport): boolean =>
  report.issues.some(({ code }) => leavesOpen.includes(code))

/** The reports that leave it open whose they are, by agency; only these are held in memory. */
function groupOpen(reports: Iterable<ProposedReport>): ReadonlyMap<string, readonly ProposedReport[]> {
  const open: ProposedReport[] = []
  for (const report of reports) if (isOpen(report)) open.push(report)
  return Map.groupBy(open, ({ agency_id }) => agency_id)
}

/** A row for an agency that the registry does not have. */
export const rowOf = ({ agency_id, name, division_code, level, type }: Agency): RegistryRow => ({
  agency_id,
  name,
  division_code,
  level,
  type,
  parent_id: '',
  same_as: '',
  merged_into: '',
  since: '',
  until: '',
  note: '',
  source: '',
})

/** Compares what was read with the registry. Nothing is decided here. */
export function proposals(
  { agencies, reports }: { readonly agencies: readonly Agency[]; readonly reports: Iterable<ProposedReport> },
  registry: Registry,
): Proposals {
  const openReports = groupOpen(reports)
  const unknown = agencies.filter(({ agency_id }) => !registry.has(agency_id))
  const fresh = unknown.filter(({ agency_id }) => !openReports.has(agency_id))
  const byId = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const known = [...registry.values()]
    .filter((row) => !row.same_as)
    .map((row) => knownRow(row, byId.get(row.agency_id)))
  const all = [...known, ...fresh.map(knownAgency)]
  const byDivision = Map.groupBy(all, ({ division_code }) => division_code)
  const open = unknown.flatMap((agency) => {
    const own = openReports.get(agency.agency_id)
    return own ? [{ agency, is: openAgency(agency, own) }] : []
  })
  return {
    added: fresh.map(rowOf),
    open: open.map(({ is }) => is),
    identical: [
      ...identicalPairs(all),
      ...open.flatMap(({ agency, is }) => probablyKnown(agency, is, byDivision)),
    ],
  }
}

const knownAgency = (agency: Agency): KnownAgency => ({
  ...rowOf(agency),
  registered: false,
  body: bodyOfRow(rowOf(agency)),
  first_year: agency.first_year,
  last_year: agency.last_year,
})

function knownRow(row: RegistryRow, agency: Agency | undefined): KnownAgency {
  const { first_year = null, last_year = null } = agency ?? {}
  return { ...row, registered: true, body: bodyOfRow(row), first_year, last_year }
}

function openAgency(agency: Agency, reports: readonly ProposedReport[]): OpenAgency {
  const [report] = reports
  const place = report && placeOfClaim({ ...report, division_code: '', evidence: evidenceOf(report) })
  const candidates = place?.status === 'ambiguous' ? place.candidates : []
  const paths = reports.map(({ source }) => source.path).sort()
  return { agency_id: agency.agency_id, name: agency.name, paths, candidates }
}

const evidenceOf = (report: ProposedReport) =>
  (report.evidence ?? []) as Parameters<typeof placeOfClaim>[0]['evidence']

/** Whom an agency probably is that its own files leave open: by its siblings, or as the only one known of its name. */
function probablyKnown(
  agency: Agency,
  { candidates }: OpenAgency,
  byDivision: ReadonlyMap<string, readonly KnownAgency[]>,
): ProbablyIdentical[] {
  const { agency_id, name } = agency
  const division = divisionOfCode(agency.division_code)
  const body = bodyOfRow(rowOf(agency))
  if (division) {
    const same_as = idInDivision(division, body)
    const target = { ...rowOf(agency), agency_id: same_as }
    return [{ agency_id, same_as, names: [name, name], why: 'by the other files of its folder', target }]
  }
  const there = candidates.flatMap(({ code }) => byDivision.get(code) ?? [])
  const [only, ...others] = there.filter((one) => one.body === body)
  if (!only || others.length) return []
  const why = 'the only agency known of that name'
  return [{ agency_id, same_as: only.agency_id, names: [name, only.name], why }]
}
