import { levelWords, typeWords } from '../i18n/vocabulary.ts'
import { type ByPlace, type CellId, cellId, formCell, formCells, placeOf } from '../model/cells.ts'
import { applicantColumns, form, formVersions } from '../model/form.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { AgencyType, Level, Report } from '../model/report.ts'
import type { CellValue } from '../model/values.ts'
import type { Checking } from './checking.ts'

/** What is known of a report besides its cells, as far as plausibility depends on it. */
export type Publisher = Pick<Report, 'agency_level' | 'agency_type' | 'scope'>

type Cells = ByPlace<CellValue>
const known = (cells: Cells, place: number): number | null => cells[place]?.effective_value ?? null

/** Cells that are looked at together, and their places. */
interface Placed {
  readonly ids: readonly CellId[]
  readonly places: readonly number[]
}
const placed = (ids: readonly CellId[]): Placed => ({ ids, places: ids.map(placeOf) })

function about(
  first: Pick<CellValue, 'locator'> | undefined,
  ids: readonly CellId[],
  rest: Partial<Finding>,
): Partial<Finding> {
  const { row_zh, row_en, column_zh, column_en } = formCell(ids[0] as CellId)
  const { params, ...others } = rest
  return {
    cells: [...ids],
    locator: first?.locator ?? '',
    params: { row_zh, row_en, column_zh, column_en, ...params },
    ...others,
  }
}

/** What the figures of a report can be at all, whatever else it says. */
export function checkPlausibility(cells: Cells, publisher: Publisher, into: Checking): void {
  for (const column of carriedOut) checkCarriedOut(cells, column, into)
  for (const stock of stocks) checkStock(cells, stock, into)
  for (const [i, place] of amounts.places.entries())
    checkAmount(cells[place], amounts.ids[i] as CellId, publisher.agency_level, into)
  checkRuleMaking(cells, publisher, into)
}

/** Counts are whole and not negative (R8); one that is not stays as printed. */
export function checkWholeNumbers(cells: readonly CellValue[], into: Checking): void {
  let whole = 0
  for (const cell of cells) {
    const { value, raw } = cell
    if (value === null) continue
    // Nearly all figures: no need to look at what kind of cell it is.
    if (Number.isInteger(value) && value >= 0) {
      whole += 1
      continue
    }
    const id = cell.cell_id as CellId
    const { type } = formCell(id)
    const sound = (type === 'decimal' || Number.isInteger(value)) && (type === 'signed_integer' || value >= 0)
    into.test('whole_numbers', sound ? null : finding('value_implausible', about(cell, [id], { found: raw })))
  }
  into.passed('whole_numbers', whole)
}

/** The cells of each column that what is carried over is held against. */
const carriedOut = applicantColumns.map((column) =>
  placed(['carried_out', 'received', 'carried_in'].map((row) => cellId('requests', row, column.id))),
)

/** No more is carried over than there was (R9). */
function checkCarriedOut(cells: Cells, { ids, places }: Placed, into: Checking): void {
  const [ofOut, ofReceived, ofCarriedIn] = places as [number, number, number]
  const out = known(cells, ofOut)
  const received = known(cells, ofReceived)
  const carriedIn = known(cells, ofCarriedIn)
  if (out === null || received === null || carriedIn === null) return
  if (out <= received + carriedIn) {
    into.test('carried_out_limit')
    return
  }
  const sums = { expected: String(received + carriedIn), found: String(out) }
  into.test('carried_out_limit', finding('carried_out_limit', about(cells[ofOut], ids, sums)))
}

/** What stands at the end of the year and what came in it, by form; `gone` is taken off. */
const stocks = ['regulations', 'normative_documents'].flatMap((row) =>
  [
    ['in_force', 'issued', 'repealed'],
    ['total_public', 'published'],
  ].map((columns) => placed(columns.map((column) => cellId('disclosure', row, column)))),
)

/** No fewer are in force than were issued and not repealed again (R9). */
function checkStock(cells: Cells, { ids, places }: Placed, into: Checking): void {
  const [ofStock, ofCame, ofGone] = places as [number, number, number?]
  const stock = known(cells, ofStock)
  const came = known(cells, ofCame)
  const gone = ofGone === undefined ? 0 : known(cells, ofGone)
  if (stock === null || came === null || gone === null) return
  if (stock >= came - gone) {
    into.test('stock_minimum')
    return
  }
  const [whole, part] = [formCell(ids[0] as CellId), formCell(ids[1] as CellId)]
  const params = {
    whole_zh: whole.column_zh,
    whole_en: whole.column_en.toLowerCase(),
    part_zh: part.column_zh,
    part_en: part.column_en.toLowerCase(),
  }
  const found = { expected: String(came), found: String(stock), params }
  into.test('stock_minimum', finding('stock_minimum', about(cells[ofStock], ids, found)))
}

const amounts = placed([
  ...new Set(
    formVersions
      .flatMap((version) => form.disclosure.forms[version])
      .flatMap(({ rows, columns }) =>
        columns
          .filter((column) => column.unit === '万元')
          .flatMap((column) => rows.map((row) => cellId('disclosure', row.id, column.id))),
      ),
  ),
])

/** The most that a body of a level can plausibly collect or buy in a year, in 万元. */
const mostOf: Readonly<Partial<Record<Level, number>>> = {
  township: 100_000,
  county: 1_000_000,
  prefecture: 10_000_000,
}
const mostOfAny = 100_000_000

/** An amount that no such body can have was entered in yuan (R13). */
function checkAmount(cell: CellValue | undefined, id: CellId, level: Level, into: Checking): void {
  if (cell?.value == null) return
  const most = mostOf[level] ?? mostOfAny
  if (cell.value <= most) {
    into.test('units')
    return
  }
  const sums = { expected: `≤ ${most}`, found: String(cell.value) }
  into.test('units', finding('amount_too_large', about(cell, [id], sums)))
}

/** Bodies without the power to make 规章, where level and type are known (R10). */
function cannotMakeRules(level: Level, type: AgencyType): boolean {
  if (level === 'unknown' || type === 'unknown' || level === 'national') return false
  if (level === 'county' || level === 'township') return true
  return type !== 'government' && type !== 'office'
}

const regulations = placed([...formCells.keys()].filter((id) => id.startsWith('disclosure.regulations.')))

function checkRuleMaking(
  cells: Cells,
  { agency_level, agency_type, scope }: Publisher,
  into: Checking,
): void {
  if (scope === 'aggregate') return
  if (!regulations.places.some((place) => cells[place])) return
  const made = regulations.places.filter((place) => (known(cells, place) ?? 0) > 0)
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
  const found = String(Math.max(...made.map((place) => known(cells, place) ?? 0)))
  const ids = regulations.ids.filter((_, i) => made.includes(regulations.places[i] as number))
  const first = cells[made[0] as number]
  into.test('rule_making', finding('rule_making', about(first, ids, { expected: '0', found, params })))
}
