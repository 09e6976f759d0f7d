import { type CellId, formCell, formCells } from '../../model/cells.ts'
import { effective, issueCount, type ReportFigures } from '../../model/figures.ts'
import type { Issue } from '../../model/issue.ts'
import type { Agency, Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'
import { flowOf } from '../../stats/figures.ts'
import { allIndicators } from '../../stats/indicators.ts'
import { zeroActivity } from '../../stats/zeroActivity.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { cellMeaningRows, columnRows, indicatorMeaningRows } from '../describe/dictionaryTables.ts'
import { publishedTables } from '../describe/tables.ts'
import { wideCells } from '../describe/wideRequests.ts'
import type { Atlas } from '../load.ts'
import { sortRows } from './csv.ts'
import type { Row } from './values.ts'

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

/** The row of one cell of a report in `cells/<year>.csv`. */
export const cellRow = (report: Report, cell: CellValue): Row => {
  const { table, row, column } = formCell(cell.cell_id as CellId)
  return { report_id: report.report_id, table, row, column, ...cell }
}

const issueRow = (issue: Issue): Row => ({ ...issue, cell_ids: issue.cell_ids.join(' ') })
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

/** A report with the effective value of every cell of the requests table that it has. */
const wideRow = (report: ReportFigures): Row => {
  const { report_id, agency_id, agency_name, year, scope, status, requests_form } = report
  const cells = wideCells.map(({ name, cell_id }) => [name, effective(report, cell_id)])
  return {
    report_id,
    agency_id,
    agency_name,
    year,
    scope,
    status,
    requests_form,
    ...Object.fromEntries(cells),
  }
}

/** Shares are published with six decimal places: enough for any use, and the same on every machine. */
const shares = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toFixed(6)) : value,
    ]),
  )

function* indicatorRows(atlas: Atlas): Generator<Row> {
  for (const one of allIndicators(atlas.reports)) yield shares({ ...one })
}

function* eachReport(atlas: Atlas, rowOf: (report: ReportFigures) => Row): Generator<Row> {
  for (const report of atlas.reports) yield rowOf(report)
}

/**
 * The rows of the tables that follow the reports, which an atlas has sorted by id: in the order of their key, and
 * made one after the other, because there are many.
 */
const followingReports: Readonly<Record<string, (atlas: Atlas) => Iterable<Row>>> = {
  reports: (atlas) => eachReport(atlas, reportRow),
  indicators: indicatorRows,
  wide_requests: (atlas) => eachReport(atlas, wideRow),
}

/** The rows of the other tables but `cells` and `issues`; unsorted. */
const unsorted: Readonly<Record<string, (atlas: Atlas) => Iterable<Row>>> = {
  agencies: (atlas) => atlas.agencies.map(agencyRow),
  corrections: (atlas) => atlas.corrections.map((one) => ({ ...one })),
  zero_activity: (atlas) => zeroActivity(atlas.reports, atlas.agencies).map((one) => shares({ ...one })),
  codebook: codebookRows,
  dictionary_columns: () => columnRows(publishedTables),
  dictionary_cells: cellMeaningRows,
  dictionary_indicators: indicatorMeaningRows,
}

/** Makes the rows of a published table of an atlas, sorted by its key; undefined for `cells` and `issues`. */
export function rowsOf(table: PublishedTable): ((atlas: Atlas) => Iterable<Row>) | undefined {
  const rows = unsorted[table.name]
  return rows ? (atlas) => sortRows(table, rows(atlas)) : followingReports[table.name]
}

/** The rows of the cells of reports, sorted, and made one report after the other. */
export function* cellRows(reports: Iterable<Report>): Generator<Row> {
  for (const report of reports) {
    const cells = report.cells.toSorted((a, b) => (a.cell_id < b.cell_id ? -1 : 1))
    for (const cell of cells) yield cellRow(report, cell)
  }
}

/** The rows of issues, one after the other. */
export function* issueRows(issues: Iterable<Issue>): Generator<Row> {
  for (const issue of issues) yield issueRow(issue)
}
