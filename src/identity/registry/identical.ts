import { type Division, divisionOfCode } from '../divisions.ts'
import { domainOf } from '../domain.ts'
import { placesOf } from '../place.ts'
import type { ProbablyIdentical } from './proposals.ts'
import type { RegistryRow } from './registry.ts'

/** An agency of the registry or of the reports, with what it is called behind its place. */
export interface KnownAgency extends RegistryRow {
  readonly registered: boolean
  readonly body: string
  readonly first_year: number | null
  readonly last_year: number | null
}

/** The code a division has now, whatever it was called. */
function codeToday(code: string): string {
  let division = divisionOfCode(code)
  for (let steps = 0; division?.later && steps < 5; steps += 1) {
    const later: Division | null = divisionOfCode(division.later)
    if (!later) break
    division = later
  }
  return division?.code ?? code
}

/** Whether one name is the other with characters left out: 发改委 of 发展和改革委员会. */
function abbreviates(short: string, full: string): boolean {
  if (short.length >= full.length || short[0] !== full[0]) return false
  let at = 0
  for (const char of short) {
    at = full.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

const isBefore = (a: KnownAgency, b: KnownAgency): boolean =>
  a.last_year !== null && b.first_year !== null && a.last_year < b.first_year

/** What speaks for two agencies of one place being one; empty when nothing does. */
function reason(a: KnownAgency, b: KnownAgency): string {
  if (a.body === b.body) return 'one body, of a division that was renamed'
  if (a.body === '' || b.body === '') return ''
  if (abbreviates(a.body, b.body) || abbreviates(b.body, a.body)) return 'one name abbreviates the other'
  const [one, other] = [domainOf(a.body, a.type), domainOf(b.body, b.type)]
  const successive = isBefore(a, b) || isBefore(b, a)
  return one !== '' && one !== 'general' && one === other && a.type === b.type && successive
    ? 'one field of work, one after the other'
    : ''
}

/** The one to keep second: the registered, else the later, else the longer name. */
function ordered(a: KnownAgency, b: KnownAgency): [KnownAgency, KnownAgency] {
  if (a.registered !== b.registered) return a.registered ? [b, a] : [a, b]
  if (isBefore(a, b)) return [a, b]
  if (isBefore(b, a)) return [b, a]
  return a.name.length < b.name.length ? [a, b] : [b, a]
}

const pairOf = ([a, b]: readonly [KnownAgency, KnownAgency], why: string): ProbablyIdentical => ({
  agency_id: a.agency_id,
  same_as: b.agency_id,
  names: [a.name, b.name],
  why,
})

/** Names in no list of divisions, of which one is the other behind a higher place. */
function behindPlaces(unlisted: readonly KnownAgency[]): ProbablyIdentical[] {
  const byName = new Map(unlisted.map((one) => [one.name, one]))
  return unlisted.flatMap((one) => {
    let at = 0
    const shorter = placesOf(one.name).flatMap(({ name }) => {
      at += name.length
      return byName.get(one.name.slice(at)) ?? []
    })
    return shorter
      .filter((other) => !(one.registered && other.registered))
      .map((other) =>
        pairOf(other.registered ? [one, other] : [other, one], 'one name, with and without the place above'),
      )
  })
}

/** Pairs of agencies of one place that are probably one; two of the registry are no longer asked about. */
export function identicalPairs(all: readonly KnownAgency[]): ProbablyIdentical[] {
  const places = Map.groupBy(
    all.filter(({ division_code }) => division_code !== ''),
    ({ division_code }) => codeToday(division_code),
  )
  const listed = [...places.values()].flatMap((there) =>
    there.flatMap((one, i) =>
      there.slice(i + 1).flatMap((two): ProbablyIdentical[] => {
        if (one.registered && two.registered) return []
        const why = reason(one, two)
        return why ? [pairOf(ordered(one, two), why)] : []
      }),
    ),
  )
  return [...listed, ...behindPlaces(all.filter(({ division_code }) => division_code === ''))]
}
