import { type CellId, formCell, formCells } from '../../model/cells.ts'
import { effective, issueCount, type ReportFigures } from '../../model/figures.ts'
import type { Issue } from '../../model/issue.ts'
import type { Agency, Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'
import { flowOf } from '../../stats/figures.ts'
import { type IndicatorValue, indicatorsOf } from '../../stats/indicators.ts'
import { zeroActivity } from '../../stats/zeroActivity.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { cellMeaningRows, columnRows, indicatorMeaningRows } from '../describe/dictionaryTables.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import { wideCells } from '../describe/wideRequests.ts'
import type { Atlas } from '../load.ts'
import { sortRows } from './csv.ts'
import type { Row, Value, Values } from './values.ts'

const reportRow = (report: ReportFigures): Row => {
  const flow = flowOf(report)
  const { source, figures: _, cell_counts: __, issue_counts: ___, ...about } = report
  return {
    ...about,
    text_sketch: null,
    tested: null,
    new_requests: flow.received,
    carried_in: flow.carriedIn,
    concluded: flow.concluded,
    carried_out: flow.carriedOut,
    issue_count: issueCount(report),
    source_path: source.path,
    source_format: source.format,
    source_sha256: source.sha256,
    source_url: source.url,
    retrieved_on: source.retrieved_on,
  }
}

const reportColumns = publishedTable('reports').columns.map(({ name }) => name)
const reportValues = (row: Row): Values => reportColumns.map((name) => row[name] as Value)

/** The row of one cell of a report in `cells/<year>.csv`. */
export const cellRow = (report: Report, cell: CellValue): Row => {
  const { table, row, column } = formCell(cell.cell_id as CellId)
  return { report_id: report.report_id, table, row, column, ...cell }
}

const agencyRow = (agency: Agency): Row => ({
  ...agency,
  aliases: agency.aliases.join('|'),
  former_ids: null,
  merged_into: null,
})

const codebookRows = (): Row[] =>
  [...formCells.values()].map((cell) => ({
    cell_id: cell.id,
    table: cell.table,
    row: cell.row,
    column: cell.column,
    form: cell.forms.join(' '),
    clause_zh: cell.clause,
    label_zh: `${cell.row_zh} / ${cell.column_zh}`,
    label_en: `${cell.row_en} / ${cell.column_en}`,
    unit: cell.unit,
    type: cell.type,
    aliases: cell.aliases.join('|'),
  }))

/** What the wide table says of a report beside its cells, which come behind it. */
const wideStart = publishedTable('wide_requests').columns.slice(0, -wideCells.length)

/** A report with the effective value of every cell of the requests table that it has. */
const wideValues = (report: ReportFigures): Values => {
  const start = wideStart.map(({ name }) => (report as unknown as Row)[name] as Value)
  return [...start, ...wideCells.map(({ cell_id }) => effective(report, cell_id))]
}

/** Shares are published with six decimal places: enough for any use, and the same on every machine. */
const share = (value: Value): Value =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(6)) : value
const shares = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, share(value)]))

const indicatorColumns = publishedTable('indicators').columns.map(({ name }) => name as keyof IndicatorValue)
const indicatorValues = (one: IndicatorValue): Values => indicatorColumns.map((name) => share(one[name]))

/** The rows of the tables that follow the reports, of one report; `previous` is that of the year before. */
export const rowsOfReport: Readonly<
  Record<string, (report: ReportFigures, previous: ReportFigures | undefined) => readonly Values[]>
> = {
  reports: (report) => [reportValues(reportRow(report))],
  wide_requests: (report) => [wideValues(report)],
  indicators: (report, previous) => indicatorsOf(report, previous).map(indicatorValues),
}

/** The rows of the tables that are made from all reports or from none; unsorted. */
const unsorted: Readonly<Record<string, (atlas: Atlas) => Iterable<Row>>> = {
  agencies: (atlas) => atlas.agencies.map(agencyRow),
  corrections: (atlas) => atlas.corrections.map((one) => ({ ...one })),
  zero_activity: (atlas) => zeroActivity(atlas.reports, atlas.agencies).map((one) => shares({ ...one })),
  codebook: codebookRows,
  dictionary_columns: () => columnRows(publishedTables),
  dictionary_cells: cellMeaningRows,
  dictionary_indicators: indicatorMeaningRows,
}

/** Makes the rows of such a table, sorted by its key; undefined for the others. */
export function rowsOf(table: PublishedTable): ((atlas: Atlas) => Row[]) | undefined {
  const rows = unsorted[table.name]
  return rows && ((atlas) => sortRows(table, rows(atlas)))
}

/** The row of an issue. */
export const issueRow = (issue: Issue): Row => ({ ...issue, cell_ids: issue.cell_ids.join(' ') })
