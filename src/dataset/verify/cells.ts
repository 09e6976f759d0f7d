import { join } from 'node:path'
import { disputeIdentities, requestIdentities } from '../../checks/totals.ts'
import { formCells } from '../../model/cells.ts'
import { applicantColumns, type FormVersion } from '../../model/form.ts'
import { wideCells } from '../describe/wideRequests.ts'
import type { TablePart } from '../write/tableFiles.ts'
import type { Problems } from './problem.ts'
import { type CsvRow, csvRows } from './readCsv.ts'
import type { ReportFacts } from './reports.ts'

/** The cells of one report by id. */
interface ReportCells {
  readonly report_id: string
  readonly cells: ReadonlyMap<string, CsvRow>
}

async function* byReport(rows: AsyncIterable<CsvRow>): AsyncGenerator<ReportCells> {
  let [report_id, cells] = ['', new Map<string, CsvRow>()]
  for await (const row of rows) {
    const id = row['report_id'] ?? ''
    if (id !== report_id && cells.size > 0) yield { report_id, cells }
    if (id !== report_id) [report_id, cells] = [id, new Map()]
    cells.set(row['cell_id'] ?? '', row)
  }
  if (cells.size > 0) yield { report_id, cells }
}

/** Why a row of cells cannot be as it is; undefined when it can. */
function whyImpossible(row: CsvRow): string | undefined {
  const { cell_id = '', table, row: line, column, value, kind, effective_value, basis } = row
  if (`${table}.${line}.${column}` !== cell_id) return 'table, row and column are not those of cell_id'
  if (!formCells.has(cell_id as never)) return 'is no cell of the forms'
  if ((kind === 'number') !== (value !== '')) return `kind is ${kind}, value ${JSON.stringify(value)}`
  if ((basis === '') !== (effective_value === ''))
    return 'has an effective value without a basis, or the reverse'
  if (basis === 'printed' && effective_value !== value)
    return 'an effective value that was printed differs from it'
  return basis === 'zero_by_identity' && effective_value !== '0' ? 'is proved to be 0, and is not' : undefined
}

const flowOf = (column: string) => ({
  came: [`requests.received.${column}`, `requests.carried_in.${column}`],
  went: [`requests.concluded.${column}`, `requests.carried_out.${column}`],
})
const flowColumns = applicantColumns.map((column) => flowOf(column.id))

/** What cells add up to, or null when one is not printed as a number. */
function sumOf({ cells }: ReportCells, ids: readonly string[]): number | null {
  let sum = 0
  for (const id of ids) {
    const cell = cells.get(id)
    if (cell?.['kind'] !== 'number') return null
    sum += Number(cell['value'])
  }
  return sum
}

/** Equations of the form that printed figures break without an issue that names them. */
function silentBreaches(of: ReportCells, { requests_form, doubted }: ReportFacts): string[] {
  const totals = [
    ...(requests_form ? requestIdentities(requests_form as FormVersion) : []),
    ...disputeIdentities,
  ]
  const sides = [
    ...totals.map(({ total, parts }) => ({ came: [total] as string[], went: parts as readonly string[] })),
    ...flowColumns,
  ]
  return sides.flatMap(({ came, went }) => {
    const [left, right] = [sumOf(of, came), sumOf(of, went)]
    if (left === null || right === null || Math.abs(left - right) < 1e-6) return []
    if ([...came, ...went].some((id) => doubted.has(id))) return []
    return [`${came.join(' + ')} = ${left}, ${went.join(' + ')} = ${right}, and no issue says so`]
  })
}

/** Rows of the wide table for one year, by report, read beside the cells, which are in the same order. */
class WideRows {
  readonly #rows: AsyncGenerator<CsvRow>
  #next: CsvRow | undefined
  constructor(path: string) {
    this.#rows = csvRows(path)
  }
  /** The row of a report; rows of reports without cells are passed over. */
  async of(report_id: string): Promise<CsvRow | undefined> {
    while (!this.#next || (this.#next['report_id'] ?? '') < report_id) {
      const { value, done } = await this.#rows.next()
      if (done) return undefined
      this.#next = value
    }
    return this.#next['report_id'] === report_id ? this.#next : undefined
  }
}

function compareWide({ report_id, cells }: ReportCells, wide: CsvRow | undefined, problems: Problems): void {
  for (const { name, cell_id } of wideCells) {
    const [here, there] = [wide?.[name] ?? '', cells.get(cell_id)?.['effective_value'] ?? '']
    if (here !== there)
      problems.add(
        'arithmetic',
        'wide/requests.csv',
        report_id,
        `${name} is ${JSON.stringify(here)}, the cell ${JSON.stringify(there)}`,
      )
  }
}

/** Checks a file of cells against itself, the reports, the issues and the wide table. */
export async function verifyCells(
  folder: string,
  { path }: TablePart,
  reports: ReadonlyMap<string, ReportFacts>,
  problems: Problems,
): Promise<void> {
  const wide = new WideRows(join(folder, 'wide/requests.csv'))
  const year = /(\d{4})\.csv$/.exec(path)?.[1] ?? ''
  for await (const of of byReport(csvRows(join(folder, path)))) {
    const report = reports.get(of.report_id)
    if (!report) continue
    if (report.year !== year)
      problems.add('arithmetic', path, of.report_id, `is of a report for ${report.year}`)
    for (const [id, row] of of.cells) {
      const why = whyImpossible(row)
      if (why) problems.add('arithmetic', path, `${of.report_id} ${id}`, why)
    }
    for (const [id, value] of Object.entries(report.counts)) {
      const cell = of.cells.get(id)?.['effective_value'] ?? ''
      if (cell !== value)
        problems.add(
          'arithmetic',
          'reports.csv',
          of.report_id,
          `${id} is ${JSON.stringify(value)}, in ${path} ${JSON.stringify(cell)}`,
        )
    }
    for (const breach of silentBreaches(of, report)) problems.add('arithmetic', path, of.report_id, breach)
    compareWide(of, await wide.of(of.report_id), problems)
  }
}
