import type { AgencyType, Level } from '../model/report.ts'
import { type Field, fields, placeStem, provinceStems, townStem, verticals } from './names.ts'
import { Random } from './random.ts'

/** A body of the invented country. */
export interface InventedAgency {
  /** From 0; with the seed it settles everything else. */
  readonly index: number
  /** The fullest form of its name. */
  readonly name: string
  /** Its name without the places above its own. */
  readonly short: string
  /** The places it lies in, from the province down; empty where a level does not apply. */
  readonly province: string
  readonly city: string
  readonly county: string
  readonly level: Level
  readonly type: AgencyType
  readonly field: string
  /** Typical yearly requests in a year that has any. */
  readonly requests: number
  /** Typical yearly licences, and a third of it penalties; 0 for a body that decides on none. */
  readonly decisions: number
  /** How likely it is to have any request in a year. */
  readonly activity: number
}

/** How many bodies there are of each level, and how many units they belong to. */
interface Plan {
  readonly provinces: number
  readonly cities: number
  readonly counties: number
  readonly ofProvinces: number
  readonly ofCities: number
  readonly townships: number
}

/** The shares of a real year: about 1 % provincial, 11 % prefectural, 28 % townships, the rest counties. */
function planFor(agencies: number): Plan {
  const ofProvinces = Math.max(1, Math.round(agencies * 0.012))
  const ofCities = Math.round(agencies * 0.11)
  const townships = Math.round(agencies * 0.28)
  const ofCounties = Math.max(0, agencies - ofProvinces - ofCities - townships)
  // A small country has several of each all the same, each with few bodies: else it would show no regions.
  const few = Math.min(8, Math.floor(agencies / 30))
  const provinces = Math.min(provinceStems.length, Math.max(1, few, Math.round(ofProvinces / 40)))
  return {
    provinces,
    cities: Math.max(1, few, Math.round(ofCities / 34)),
    counties: Math.max(1, 2 * few, Math.round(ofCounties / 30)),
    ofProvinces,
    ofCities,
    townships,
  }
}

/** What a body is, before its figures: the unit it belongs to and its place among that unit's bodies. */
interface Role {
  readonly kind: 'government' | 'office' | 'department' | 'zone' | 'vertical' | 'institution'
  readonly field?: Field
  readonly ordinal: number
}

function roleOf(ordinal: number): Role {
  if (ordinal === 0) return { kind: 'government', ordinal }
  if (ordinal === 1) return { kind: 'office', ordinal }
  if (ordinal === 2) return { kind: 'zone', ordinal: 0 }
  const others = ordinal - 3
  if (others < fields.length) return { kind: 'department', field: fields[others] as Field, ordinal }
  const last = others - fields.length
  if (last < verticals.length) return { kind: 'vertical', ordinal: last }
  return { kind: 'institution', ordinal: last - verticals.length }
}

/** The invented country of a seed: as many bodies as asked for, each made by its index alone. */
export class InventedCountry {
  readonly seed: string
  readonly size: number
  private readonly plan: Plan
  private readonly shift: number

  constructor(seed: string | number, agencies: number) {
    this.seed = String(seed)
    this.size = agencies
    this.plan = planFor(agencies)
    this.shift = new Random(this.seed, 'names').integer(0, 999)
  }

  /** The body with an index from 0 to `size - 1`. Bodies of all levels come from the first hundred on. */
  agency(index: number): InventedAgency {
    const { ofProvinces, ofCities, townships, provinces, cities, counties } = this.plan
    // A step that shares no factor with the size mixes the levels, so that any stretch is a fair sample.
    let i = this.size > 100 ? (index * coprime(this.size)) % this.size : index
    if (i < ofProvinces) return this.body(index, 'province', i % provinces, Math.floor(i / provinces))
    i -= ofProvinces
    if (i < ofCities) return this.body(index, 'prefecture', i % cities, Math.floor(i / cities))
    i -= ofCities
    if (i < townships) return this.township(index, i % counties, Math.floor(i / counties))
    i -= townships
    return this.body(index, 'county', i % counties, Math.floor(i / counties))
  }

  private province(i: number): string {
    return `${provinceStems[(i + this.shift) % provinceStems.length]}省`
  }

  private city(i: number): { province: string; city: string } {
    const random = new Random(this.seed, 'city', i)
    const kind = random.chance(0.92) ? '市' : '自治州'
    return { province: this.province(i % this.plan.provinces), city: `${placeStem(i + this.shift)}${kind}` }
  }

