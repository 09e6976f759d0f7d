import type { CellId } from '../model/cells.ts'
import type { FormVersion } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import { mapped } from '../model/list.ts'
import type { Report } from '../model/report.ts'
import type { StatedCount } from '../model/stated.ts'
import type { Checking } from './checking.ts'
import { cellsOf, type Definition, figureOf, type Meaning, meaningOf } from './definitions.ts'
import { checkFees } from './fees.ts'
import { cellOf, isDoubted, type ReadCells } from './identities.ts'
import { checkShares } from './shares.ts'
import { shown } from './shown.ts'

/** What of a report the text is held against. */
export type StatingReport = Pick<Report, 'year' | 'scope' | 'agency_type' | 'requests_form' | 'stated'>

/** A count of the prose beside what its words mean in the tables. */
interface Stated {
  readonly count: StatedCount
  readonly meaning: Meaning
  /** By the first of the definitions that the words have. */
  readonly expected: number
  readonly agrees: boolean
}

/** The counts of the prose against the cells that they count. */
export function checkText(cells: ReadCells, report: StatingReport, into: Checking): void {
  const known = (id: CellId) => cellOf(cells.placed, id)?.effective_value ?? null
  const version = report.requests_form ?? '2021'
  const stated = report.stated.flatMap((count) => heldAgainst(count, version, known))
  const ofYear = stated.filter(({ count }) => count.year === null)
  for (const one of ofYear) {
    const agreeing = ofYear.find((other) => other.agrees && other.count.counts === one.count.counts)
    if (!one.agrees && isPart(one, agreeing)) continue
    into.test('stated_count', one.agrees ? null : contradiction(one, agreeing, { cells, report, known }))
  }
  for (const one of stated)
    if (one.count.year !== null) into.test('stated_year', oldYear(one, ofYear, { cells, report }))
  checkFees(report.stated, cells, into)
  checkShares(report.stated, version, known, into)
}

function heldAgainst(
  count: StatedCount,
  version: FormVersion,
  known: (id: CellId) => number | null,
): Stated[] {
  if (count.statement === 'weak_none' || count.measure === '%') return []
  const meaning = meaningOf(count.counts, version, count.includes_carried_in)
  const values = meaning ? mapped(meaning.own, (definition) => figureOf(definition, known)) : []
  const [expected] = values
  if (!meaning || expected == null || values.includes(null)) return []
  return [{ count, meaning, expected, agrees: values.includes(count.value) }]
}

/** A smaller count beside one that agrees, in the same scope, is likely one of a part. */
const isPart = ({ count }: Stated, agreeing: Stated | undefined): boolean =>
  agreeing !== undefined &&
  count.value > 0 &&
  count.value < agreeing.count.value &&
  count.scope_words === agreeing.count.scope_words &&
  !ownWords.test(count.words)

interface Beside {
  readonly cells: ReadCells
  readonly report: StatingReport
  readonly known: (id: CellId) => number | null
}

/** What is said of a count that does not agree, the explanations first. */
function contradiction(one: Stated, agreeing: Stated | undefined, beside: Beside): Finding {
  const { count, meaning, expected } = one
  const definition = definitionThatFits(one, beside.known)
  if (definition) {
    const params = {
      definition_zh: definition.zh,
      definition_en: definition.en,
      sum: spelledOut(definition, beside.known),
    }
    return about('stated_defined', one, cellsOf(definition), beside.cells, params)
  }
  const scope = otherScope(one, agreeing, beside.report)
  const own = meaning.own.flatMap(cellsOf)
  if (scope) return about('stated_scope', one, own, beside.cells, scope)
  const unsure = own.some((id) => isDoubted(beside.cells, id))
  // New requests are what every report is about; the words for them are read most surely.
  const certain = count.counts === 'received' && !count.includes_carried_in && expected !== count.value
  return about(
    unsure ? 'stated_unsure' : certain ? 'stated_contradicts' : 'stated_differs',
    one,
    own,
    beside.cells,
  )
}

/** That there was none has one meaning; a number may follow another definition. */
function definitionThatFits({ count, meaning }: Stated, known: Beside['known']): Definition | undefined {
  if (count.value === 0) return undefined
  return meaning.others.find((definition) => figureOf(definition, known) === count.value)
}

/** `170 − 36 = 134`, with the figures of the table. */
function spelledOut({ plus, minus }: Definition, known: Beside['known']): string {
  const terms = [...plus.map((id) => `${known(id)}`), ...minus.map((id) => `−${known(id)}`)]
  return terms.join(' + ').replaceAll(' + −', ' − ')
}

/** Words that a count is of this body, among several that a report speaks for. */
const ownWords = /本级|本机关|本单位|我[局委办厅]|办公[室厅]/

/** Whether prose and table cover different bodies, and which covers more. */
function otherScope({ count, expected }: Stated, agreeing: Stated | undefined, report: StatingReport) {
  const { value, scope_words, words } = count
  const wide = scope_words !== '' && value > expected && report.scope !== 'aggregate'
  if (wide)
    return {
      scope_zh: `正文是“${scope_words}”的数`,
      scope_en: `the prose counts more bodies (${scope_words})`,
    }
  const speaksForMany = report.scope === 'aggregate' || report.agency_type === 'office'
  const narrow = scope_words === '' && value < expected
  const besideWide = agreeing !== undefined && agreeing.count.scope_words !== ''
  if (narrow && ((speaksForMany && ownWords.test(words)) || besideWide))
    return { scope_zh: '正文只是本机关的数', scope_en: 'the prose counts this body alone' }
  return null
}

/** This year’s figure in a sentence about another year, where no sentence states it of this year. */
function oldYear(
  one: Stated,
  ofYear: readonly Stated[],
  { cells, report }: Pick<Beside, 'cells' | 'report'>,
): Finding | null {
  const { count, meaning } = one
  const statedAnyway = ofYear.some((other) => other.count.counts === count.counts)
  if (!one.agrees || statedAnyway || report.year === null) return null
  return {
    ...about('stated_year', one, meaning.own.flatMap(cellsOf), cells),
    expected: String(report.year),
    found: String(count.year),
  }
}

function about(
  code:
    | 'stated_contradicts'
    | 'stated_differs'
    | 'stated_unsure'
    | 'stated_defined'
    | 'stated_scope'
    | 'stated_year',
  { count, meaning, expected }: Stated,
  ids: readonly CellId[],
  { placed }: ReadCells,
  params: Readonly<Record<string, string>> = {},
): Finding {
  const [own] = meaning.own as [Definition]
  return finding(code, {
    cells: [...new Set([...cellsOf(own), ...ids])].filter((id) => cellOf(placed, id)),
    expected: String(expected),
    found: String(count.value),
    locator: count.locator,
    params: { words: shown(count.words), label_zh: own.zh, label_en: own.en, ...params },
  })
}
