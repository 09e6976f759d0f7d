import { formCells } from '../../model/cells.ts'
import type { CellValue } from '../../model/values.ts'
import { indicators } from '../../stats/indicators.ts'
import type { PublishedTable } from '../describe/columns.ts'
import type { Value, Values } from './values.ts'

/** The numbers of what the rows of packed tables are of, by its id. */
const numbersOf = (ids: Iterable<string>) => new Map([...ids].map((id, i): [string, number] => [id, i + 1]))
export const cellNumbers: ReadonlyMap<string, number> = numbersOf(formCells.keys())
export const indicatorNumbers: ReadonlyMap<string, number> = numbersOf(Object.keys(indicators))

/** Empty text is no value, as it is in CSV. */
export const sqlValue = (value: Value | undefined): Value =>
  value === '' || value === undefined ? null : value

/** Packs a cell, by its number, as the view `cells` takes it apart. */
export function packCell(number: number, cell: CellValue): Value[] {
  const { value, locator, kind, raw, effective_value, basis, reading } = cell
  const start = [number, value, sqlValue(locator)]
  const isUsual =
    kind === 'number' &&
    raw === String(value) &&
    effective_value === value &&
    basis === 'printed' &&
    reading === 'exact'
  return isUsual ? start : [...start, kind, sqlValue(raw), effective_value, basis, reading]
}

/** Takes the columns of some names out of rows. */
function columnsOf(table: PublishedTable, names: readonly string[]): (values: Values) => Value[] {
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name))
  return (values) => places.map((place) => sqlValue(values[place]))
}

/** Packs rows of indicators as the view `indicators` takes them apart. */
export function packIndicator(table: PublishedTable): (values: Values) => Value[] {
  const fields = columnsOf(table, ['indicator_id', 'numerator', 'denominator', 'basis'])
  const resultOf = columnsOf(table, ['value', 'lower', 'upper'])
  return (values) => {
    const [id, numerator = null, denominator = null, basis = null] = fields(values)
    const figures = [indicatorNumbers.get(String(id)) as number, numerator, denominator]
    if (basis !== 'effective') return [...figures, basis]
    const all = [...figures, ...resultOf(values)]
    return all.slice(0, all.findLastIndex((one) => one !== null) + 1)
  }
}
