import { remembered } from '../ingest/remembered.ts'
import { type Context, type Evidence, evidenceFor } from './divisions/evidence.ts'
import { type Division, divisions } from './divisions/load.ts'
import { type Reading, readBarePlace, readPlace } from './divisions/read.ts'

export { type Chain, chainOf } from './divisions/chain.ts'
export type { Context, Evidence } from './divisions/evidence.ts'
export type { Division } from './divisions/load.ts'

/** Which division a name means. `rest` is what the name has besides: 人力资源和社会保障局 of 前进区人力资源和社会保障局. */
export type Place =
  | {
      readonly status: 'resolved'
      readonly division: Division
      readonly rest: string
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly status: 'ambiguous'
      /** Sorted by code; two at least. */
      readonly candidates: readonly Division[]
      readonly rest: string
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly status: 'unknown'
      /** The higher places that are known where the name goes on with one that is not. */
      readonly within: readonly Division[]
      readonly rest: string
    }

/** Those that all evidence keeps. Where it disagrees, all that any of it keeps: there is no telling which is right. */
function narrow(candidates: readonly Division[], evidence: readonly Evidence[]): readonly Division[] {
  const kept = candidates.filter((one) => evidence.every(({ keeps }) => keeps.includes(one)))
  return kept.length ? kept : candidates.filter((one) => evidence.some(({ keeps }) => keeps.includes(one)))
}

function settle(candidates: readonly Division[], rest: string, context: Context): Place {
  const evidence = candidates.length > 1 ? evidenceFor(candidates, context, divisions()) : []
  const narrowed = narrow(candidates, evidence)
  const [division] = narrowed
  if (division && narrowed.length === 1) return { status: 'resolved', division, rest, evidence }
  return {
    status: 'ambiguous',
    candidates: narrowed.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    rest,
    evidence,
  }
}

function place({ found, rest, unknownPlace }: Reading, context: Context): Place {
  if (found.length && !unknownPlace) return settle(found, rest, context)
  return { status: 'unknown', within: found, rest }
}

/**
 * The division that a body's name begins with: 乐至县劳动镇人民政府 is in 劳动镇. Never guesses: a name of several
 * places that the texts do not tell apart is ambiguous. Evidence only ever takes candidates away, so that more of
 * it never turns one division into another; pieces that contradict each other leave the name ambiguous.
 *
 * @param texts what says of the body where it is: title, address, signature, index number, path
 * @param year the year of the report, which tells a unit from one that bore its name before
 */
export const placeOf = (name: string, texts: readonly string[], year: number | null = null): Place =>
  resolvePlace(name, { texts, year })

/** The places in a name. Each year has a report of the same agencies: as many names are remembered as a country has. */
const placesIn = remembered((name) => readPlace(name, divisions()), { length: 40, size: 100_000 })

/** As `placeOf`, with all that may be known of the body. */
export const resolvePlace = (name: string, context: Context): Place => place(placesIn(name), context)

/** As `placeOf`, for a name that is nothing but a place, whole or in parts from the highest. */
export function resolveDivision(name: string | readonly string[], context: Context = {}): Place {
  const whole = typeof name === 'string' ? name : name.join('')
  const found = place(readBarePlace(whole, divisions()), context)
  if (/^(?:(?:街道)?办事处|(?:人民)?政府)?$/.test(found.rest)) return found
  return found.status === 'unknown' ? found : { status: 'unknown', within: [], rest: found.rest }
}

/** The division of a code, one not in force too; null when there is none. */
export const divisionOfCode = (code: string): Division | null => divisions().ofCode(code)
