import { type DatedList, datedRows } from './history.ts'
import { codeAbove } from './levels.ts'
import { type DivisionRow, toTable } from './table.ts'

/** A code and a name, as the packages have them. */
export interface Entry {
  readonly code: string
  readonly name: string
}

/** What the packages hold; see `packages.ts`. */
export interface DivisionSources {
  /** Province to county, by month, oldest first; the last one is in force. */
  readonly lists: readonly DatedList[]
  /** Areas that the statistics put beside counties, zones above all, which the lists leave out. */
  readonly zones: readonly Entry[]
  readonly townships: readonly Entry[]
}

/** Names that stand for "directly below" in the code lists and are no divisions. */
const placeholder = /^(?:市辖区|县|市|.*市市辖区|.*直辖.*(?:区划|单位)|.*县级市)$/

/** Municipalities and the like are listed a second time as their own prefecture: 110100 北京市. */
const isDouble = ({ code, name }: Entry, names: ReadonlyMap<string, string>): boolean =>
  names.get(codeAbove(code)) === name

function realDivisions(list: DatedList): DatedList {
  const real = [...list.names].filter(
    ([code, name]) => !placeholder.test(name) && !isDouble({ code, name }, list.names),
  )
  return { month: list.month, names: new Map(real) }
}

/** The nearest division above a code that there is. */
function parentOf(code: string, codes: ReadonlySet<string>): string {
  let above = codeAbove(code)
  while (above && !codes.has(above)) above = codeAbove(above)
  return above
}

const undated = ({ code, name }: Entry): DivisionRow => ({
  code,
  name: name.trim(),
  parent: '',
  since: '',
  until: '',
  later: '',
})

/** The rows of `data/divisions.csv`. */
export function compileRows({ lists, zones, townships }: DivisionSources): DivisionRow[] {
  const dated = datedRows(lists.map(realDivisions))
  const now = new Map(dated.filter((row) => !row.until).map((row) => [row.code, row.name]))
  const beside = zones.filter((zone) => !now.has(zone.code) && !isDouble(zone, now))
  const rows = [...dated, ...[...beside, ...townships].map(undated)]
  const codes = new Set(rows.map((row) => row.code))
  return rows.map((row) => {
    const parent = parentOf(row.code, codes)
    return { ...row, parent: parent === codeAbove(row.code) ? '' : parent }
  })
}

/** The text of `data/divisions.csv`. `versions` name the packages, for the lines on its origin. */
export function compileTable(sources: DivisionSources, versions: readonly string[]): string {
  return toTable(compileRows(sources), [
    `Made by "npm run divisions" from the npm packages ${versions.join(', ')}; licences in divisions-LICENSES.md.`,
    'parent: only where it is not made of the first digits of the code (12 00 00, 12 34 00, 12 34 56).',
    'since, until: not there before, gone by; known from dated lists, to the county only.',
    'later: the code of what it is now, where the lists prove it.',
  ])
}
