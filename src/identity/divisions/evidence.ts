import { above } from './chain.ts'
import { provinceOfAreaCode, provinceOfPostCode } from './dialling.ts'
import { fullForms, plainName } from './forms.ts'
import { isWithin } from './levels.ts'
import type { Division, Divisions } from './load.ts'
import { fromSpelled } from './spelled.ts'

/** What is known besides a name. Give what speaks of the body itself: a text about its neighbours misleads. */
export interface Context {
  /** Titles, addresses, signatures, index numbers, paths: whatever may name the places above. */
  readonly texts?: readonly string[]
  /** Codes of divisions that it is, or is in. */
  readonly codes?: readonly string[]
  /** The year the name was borne in. */
  readonly year?: number | null
  /** Hosts of addresses, which have the pinyin of places between their dots. */
  readonly hosts?: readonly string[]
  /** Paths of files, which may have them between slashes and hyphens. */
  readonly paths?: readonly string[]
}

/** Something that speaks for some of the places that a name may mean. */
export interface Evidence {
  readonly kind:
    | 'place'
    | 'code'
    | 'credit_code'
    | 'index_number'
    | 'area_code'
    | 'post_code'
    | 'year'
    | 'host'
    | 'path'
    | 'siblings'
  /** The words or figures that say so. */
  readonly words: string
  readonly keeps: readonly Division[]
}

type Kind = Evidence['kind']

/** What may stand before the name of a higher place: a boundary, a place above it, a word that leads to one. */
const leads = /(?:^|[^\u4e00-\u9fff]|[省市州盟县区旗]|[由在为是]|根据|按照|联系|地址|位于|隶属于?)$/
/** Names that are also words for a part of any town: they count only behind the name of a town. */
const alsoWords = /^(?:城区|郊区|矿区|市区)$/

function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(0, at)
    if (alsoWords.test(name) ? before.endsWith('市') : leads.test(before)) return true
  }
  return false
}

/** The names of the places above a division, earlier ones too. */
function namesAbove(division: Division, known: Divisions): string[] {
  return above(division).flatMap((one) => [one.name, ...known.earlierNames(one.code)].flatMap(fullForms))
}

/** Each higher place that the texts name is evidence for the candidates in it. */
function fromPlaces(texts: readonly string[], candidates: readonly Division[], known: Divisions): Evidence[] {
  const under = new Map<string, Set<Division>>()
  for (const one of candidates) {
    for (const name of namesAbove(one, known)) under.set(name, (under.get(name) ?? new Set()).add(one))
  }
  return [...under]
    .filter(([name]) => texts.some((text) => mentions(text, name)))
    .map(([words, keeps]) => ({ kind: 'place', words, keeps: [...keeps] }))
}

/** Figures in texts that tell a division: pattern with the figures as `code`, and the division they stand for. */
const figures: readonly [Kind, RegExp, (code: string) => string | null][] = [
  // 11 and 12 stand for organs and institutions, then the division that registered them.
  ['credit_code', /(?<![0-9A-Z])1[12](?<code>\d{6})[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])/g, (code) => code],
  ['index_number', /索引号[:：]?[^\d\n]{0,4}(?<code>\d{6})(?=[-/_A-Z(]|$)/g, (code) => code],
  [
    'area_code',
    /(?:电话|传真|热线)[^\d\n]{0,8}(?<code>0\d{2,3})[)\-—–]{1,2}\d{7,8}(?!\d)/g,
    provinceOfAreaCode,
  ],
  ['post_code', /(?:邮编|邮政编码)[:：]?(?<code>\d{6})(?!\d)/g, provinceOfPostCode],
]

function fromFigures(texts: readonly string[]): { kind: Kind; words: string; code: string }[] {
  return texts.flatMap((text) =>
    figures.flatMap(([kind, pattern, divisionOf]) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const code = divisionOf(match.groups?.['code'] ?? '')
        return code ? [{ kind, words: match[0], code }] : []
      }),
    ),
  )
}

/** The candidates that a code is about: those within its division, and those it is within. */
function ofCode(code: string, candidates: readonly Division[], known: Divisions): Division[] {
  const division = known.ofCode(code)
  if (!division) return []
  const codes = [code, ...(division.later ? [division.later] : [])]
  return candidates.filter((one) => codes.some((c) => isWithin(one.code, c) || isWithin(c, one.code)))
}

/** Whether a division can have been there in some month of a year. */
export const wasThere = ({ since, until }: Division, year: number): boolean =>
  !(since && since >= `${year}-12`) && !(until && until <= `${year}-01`)

/** All evidence that speaks for at least one candidate, each piece by itself. */
export function evidenceFor(
  candidates: readonly Division[],
  { texts = [], codes = [], year = null, hosts = [], paths = [] }: Context,
  known: Divisions,
): Evidence[] {
  const plain = texts.map(plainName)
  const given = codes.map((code) => ({ kind: 'code' as const, words: code, code }))
  const evidence: Evidence[] = [
    ...fromPlaces(plain, candidates, known),
    ...[...given, ...fromFigures(plain)].map(({ kind, words, code }) => ({
      kind,
      words,
      keeps: ofCode(code, candidates, known),
    })),
  ]
  evidence.push(...fromSpelled('host', hosts, candidates), ...fromSpelled('path', paths, candidates))
  if (year !== null) {
    evidence.push({
      kind: 'year',
      words: String(year),
      keeps: candidates.filter((one) => wasThere(one, year)),
    })
  }
  return evidence.filter(({ keeps }) => keeps.length > 0)
}
