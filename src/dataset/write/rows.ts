import { type CellId, formCell, formCells } from '../../model/cells.ts'
import { effective, issueCount, type ReportFigures } from '../../model/figures.ts'
import type { Issue } from '../../model/issue.ts'
import type { Agency, Report } from '../../model/report.ts'
import type { CellValue } from '../../model/values.ts'
import { flowOf } from '../../stats/figures.ts'
import { indicatorsOf } from '../../stats/indicators.ts'
import { zeroActivity } from '../../stats/zeroActivity.ts'
import { wideCells } from '../describe/wideRequests.ts'
import type { Atlas } from '../load.ts'

/** A row of a published table by column name; null is an empty field. */
export type Row = Readonly<Record<string, string | number | null>>

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

/** The rows of every published table but `cells` and `issues`, by table name; unsorted. */
export const rowsOf: Readonly<Record<string, (atlas: Atlas) => Row[]>> = {
  reports: (atlas) => atlas.reports.map(reportRow),
  agencies: (atlas) => atlas.agencies.map(agencyRow),
  indicators: (atlas) => atlas.reports.flatMap(indicatorsOf).map((one) => shares({ ...one })),
  zero_activity: (atlas) => zeroActivity(atlas.reports, atlas.agencies).map((one) => shares({ ...one })),
  codebook: codebookRows,
  wide_requests: (atlas) => atlas.reports.map(wideRow),
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
