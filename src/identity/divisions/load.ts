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
  /** By code; of those that had one code at different times, the last. */
  readonly byCode: ReadonlyMap<string, Division>
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

/** Links rows to their parents; rows come sorted by code, so that a parent is there before its children. */
function linked(rows: readonly DivisionRow[]): { all: Division[]; byCode: Map<string, Division> } {
  const byCode = new Map<string, Division>()
  const all = rows.map((row) => {
    const parent = byCode.get(row.parent || codeAbove(row.code)) ?? null
    const { code, name, since, until, later } = row
    const division: Division = { code, name, level: levelOfCode(code), parent, since, until, later }
    const other = byCode.get(row.code)
    if (!other || other.until)
      byCode.set(row.code, division.until && other ? longer(other, division) : division)
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
  let byShortName: Map<string, Division[]> | undefined
  return {
    all,
    byCode,
    byName,
    earlierNames,
    // Few names need it, and it takes as long to make as all the rest.
    get byShortName() {
      byShortName ??= shortNames(named)
      return byShortName
    },
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

let loaded: Divisions | undefined

/** The divisions of `data/divisions.csv`, read when first asked for. */
export function divisions(): Divisions {
  loaded ??= indexDivisions(
    parseTable(readFileSync(new URL('../../../data/divisions.csv', import.meta.url), 'utf8')),
  )
  return loaded
}
