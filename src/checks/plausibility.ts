import { levelWords, typeWords } from '../i18n/vocabulary.ts'
import { type CellId, cellId, formCell, formCells } from '../model/cells.ts'
import { applicantColumns, form, formVersions } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { AgencyType, Level, Report } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'
import type { Checking } from './checking.ts'

/** What is known of a report besides its cells, as far as plausibility depends on it. */
export type Publisher = Pick<Report, 'agency_level' | 'agency_type' | 'scope'>

type Cells = ReadonlyMap<CellId, CellValue>
const known = (cells: Cells, id: CellId): number | null => cells.get(id)?.effective_value ?? null

function about(cells: Cells, ids: readonly CellId[], rest: Partial<Finding>): Partial<Finding> {
  const [first] = ids as [CellId]
  const { row_zh, row_en, column_zh, column_en } = formCell(first)
  const { params, ...others } = rest
  return {
    cells: [...ids],
    locator: cells.get(first)?.locator ?? '',
    params: { row_zh, row_en, column_zh, column_en, ...params },
    ...others,
  }
}

/** What the figures of a report can be at all, whatever else it says. */
export function checkPlausibility(cells: Cells, publisher: Publisher, into: Checking): void {
  for (const ids of carriedOut) checkCarriedOut(cells, ids, into)
  for (const row of ['regulations', 'normative_documents']) checkStock(cells, row, into)
  for (const id of amounts) checkAmount(cells, id, publisher.agency_level, into)
  checkRuleMaking(cells, publisher, into)
}

/** Counts are whole and not negative (R8); one that is not stays as printed. */
export function checkWholeNumbers(cells: Cells, into: Checking): void {
  let whole = 0
  for (const [id, { value, raw }] of cells) {
    if (value === null) continue
    // Nearly all figures: no need to look at what kind of cell it is.
    if (Number.isInteger(value) && value >= 0) {
      whole += 1
      continue
    }
    const { type } = formCell(id)
    const sound = (type === 'decimal' || Number.isInteger(value)) && (type === 'signed_integer' || value >= 0)
    into.test(
      'whole_numbers',
      sound ? null : finding('value_implausible', about(cells, [id], { found: raw })),
    )
  }
  into.passed('whole_numbers', whole)
}

/** The cells of each column that what is carried over is held against. */
const carriedOut = applicantColumns.map((column) =>
  ['carried_out', 'received', 'carried_in'].map((row) => cellId('requests', row, column.id)),
)

/** No more is carried over than there was (R9). */
function checkCarriedOut(cells: Cells, ids: readonly CellId[], into: Checking): void {
  const [out, received, carriedIn] = ids.map((id) => known(cells, id))
  if (out == null || received == null || carriedIn == null) return
  if (out <= received + carriedIn) {
    into.test('carried_out_limit')
    return
  }
  const sums = { expected: String(received + carriedIn), found: String(out) }
  into.test('carried_out_limit', finding('carried_out_limit', about(cells, ids, sums)))
}

/** What stands at the end of the year and what came in it, by form; `gone` is taken off. */
const stocks = [
  { whole: 'in_force', part: 'issued', gone: 'repealed' },
  { whole: 'total_public', part: 'published', gone: null },
] as const

/** No fewer are in force than were issued and not repealed again (R9). */
function checkStock(cells: Cells, row: string, into: Checking): void {
  for (const { whole, part, gone } of stocks) {
    const ids = [whole, part, ...(gone ? [gone] : [])].map((column) => cellId('disclosure', row, column))
    const [stock, came, went] = ids.map((id) => known(cells, id))
    if (stock == null || came == null || (gone && went == null)) continue
    if (stock >= came - (went ?? 0)) {
      into.test('stock_minimum')
      continue
    }
    const [of, in_] = [formCell(ids[0] as CellId), formCell(ids[1] as CellId)]
    const params = {
      whole_zh: of.column_zh,
      whole_en: of.column_en.toLowerCase(),
      part_zh: in_.column_zh,
      part_en: in_.column_en.toLowerCase(),
    }
    const found = { expected: String(came), found: String(stock), params }
    into.test('stock_minimum', finding('stock_minimum', about(cells, ids, found)))
  }
}

const amounts: readonly CellId[] = [
  ...new Set(
    formVersions
      .flatMap((version) => form.disclosure.forms[version])
      .flatMap(({ rows, columns }) =>
        columns
          .filter((column) => column.unit === '万元')
          .flatMap((column) => rows.map((row) => cellId('disclosure', row.id, column.id))),
      ),
  ),
]

/** The most that a body of a level can plausibly collect or buy in a year, in 万元. */
const mostOf: Readonly<Partial<Record<Level, number>>> = {
  township: 100_000,
  county: 1_000_000,
  prefecture: 10_000_000,
}
const mostOfAny = 100_000_000

/** An amount that no such body can have was entered in yuan (R13). */
function checkAmount(cells: Cells, id: CellId, level: Level, into: Checking): void {
  const cell = cells.get(id)
  if (cell?.value == null) return
  const most = mostOf[level] ?? mostOfAny
  const sums = { expected: `≤ ${most}`, found: String(cell.value) }
  const broken = cell.value > most
  into.test('units', broken ? finding('amount_too_large', about(cells, [id], sums)) : null)
}

/** Bodies without the power to make 规章, where level and type are known (R10). */
function cannotMakeRules(level: Level, type: AgencyType): boolean {
  if (level === 'unknown' || type === 'unknown' || level === 'national') return false
  if (level === 'county' || level === 'township') return true
  return type !== 'government' && type !== 'office'
}

const regulations: readonly CellId[] = [...formCells.keys()].filter((id) =>
  id.startsWith('disclosure.regulations.'),
)

function checkRuleMaking(
  cells: Cells,
  { agency_level, agency_type, scope }: Publisher,
  into: Checking,
): void {
  if (scope === 'aggregate') return
  const ids = regulations.filter((id) => cells.has(id))
  if (ids.length === 0) return
  const made = ids.filter((id) => (known(cells, id) ?? 0) > 0)
  const broken = made.length > 0 && cannotMakeRules(agency_level, agency_type)
  if (!broken) {
    into.test('rule_making')
    return
  }
  const [level, type] = [levelWords[agency_level], typeWords[agency_type]]
  const params = {
    level_zh: level.zh,
    level_en: level.en.toLowerCase(),
    type_zh: type.zh,
    type_en: type.en.toLowerCase(),
  }
  const found = String(Math.max(...made.map((id) => known(cells, id) ?? 0)))
  into.test('rule_making', finding('rule_making', about(cells, made, { expected: '0', found, params })))
}
