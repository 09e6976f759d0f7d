import { bodyIn, bodyOfName } from '../body.ts'
import { type Division, divisionOfCode, resolvePlace } from '../divisions.ts'
import type { Located } from '../locate.ts'
import type { Registry, RegistryRow } from './registry.ts'

/** An agency as the registry knows it: the row of its id, that of the name it goes by here if another. */
export interface Registered {
  readonly agency_id: string
  /** Null when it is not in the registry. */
  readonly row: RegistryRow | null
}

/** A division by the code it has now, with its name: a code that was changed does not make another agency. */
function divisionKey(code: string): string {
  let division = divisionOfCode(code)
  for (let steps = 0; division?.later && steps < 5; steps += 1) {
    const later: Division | null = divisionOfCode(division.later)
    if (later?.name !== division.name) break
    division = later
  }
  return division ? `${division.code} ${division.name}` : ''
}

/** Finds agencies in a registry, by their id, or by division and body where their id is made otherwise today. */
export class RegisteredAgencies {
  private readonly registry: Registry
  private byDivision: Map<string, RegistryRow[]> | undefined

  constructor(registry: Registry) {
    this.registry = registry
  }

  /** The agency that a report is from; of another name, the one whose name it is. */
  find({
    agency_id,
    division_code,
    body,
  }: Pick<Located, 'agency_id' | 'division_code' | 'body'>): Registered {
    const found = this.registry.get(agency_id) ?? this.sameBody(division_code, body)
    if (!found) return { agency_id, row: null }
    if (!found.same_as) return { agency_id: found.agency_id, row: found }
    return { agency_id: found.same_as, row: this.registry.get(found.same_as) ?? null }
  }

  /** The rows of other and earlier names, by the id of the agency whose they are. */
  otherNames(): ReadonlyMap<string, readonly RegistryRow[]> {
    return Map.groupBy(
      [...this.registry.values()].filter(({ same_as }) => same_as !== ''),
      ({ same_as }) => same_as,
    )
  }

  /** The rows of agencies, without those of their other names. */
  agencies(): RegistryRow[] {
    return [...this.registry.values()].filter(({ same_as }) => same_as === '')
  }

  private sameBody(code: string, body: string): RegistryRow | undefined {
    const key = code && divisionKey(code)
    if (!key) return undefined
    this.byDivision ??= Map.groupBy(
      [...this.registry.values()].filter((row) => row.division_code),
      (row) => divisionKey(row.division_code),
    )
    return this.byDivision.get(key)?.find((row) => bodyOfRow(row) === body)
  }
}

/** What the agency of a row is called behind its place. */
export function bodyOfRow({ name, division_code }: RegistryRow): string {
  const place = resolvePlace(name, { codes: [division_code] })
  const body = bodyOfName(name, place.rest)
  return place.status === 'resolved' ? bodyIn(place.division, body) : body
}
