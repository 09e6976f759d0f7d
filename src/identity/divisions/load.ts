import { readFileSync } from 'node:fs'
import { fullForms, shortForm } from './forms.ts'
import { codeAbove, type DivisionLevel, levelOfCode } from './levels.ts'
import { type DivisionRow, isTownshipLine, nameInLine, parseLine, tableLines } from './table.ts'

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

/** The divisions by code and by name. */
export interface Divisions {
  /** Finds one by its code; of those that had one code at different times, the last. */
  readonly ofCode: (code: string) => Division | null
  /** Finds those with a full form of a name. One that only got another code is there once. */
  readonly named: (form: string) => readonly Division[]
  /** Finds those with a form without the ending. */
  readonly shortNamed: (form: string) => readonly Division[]
  /** Earlier names of what has a code. */
  readonly earlierNames: (code: string) => readonly string[]
  /** Every division, gone ones too. */
  readonly all: () => readonly Division[]
}

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}

const linked = (row: DivisionRow, byCode: ReadonlyMap<string, Division>): Division => {
  const { code, name, since, until, later } = row
  const parent = byCode.get(row.parent || codeAbove(code)) ?? null
  return { code, name, level: levelOfCode(code), parent, since, until, later }
}

const longer = (a: Division, b: Division): Division => (a.until > b.until ? a : b)

/** The divisions from province to county; lines come in order of code, so that a parent is there before its children. */
function higherDivisions(lines: readonly string[]): { all: Division[]; byCode: Map<string, Division> } {
  const byCode = new Map<string, Division>()
  const all = lines.map((line) => {
    const division = linked(parseLine(line), byCode)
    const other = byCode.get(division.code)
    if (!other) byCode.set(division.code, division)
    else if (other.until) byCode.set(division.code, division.until ? longer(other, division) : division)
    return division
  })
  return { all, byCode }
}

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

/** What the short form of a township leaves out. */
const endings = ['街道', '镇', '乡', '民族乡', '苏木', '民族苏木']

const none: readonly never[] = []

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Townships, each made of its line when it is first asked for, and then the same object for ever. */
function townshipsOf(lines: readonly string[], byCode: ReadonlyMap<string, Division>) {
  const made = new Map<string, Division>()
  const at = (line: string): Division => {
    const division = made.get(line) ?? linked(parseLine(line), byCode)
    made.set(line, division)
    return division
  }
  const byName = new Map<string, string | string[]>()
  const put = (form: string, line: string): void => {
    const there = byName.get(form)
    if (there === undefined) byName.set(form, line)
    else if (typeof there === 'string') byName.set(form, [there, line])
    else there.push(line)
  }
  for (const line of lines) for (const form of fullForms(nameInLine(line))) put(form, line)
  const all = lazily(() => lines.map(at))
  const named = (form: string): readonly Division[] => {
    const there = byName.get(form)
    return there === undefined ? none : [there].flat().map(at)
  }
  return { all, named }
}

function indexBy(all: readonly Division[], formsOf: (name: string) => readonly string[]) {
  const index = new Map<string, Division[]>()
  for (const division of all) for (const form of formsOf(division.name)) add(index, form, division)
  return index
}

/** Indexes the text of the table. */
export function indexDivisions(csv: string): Divisions {
  const lines = tableLines(csv)
  const higher = higherDivisions(lines.filter((line) => !isTownshipLine(line)))
  const townships = townshipsOf(lines.filter(isTownshipLine), higher.byCode)
  const named = distinct(higher.all, higher.byCode)
  const byName = indexBy(named, fullForms)
  const earlier = new Map<string, string[]>()
  for (const { later, name } of named) if (later) add(earlier, later, name)
  const short = lazily(() => indexBy(named, (name) => [shortForm(name) ?? []].flat()))
  const townshipByCode = lazily(() => new Map(townships.all().map((one) => [one.code, one])))
  return {
    ofCode: (code) => (code.length > 6 ? townshipByCode() : higher.byCode).get(code) ?? null,
    named: (form) => [byName.get(form) ?? none, townships.named(form)].flat(),
    shortNamed: (form) =>
      [short().get(form) ?? none, ...endings.map((ending) => townships.named(form + ending))].flat(),
    earlierNames: (code) => earlier.get(code) ?? none,
    all: () => [...higher.all, ...townships.all()],
  }
}

/** The divisions of `data/divisions.csv`, read when first asked for. */
export const divisions: () => Divisions = lazily(() =>
  indexDivisions(readFileSync(new URL('../../../data/divisions.csv', import.meta.url), 'utf8')),
)