  private county(i: number): { province: string; city: string; county: string } {
    const random = new Random(this.seed, 'county', i)
    const kind = ['县', '区', '市', '自治县'][random.weighted([50, 33, 13, 4])]
    const stem = placeStem(i + this.shift + this.plan.cities)
    return { ...this.city(i % this.plan.cities), county: `${stem}${kind}` }
  }

  private township(index: number, unit: number, ordinal: number): InventedAgency {
    const random = new Random(this.seed, 'agency', index)
    const places = this.county(unit)
    const urban = places.county.endsWith('区')
    const type = (['subdistrict', 'town', 'township'] as const)[
      random.weighted(urban ? [70, 25, 5] : [8, 62, 30])
    ] as 'subdistrict' | 'town' | 'township'
    const suffix = { subdistrict: '街道办事处', town: '镇人民政府', township: '乡人民政府' }[type]
    const short = `${townStem(unit * 7 + ordinal)}${suffix}`
    const base = { requests: type === 'subdistrict' ? 3 : 2, decisions: type === 'subdistrict' ? 2 : 1 }
    return {
      index,
      ...places,
      name: `${places.city}${places.county}${short}`,
      short,
      level: 'township',
      type,
      field: '',
      requests: random.longTail(base.requests),
      decisions: random.chance(0.3) ? random.longTail(base.decisions * 10) : 0,
      // A fifth of the townships hear from their citizens most years, the others hardly ever.
      activity: random.chance(0.3) ? 0.62 : 0.05,
    }
  }

  private body(index: number, level: 'province' | 'prefecture' | 'county', unit: number, ordinal: number) {
    const random = new Random(this.seed, 'agency', index)
    const places =
      level === 'province'
        ? { province: this.province(unit), city: '', county: '' }
        : level === 'prefecture'
          ? { ...this.city(unit), county: '' }
          : this.county(unit)
    const own = places.county || places.city || places.province
    const place = level === 'county' ? `${places.city}${own}` : own
    const named = nameOf(roleOf(ordinal), level)
    const name = named.name.replace('{place}', place)
    const size = { province: 40, prefecture: 12, county: 2.5 }[level]
    return {
      index,
      ...places,
      name,
      short: named.name.replace('{place}', own),
      level,
      type: named.type,
      field: named.field,
      requests: random.longTail(size * named.requests),
      decisions: named.decisions > 0 && random.chance(0.8) ? random.longTail(size * 8 * named.decisions) : 0,
      activity: activityOf(level, named.requests, random),
    } satisfies InventedAgency
  }
}

/** Governments and busy fields hear from someone nearly every year; a county's quiet bureaus seldom do. */
function activityOf(level: 'province' | 'prefecture' | 'county', requests: number, random: Random): number {
  const base = { province: 0.97, prefecture: 0.82, county: 0.42 }[level]
  const busy = requests >= 2 ? 0.5 : requests >= 1 ? 0.2 : 0
  const usual = base + (1 - base) * busy
  return random.chance(usual) ? 0.9 : 0.08
}

interface Named {
  readonly name: string
  readonly type: AgencyType
  readonly field: string
  readonly requests: number
  readonly decisions: number
}

function nameOf(role: Role, level: 'province' | 'prefecture' | 'county'): Named {
  const field = role.kind
  if (role.kind === 'government')
    return { name: '{place}人民政府', type: 'government', field, requests: 9, decisions: 0 }
  if (role.kind === 'office') {
    const name = `{place}人民政府${level === 'county' ? '办公室' : '办公厅'}`
    return { name, type: 'office', field, requests: 5, decisions: 0 }
  }
  if (role.kind === 'zone')
    return { name: '{place}经济开发区管理委员会', type: 'zone', field, requests: 1.5, decisions: 4 }
  if (role.kind === 'department' && role.field) {
    const { id, requests, decisions } = role.field
    const title = { province: role.field.province, prefecture: role.field.city, county: role.field.county }[
      level
    ]
    return { name: `{place}${title}`, type: 'department', field: id, requests, decisions }
  }
  if (role.kind === 'vertical') {
    const vertical = verticals[role.ordinal] as (typeof verticals)[number]
    return { ...vertical, type: 'vertical', field }
  }
  const numeral = role.ordinal === 0 ? '' : `第${'一二三四五六七八九十'[role.ordinal % 10]}`
  return {
    name: `{place}${numeral}公共服务中心`,
    type: 'institution',
    field: 'institution',
    requests: 0.3,
    decisions: 0,
  }
}

/** A step near the golden section of `size` that shares no factor with it. */
function coprime(size: number): number {
  let step = Math.max(1, Math.floor(size * 0.618))
  while (divisor(step, size) !== 1) step += 1
  return step
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
