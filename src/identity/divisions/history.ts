import { isWithin, levelOfCode } from './levels.ts'
import { stemOf } from './stem.ts'
import type { DivisionRow } from './table.ts'

/** A list of divisions from province to county as it was in a month, names by code. */
export interface DatedList {
  /** Like 2016-07. */
  readonly month: string
  readonly names: ReadonlyMap<string, string>
}

/** The first reports were due for 2008; what was gone before is in none of them. */
const firstReports = '2007-12'

interface Span {
  readonly code: string
  readonly name: string
  readonly first: number
  last: number
}

/** Every pair of code and name with the first and the last list that has it. */
function spansOf(lists: readonly DatedList[]): Span[] {
  const spans = new Map<string, Span>()
  for (const [i, { names }] of lists.entries()) {
    for (const [code, name] of names) {
      const span = spans.get(code + name)
      if (span) span.last = i
      else spans.set(code + name, { code, name, first: i, last: i })
    }
  }
  return [...spans.values()]
}

const sameProvince = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2)
const samePrefecture = (a: string, b: string): boolean => isWithin(a, `${b.slice(0, 4)}00`)

/** Codes in a list of the level and the province of `of` whose name passes. */
function codesNamed(list: DatedList, of: string, passes: (name: string) => boolean): string[] {
  return [...list.names]
    .filter(([code, name]) => sameProvince(code, of) && levelOfCode(code) === levelOfCode(of) && passes(name))
    .map(([code]) => code)
}

const only = (codes: readonly string[]): string => (codes.length === 1 ? (codes[0] ?? '') : '')

/**
 * What a division that is gone is now, where the lists prove it: the same name under another code; or another name
 * under the same code, neither name having been beside the other; or the same stem (密云县, 密云区), new when the
 * old one went. A code alone proves nothing, since codes are given again: 410307 was 洛龙区 and is 偃师区.
 */
function laterOf({ code, name, last }: Span, lists: readonly DatedList[]): string {
  const [before, after, newest] = [lists[last], lists[last + 1], lists.at(-1)]
  if (!before || !after || !newest) return ''
  const moved = only(codesNamed(newest, code, (other) => other === name))
  if (moved && before.names.get(moved) !== name) return moved
  const renamed = after.names.get(code)
  if (renamed) {
    const livesOn = codesNamed(after, code, (other) => other === name).some((c) => samePrefecture(c, code))
    const wasThere = codesNamed(before, code, (other) => stemOf(other) === stemOf(renamed))
    if (!livesOn && wasThere.every((c) => c === code)) return newest.names.has(code) ? code : ''
  }
  const ofStem = (list: DatedList) => codesNamed(list, code, (other) => stemOf(other) === stemOf(name))
  const [there, now] = [ofStem(before), ofStem(newest)]
  return there.length === 1 && now.length === 1 && !there.includes(now[0] ?? '') ? (now[0] ?? '') : ''
}

/**
 * The divisions of dated lists, oldest list first: those of the newest, and those that were still there when the
 * first reports were written.
 */
export function datedRows(lists: readonly DatedList[]): DivisionRow[] {
  const rows = spansOf(lists)
    .map((span) => ({
      code: span.code,
      name: span.name,
      parent: '',
      since: lists[span.first - 1]?.month ?? '',
      until: lists[span.last + 1]?.month ?? '',
      later: laterOf(span, lists),
      seen: lists[span.last]?.month ?? '',
    }))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  // Whatever only got another code has been there since its first code.
  const firsts = new Map<string, string>()
  for (const { later, name, since } of rows) {
    if (later && !firsts.has(later + name)) firsts.set(later + name, since)
  }
  return rows
    .filter(({ seen }) => seen >= firstReports)
    .map(({ seen: _, ...row }) => {
      const first = row.until ? undefined : firsts.get(row.code + row.name)
      return first !== undefined && first < row.since ? { ...row, since: first } : row
    })
}
