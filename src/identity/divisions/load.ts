import { readFileSync } from 'node:fs'
import { fullForms, shortForm } from './forms.ts'
import { codeAbove, type DivisionLevel, levelOfCode } from './levels.ts'
import { type DivisionRow, parseTable } from './table.ts'

/** An administrative division, in force or not. Months are like 2016-07; see `data/divisions.csv`. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly level: DivisionLevel
  /** The next higher one; null for a province. Directly governed counties have no prefecture. */
  readonly parent: Division | null
  /** Not there before; empty when not known. */
  readonly since: string
  /** Gone by then; empty when in force. */
  readonly until: string
  /** Code of what it is now; empty when in force or not known. */
  readonly later: string
}

type Index = ReadonlyMap<string, readonly Division[]>

/** The divisions by code and by name. */
export interface Divisions {
  readonly all: readonly Division[]
  /** Finds one by its code; of those that had one code at different times, the last. */
  readonly ofCode: (code: string) => Division | null
  /** By every full form of the name. One that only got another code is there once. */
  readonly byName: Index
  /** By the form without its ending. */
  readonly byShortName: Index
  /** Earlier names by the code of what bears another name now. */
  readonly earlierNames: ReadonlyMap<string, readonly string[]>
}

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}

/** A row with what is above it. Townships come after their county, so that the last parent mostly serves. */
function linker(byCode: ReadonlyMap<string, Division>): (row: DivisionRow) => Division {
  let last: Division | null = null
  return ({ code, name, parent: stated, since, until, later }) => {
    const above = stated || codeAbove(code)
    if (last?.code !== above) last = byCode.get(above) ?? null
    return { code, name, level: levelOfCode(code), parent: last, since, until, later }
  }
}

/**
 * Links rows to their parents; rows come sorted by code, so that a parent is there before its children. Townships
 * are not among those by code.
 */
function linked(rows: readonly DivisionRow[]): { all: Division[]; byCode: Map<string, Division> } {
  const byCode = new Map<string, Division>()
  const link = linker(byCode)
  const all = rows.map((row) => {
    const division = link(row)
    if (division.level === 'township') return division
    const other = byCode.get(row.code)
    if (!other) byCode.set(row.code, division)
    else if (other.until) byCode.set(row.code, division.until ? longer(other, division) : division)
    return division
  })
  return { all, byCode }
}

const longer = (a: Division, b: Division): Division => (a.until > b.until ? a : b)

/** The divisions to be found by name: of a name that got other codes, the one that bore it last. */
function distinct(all: readonly Division[], byCode: ReadonlyMap<string, Division>): Division[] {
  const last = new Map<string, Division>()
  for (const division of all) {
    if (!division.later) continue
    const key = division.later + division.name
    last.set(key, longer(division, last.get(key) ?? division))
  }
  return all.filter(
    (division) =>
      !division.later ||
      (byCode.get(division.later)?.name !== division.name &&
        last.get(division.later + division.name) === division),
  )
}

/** Indexes the rows of the table. */
export function indexDivisions(rows: readonly DivisionRow[]): Divisions {
  const { all, byCode } = linked(rows)
  const named = distinct(all, byCode)
  const byName = new Map<string, Division[]>()
  const earlierNames = new Map<string, string[]>()
  for (const division of named) {
    for (const form of fullForms(division.name)) add(byName, form, division)
    if (division.later) add(earlierNames, division.later, division.name)
  }
  // Few names need these, and each takes as long to make as half of the rest.
  const shortNamed = lazily(() => shortNames(named))
  const townships = lazily(() => new Map(all.map((division) => [division.code, division])))
  return {
    all,
    byName,
    earlierNames,
    ofCode: (code) => (code.length > 6 ? townships() : byCode).get(code) ?? null,
    get byShortName() {
      return shortNamed()
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function shortNames(named: readonly Division[]): Map<string, Division[]> {
  const index = new Map<string, Division[]>()
  for (const division of named) {
    const short = shortForm(division.name)
    if (short) add(index, short, division)
  }
  return index
}

/** The divisions of `data/divisions.csv`, read when first asked for. */
export const divisions: () => Divisions = lazily(() =>
  indexDivisions(parseTable(readFileSync(new URL('../../../data/divisions.csv', import.meta.url), 'utf8'))),
)
