import type { AgencyType } from '../model/report.ts'
import { chainOf, divisionOfCode } from './divisions.ts'
import { type Claim, type Located, locate, noChain } from './locate.ts'
import { bodyOfRow, type Registered, RegisteredAgencies } from './registry/apply.ts'
import type { Registry, RegistryRow } from './registry/registry.ts'
import { type LocatedClaim, withSiblings } from './siblings.ts'

/** Which agency a report is from, beside all other reports and the registry. */
export interface Settled extends Located {
  readonly type: AgencyType
  /** Of the registry; null when the agency is not in it. */
  readonly row: RegistryRow | null
}

/**
 * Settles which agency each report is from, in the order of `claims`. The id is told by the report's own file and
 * the registry alone; other files only tell where an agency is that its own file leaves open.
 */
export function settle(claims: readonly Claim[], registered: RegisteredAgencies): Settled[] {
  const located = claims.map((claim): LocatedClaim => ({ claim, located: locate(claim) }))
  const known = located.map((one) => registered.find(one.located))
  return withSiblings(located).map((one, i) => settled(one, known[i] as Registered))
}

/** As `settle`, for one report by itself. */
export const settleAlone = (claim: Claim, registry: Registry): Settled =>
  settle([claim], new RegisteredAgencies(registry))[0] as Settled

/** An agency that the registry knows and no report is from. */
export function withoutReports(row: RegistryRow): Settled {
  const { agency_id, name, level, type, division_code } = row
  const division = division_code ? divisionOfCode(division_code) : null
  const [chain, candidates] = division ? [chainOf(division), [division]] : [noChain, []]
  const about = { agency_id, name, level, type, division_code, chain, candidates, row }
  return { ...about, body: bodyOfRow(row), told: [], findings: [] }
}

/** What the registry says of an agency outranks what is made of its name. */
function settled({ claim, located }: LocatedClaim, { agency_id, row }: Registered): Settled {
  if (!row) return { ...located, agency_id, type: claim.agency_type, row }
  const division = row.division_code ? divisionOfCode(row.division_code) : null
  const there = division
    ? { division_code: division.code, chain: chainOf(division), candidates: [division], findings: [] }
    : {}
  return { ...located, ...there, agency_id, name: row.name, level: row.level, type: row.type, row }
}
