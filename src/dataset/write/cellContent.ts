import { formCells } from '../../model/cells.ts'
import type { Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { csvField } from './csv.ts'
import { CsvBytes, type Field, Fields } from './csvBytes.ts'
import { cellNumbers, packCell } from './packRows.ts'
import type { SegmentContent } from './segmentContent.ts'
import type { Value } from './values.ts'

/** What of the row of a cell is the same in every report. */
interface Constant {
  readonly cell_id: string
  /** By which the database knows it. */
  readonly number: number
  readonly table: string
  readonly row: string
  readonly column: string
  /** Its part of a line of CSV, from behind the report to before the value. */
  readonly csv: Uint8Array
}

/** In the order of the ids. */
const constants: readonly Constant[] = [...formCells.values()]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, table, row, column }) => {
    const csv = `,${[id, table, row, column].map((text) => csvField(text)).join(',')},`
    return { cell_id: id, number: cellNumbers.get(id) as number, table, row, column, csv: Buffer.from(csv) }
  })
const places = new Map(constants.map(({ cell_id }, place): [string, number] => [cell_id, place]))

/** The cells of a report, each at the place of its id among all. */
function placed(cells: readonly CellValue[]): (CellValue | undefined)[] {
  const all = new Array<CellValue | undefined>(constants.length).fill(undefined)
  for (const cell of cells) {
    const place = places.get(cell.cell_id)
    if (place === undefined) throw new Error(`the forms have no cell ${cell.cell_id}`)
    // One of the two would be dropped, and no one told.
    if (all[place]) throw new Error(`a report has the cell ${cell.cell_id} twice`)
    all[place] = cell
  }
  return all
}

/** The fields of a cell that are texts. */
const textsOf = (cell: CellValue, fields: Fields) => ({
  kind: fields.of(cell.kind),
  raw: fields.of(cell.raw),
  basis: fields.of(cell.basis ?? ''),
  reading: fields.of(cell.reading),
  locator: fields.of(cell.locator),
})
type Texts = ReturnType<typeof textsOf>

function addLine(report: Field, constant: Constant, cell: CellValue, texts: Texts): void {
  csv.add(report.bytes)
  csv.add(constant.csv)
  csv.addNumber(cell.value)
  csv.comma()
  csv.add(texts.kind.bytes)
  csv.comma()
  csv.add(texts.raw.bytes)
  csv.comma()
  csv.addNumber(cell.effective_value)
  csv.comma()
  csv.add(texts.basis.bytes)
  csv.comma()
  csv.add(texts.reading.bytes)
  csv.comma()
  csv.add(texts.locator.bytes)
  csv.endLine()
}

/** The lines of one segment after the other. */
const csv = new CsvBytes()

/** The columns of the table by their names. */
const noColumns = () => ({
  report_id: [] as string[],
  cell_id: [] as string[],
  table: [] as string[],
  row: [] as string[],
  column: [] as string[],
  value: [] as (number | null)[],
  kind: [] as string[],
  raw: [] as (string | null)[],
  effective_value: [] as (number | null)[],
  basis: [] as (string | null)[],
  reading: [] as string[],
  locator: [] as (string | null)[],
})
type Columns = ReturnType<typeof noColumns>

function addRow(columns: Columns, report: Field, constant: Constant, cell: CellValue, texts: Texts): void {
  columns.report_id.push(report.text)
  columns.cell_id.push(constant.cell_id)
  columns.table.push(constant.table)
  columns.row.push(constant.row)
  columns.column.push(constant.column)
  columns.value.push(cell.value)
  columns.kind.push(texts.kind.text)
  columns.raw.push(texts.raw.text || null)
  columns.effective_value.push(cell.effective_value)
  columns.basis.push(texts.basis.text || null)
  columns.reading.push(texts.reading.text)
  columns.locator.push(texts.locator.text || null)
}

/**
 * The rows of the cells of reports. They are nearly all rows of the dataset, so that none is made by itself: each
 * cell goes straight into its line and its columns, which are those of the table, in its order. The bytes of the
 * lines are there until the next rows are made.
 */
export function contentOfCells(table: PublishedTable, reports: Iterable<Report>): SegmentContent {
  const [columns, fields] = [noColumns(), new Fields()]
  csv.clear()
  const packed: string[] = []
  for (const report of reports) {
    const id = fields.of(report.report_id)
    const cells = placed(report.cells)
    const packedCells: Value[][] = []
    for (let place = 0; place < cells.length; place += 1) {
      const cell = cells[place]
      if (!cell) continue
      const [constant, texts] = [constants[place] as Constant, textsOf(cell, fields)]
      addLine(id, constant, cell, texts)
      addRow(columns, id, constant, cell, texts)
      packedCells.push(packCell(constant.number, cell))
    }
    packed.push(JSON.stringify(packedCells))
  }
  return {
    rows: columns.report_id.length,
    csv: () => csv.bytes,
    columns: () => table.columns.map(({ name }) => columns[name as keyof Columns]),
    values: [],
    packed,
  }
}
