import {
  type CellType,
  type FormTable,
  type FormVersion,
  form,
  formVersions,
  type TableId,
  tableIds,
  type Unit,
} from './form.ts'
import { mapped } from './list.ts'

/** Id of a cell, `table.row.column`, such as `requests.received.total`. */
export type CellId = `${TableId}.${string}.${string}`

/** One cell of the statutory forms, with everything the codebook says of it. */
export interface FormCell {
  readonly id: CellId
  /** Its place among the cells of both forms, by which what is known of cells is held in arrays. */
  readonly place: number
  readonly table: TableId
  readonly row: string
  readonly column: string
  /** The forms that have the cell. */
  readonly forms: readonly FormVersion[]
  readonly clause: string
  readonly row_zh: string
  readonly row_en: string
  readonly column_zh: string
  readonly column_en: string
  readonly unit: Unit
  readonly type: CellType
  /** Other ways its row or column label is printed, those of the earlier form included. */
  readonly aliases: readonly string[]
}

type Ids = ReadonlyMap<TableId, ReadonlyMap<string, ReadonlyMap<string, CellId>>>

/** Every id of the forms as one string: maps find that again without comparing it letter by letter. */
const ids: Ids = new Map(
  tableIds.map((table) => {
    const sections = formVersions.flatMap((version) => form[table].forms[version])
    const columns = [...new Set(sections.flatMap((section) => section.columns.map((column) => column.id)))]
    const idsOf = (row: string) =>
      new Map(columns.map((column): [string, CellId] => [column, `${table}.${row}.${column}`]))
    return [table, new Map(sections.flatMap((section) => section.rows.map((row) => [row.id, idsOf(row.id)])))]
  }),
)

export const cellId = (table: TableId, row: string, column: string): CellId =>
  ids.get(table)?.get(row)?.get(column) ?? `${table}.${row}.${column}`

/** The ids of the cells of one row under some columns. */
export function cellIds(table: TableId, row: string, columns: readonly string[]): CellId[] {
  const ofRow = ids.get(table)?.get(row)
  return mapped(columns, (column): CellId => ofRow?.get(column) ?? `${table}.${row}.${column}`)
}

const idsOfForm = (table: TableId, version: FormVersion): readonly CellId[] =>
  form[table].forms[version].flatMap((section) =>
    section.rows.flatMap((row) => section.columns.map((column) => cellId(table, row.id, column.id))),
  )

const formIds = new Map(
  tableIds.map((table) => [
    table,
    new Map(formVersions.map((version) => [version, idsOfForm(table, version)])),
  ]),
)

/** The cells of one table in one form, in the order of the form. */
export const cellsOfForm = (table: TableId, version: FormVersion): readonly CellId[] =>
  formIds.get(table)?.get(version) ?? []

function describeTable(table: FormTable, version: FormVersion, into: Map<CellId, FormCell>): void {
  for (const section of table.forms[version]) {
    for (const row of section.rows) {
      for (const column of section.columns) {
        const id = cellId(table.id, row.id, column.id)
        const earlier = into.get(id)
        const labels = [
          row.aliases ?? [],
          column.aliases ?? [],
          earlier ? [earlier.row_zh, earlier.column_zh] : [],
        ]
        const aliases = new Set([...(earlier?.aliases ?? []), ...labels.flat()])
        into.set(id, {
          id,
          place: earlier?.place ?? into.size,
          table: table.id,
          row: row.id,
          column: column.id,
          forms: [...(earlier?.forms ?? []), version],
          clause: section.clause,
          row_zh: row.zh,
          row_en: row.en,
          column_zh: column.zh,
          column_en: column.en,
          unit: column.unit,
          type: column.type,
          aliases: [...aliases].filter((alias) => alias !== row.zh && alias !== column.zh),
        })
      }
    }
  }
}

function describeCells(): ReadonlyMap<CellId, FormCell> {
  const cells = new Map<CellId, FormCell>()
  for (const version of formVersions) for (const id of tableIds) describeTable(form[id], version, cells)
  return cells
}

/** Every cell of both forms by its id; a cell that both have is one, with the labels of the later form. */
export const formCells: ReadonlyMap<CellId, FormCell> = describeCells()

/** The places of cells by their ids. */
export const cellPlaces: ReadonlyMap<string, number> = new Map(
  [...formCells.values()].map(({ id, place }) => [id, place]),
)
const idsInOrder: readonly string[] = [...formCells.keys()]
const cellsInOrder: readonly FormCell[] = [...formCells.values()]

/** The cell of a place. */
export const cellAt = (place: number): FormCell => cellsInOrder[place] as FormCell

const cellsByParts = new Map<string, Map<string, Map<string, FormCell>>>()
for (const cell of formCells.values()) {
  const rows = cellsByParts.get(cell.table) ?? new Map<string, Map<string, FormCell>>()
  const columns = rows.get(cell.row) ?? new Map<string, FormCell>()
  cellsByParts.set(cell.table, rows.set(cell.row, columns.set(cell.column, cell)))
}

/** The cell of a row and a column of a table, without putting its id together; undefined where no form has it. */
export const cellIn = (table: string, row: string, column: string): FormCell | undefined =>
  cellsByParts.get(table)?.get(row)?.get(column)

/** The cells of each row in the order of the forms. */
const cellsOfRows = new Map(
  [...cellsByParts].map(([table, rows]) => [
    table,
    new Map([...rows].map(([row, columns]) => [row, [...columns.values()]])),
  ]),
)

/** The cells of one row under some columns that a form has for it. */
export function cellsOfRow(table: TableId, row: string, columns: readonly string[]): FormCell[] {
  const inOrder = cellsOfRows.get(table)?.get(row)
  return mapped(columns, (column, i) => {
    // Nearly always the columns stand in the order of the form.
    const next = inOrder?.[i]
    return next?.column === column
      ? next
      : (cellIn(table, row, column) ?? formCell(`${table}.${row}.${column}`))
  })
}

/** The place of an id of the forms. */
export const placeOf = (id: CellId): number => cellPlaces.get(id) as number

const placesOfForms = new Map(
  tableIds.map((table) => [
    table,
    new Map(formVersions.map((version) => [version, cellsOfForm(table, version).map(placeOf)])),
  ]),
)

/** The places of the cells of one table in one form, in the order of `cellsOfForm`. */
export const placesOfForm = (table: TableId, version: FormVersion): readonly number[] =>
  placesOfForms.get(table)?.get(version) ?? []

/** Something of cells by their places in the forms; undefined for a cell that is not there. */
export type ByPlace<T> = readonly (T | undefined)[]

/** Copied each time, which takes less than to fill a list. */
const noCells: readonly undefined[] = idsInOrder.map(() => undefined)
/** An empty place for each cell of the forms. */
export const emptyPlaces = <T>(): (T | undefined)[] => noCells.slice()

/** Cells by their places. One that no form has is left out. */
export function byPlace<T extends { readonly cell_id: string }>(cells: readonly T[]): ByPlace<T> {
  const placed = emptyPlaces<T>()
  let next = 0
  for (const cell of cells) {
    // Nearly always the next in the order of the forms.
    const place = idsInOrder[next] === cell.cell_id ? next : cellPlaces.get(cell.cell_id)
    if (place === undefined) continue
    placed[place] = cell
    next = place + 1
  }
  return placed
}

/** The cell of an id, or an error: an unknown id is a mistake of ours, never of a report. */
export function formCell(id: CellId): FormCell {
  const cell = formCells.get(id)
  if (!cell) throw new Error(`no such cell in the forms: ${id}`)
  return cell
}
