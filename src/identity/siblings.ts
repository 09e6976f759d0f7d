import { dirname } from 'node:path/posix'
import { finding } from '../model/issue.ts'
import { above } from './divisions/chain.ts'
import type { Division } from './divisions/load.ts'
import { type Claim, candidatesInWords, inDivision, type Located } from './locate.ts'

/** A report beside the agency that its own file tells. */
export interface LocatedClaim {
  readonly claim: Claim
  readonly located: Located
}

/** Higher divisions say too little: files of one province are not filed by town. */
const telling = ['prefecture', 'county']

/** The divisions that a place lies in, or is, from the county up. */
const around = (division: Division): Division[] =>
  [division, ...above(division)].filter(({ level }) => telling.includes(level))

/** The smallest division that all of a folder's bodies are of or in; null when there is none below the provinces. */
function commonDivision(divisions: readonly Division[]): Division | null {
  const [first, ...others] = divisions
  if (!first) return null
  const common = others.reduce(
    (left, division) => left.filter((one) => around(division).includes(one)),
    around(first),
  )
  return common[0] ?? null
}

/**
 * Reports whose own file leaves it open which of several places they are from, with what the other files of their
 * folder tell. The id of an agency is not touched: it must not change when files are added.
 */
export function withSiblings(all: readonly LocatedClaim[]): LocatedClaim[] {
  const folders = Map.groupBy(all, ({ claim }) => dirname(claim.source.path))
  const commons = new Map<string, Division | null>()
  for (const [folder, ones] of folders) {
    if (!ones.some(({ located }) => located.candidates.length > 1)) continue
    const known = ones.flatMap(({ located: { candidates } }) => (candidates.length === 1 ? candidates : []))
    commons.set(folder, commonDivision([...new Set(known)]))
  }
  return all.map((one) => {
    const common = commons.get(dirname(one.claim.source.path))
    return common && one.located.candidates.length > 1 ? bySiblings(one, common) : one
  })
}

function bySiblings({ claim, located }: LocatedClaim, common: Division): LocatedClaim {
  const keeps = located.candidates.filter((one) => around(one).includes(common))
  const [division] = keeps
  if (!division || keeps.length > 1) return { claim, located }
  const told = [...located.told, { kind: 'siblings' as const, words: common.name }]
  const { agency_id, body } = located
  const there = inDivision(claim, division, body, [])
  const found = candidatesInWords([division])
  return {
    claim,
    located: { ...there, agency_id, body, told, findings: [finding('division_by_siblings', { found })] },
  }
}
