import { idInDivision } from './body.ts'
import { above } from './divisions/chain.ts'
import { type Division, divisionOfCode } from './divisions.ts'
import type { RegisteredAgencies } from './registry/apply.ts'
import type { Settled } from './settle.ts'
import { zoneOf } from './zone.ts'

/** The bureau in the name of its branch or brigade: 公安局 of 公安局甲区分局. */
const bureauOfBranch = /^(.{1,16}?局).{0,12}(?:分局|大队|支队)$/
/** What the next higher body of a system is called where it is not called alike. */
const higherCorps: readonly (readonly [RegExp, string])[] = [
  [/消防救援大队$/, '消防救援支队'],
  [/消防救援支队$/, '消防救援总队'],
  [/调查队$/, '调查总队'],
]

/** The bodies that may be above a body, the nearest first, as divisions and what they are called in them. */
function* bodiesAbove({ type, body }: Settled, division: Division): Generator<[Division, string]> {
  const higher = above(division)
  const inZone = type === 'department' ? zoneOf(body) : ''
  if (inZone) {
    const stem = inZone.replace(/(?:管理委员会|管委会)$/, '')
    for (const name of [`${stem}管理委员会`, stem]) yield [division, name]
    return
  }
  const bureau = bureauOfBranch.exec(body)?.[1]
  if (bureau) yield [division, bureau]
  else if (type === 'vertical') {
    const [, corps] = higherCorps.find(([pattern]) => pattern.test(body)) ?? []
    for (const one of higher) for (const name of [body, ...(corps ? [corps] : [])]) yield [one, name]
  } else if (body !== '') yield [division, '']
  else for (const one of higher.slice(0, 1)) yield [one, '']
}

/**
 * The agency above one, where it is among those that `isThere` knows; else empty. Above a department, an office, a
 * zone or an institution is the government of its division, above a government or a town that of the next higher
 * division, above a bureau in a zone the zone, above a branch its bureau, above a body of a vertical system the next
 * higher one of the system.
 */
export function parentOf(
  agency: Settled,
  registered: RegisteredAgencies,
  isThere: (agency_id: string) => boolean,
): string {
  if (agency.row?.parent_id) return agency.row.parent_id
  const division = divisionOfCode(agency.division_code)
  if (!division) return ''
  for (const [of, body] of bodiesAbove(agency, division)) {
    const computed = { agency_id: idInDivision(of, body), division_code: of.code, body }
    const { agency_id } = registered.find(computed)
    if (agency_id !== agency.agency_id && isThere(agency_id)) return agency_id
  }
  return ''
}
