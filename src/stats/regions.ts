import { createHash } from 'node:crypto'
import { namePinyin } from '../identity/slug.ts'
import type { Agency } from '../model/report.ts'
import { onceFor } from './once.ts'

/** The levels that have a page of their own; townships stand on the page of their county. */
export const regionLevels = ['province', 'prefecture', 'county'] as const
export type RegionLevel = (typeof regionLevels)[number]

/** A province, prefecture or county in which an agency covered lies, as the agencies themselves name it. */
export interface Region {
  /** The step of its address: its division code where it is known, and its name in pinyin. */
  readonly id: string
  readonly level: RegionLevel
  readonly name: string
  /** From the province down; empty for a province. */
  readonly above: readonly Region[]
  /** The next smaller regions, in the order of their addresses. */
  readonly regions: readonly Region[]
  /** Every agency that lies in it, those of its smaller regions included. */
  readonly agencies: readonly Agency[]
}

/** The regions of all agencies, and the agencies that lie in none: of the nation, or of a place not known. */
export interface Regions {
  readonly provinces: readonly Region[]
  /** All of them, from the provinces down. */
  readonly all: readonly Region[]
  readonly elsewhere: readonly Agency[]
  /** The region of each agency that lies in one: the smallest. */
  readonly of: ReadonlyMap<string, Region>
}

interface Draft {
  readonly level: RegionLevel
  readonly name: string
  readonly path: string
  readonly agencies: Agency[]
  readonly below: Map<string, Draft>
}

const draft = (level: RegionLevel, name: string, path: string): Draft => ({
  level,
  name,
  path,
  agencies: [],
  below: new Map(),
})

/**
 * The places an agency lies in, from the province down; none where the province is not known. A municipality is
 * no prefecture of itself.
 */
function placesOf(agency: Agency): [RegionLevel, string][] {
  if (agency.province === '') return []
  const city = agency.city === agency.province ? '' : agency.city
  const places: [RegionLevel, string][] = [
    ['province', agency.province],
    ['prefecture', city],
    ['county', agency.county],
  ]
  return places.filter(([, name]) => name !== '')
}

const digits: Readonly<Record<RegionLevel, number>> = { province: 2, prefecture: 4, county: 6 }

/** The code that most of the agencies in a region have for it; empty when none has one. */
function codeOf({ level, agencies }: Draft): string {
  const counted = new Map<string, number>()
  for (const { division_code } of agencies) {
    if (!/^\d{6}/.test(division_code)) continue
    const code = division_code.slice(0, digits[level]).padEnd(6, '0')
    counted.set(code, (counted.get(code) ?? 0) + 1)
  }
  const [first] = [...counted].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

/** Places that are spelled alike are told apart by their code, or else by a few digits of the hash of their path. */
function idOf(one: Draft): string {
  const spelled = namePinyin(one.name)
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
  const code = codeOf(one)
  return code
    ? `${code}-${spelled}`
    : `${spelled}-${createHash('sha256').update(one.path).digest('hex').slice(0, 6)}`
}

const byId = (a: Region, b: Region): number => (a.id < b.id ? -1 : 1)

function finish(one: Draft, above: readonly Region[], all: Region[], of: Map<string, Region>): Region {
  const regions: Region[] = []
  const region: Region = {
    id: idOf(one),
    level: one.level,
    name: one.name,
    above,
    regions,
    agencies: one.agencies,
  }
  // The smaller regions come later and take their agencies over.
  for (const { agency_id } of one.agencies) of.set(agency_id, region)
  all.push(region)
  for (const below of one.below.values()) regions.push(finish(below, [...above, region], all, of))
  regions.sort(byId)
  return region
}

function place(agency: Agency, roots: Map<string, Draft>): void {
  let among = roots
  let path = ''
  for (const [level, name] of placesOf(agency)) {
    path = `${path}/${name}`
    const found = among.get(name) ?? draft(level, name, path)
    among.set(name, found)
    found.agencies.push(agency)
    among = found.below
  }
}

const rank = (region: Region): number => regionLevels.indexOf(region.level)

function build(agencies: readonly Agency[]): Regions {
  const roots = new Map<string, Draft>()
  for (const agency of agencies) place(agency, roots)
  const all: Region[] = []
  const of = new Map<string, Region>()
  const provinces = [...roots.values()].map((one) => finish(one, [], all, of)).sort(byId)
  return {
    provinces,
    all: all.sort((a, b) => rank(a) - rank(b) || byId(a, b)),
    elsewhere: agencies.filter(({ agency_id }) => !of.has(agency_id)),
    of,
  }
}

/** The regions that agencies lie in, worked out once for a list of agencies. */
export const regionsOf: (agencies: readonly Agency[]) => Regions = onceFor(build)
