import type { APIRoute } from 'astro'
import { publishedTable } from '../../../dataset/describe/tables.ts'
import { loadReport } from '../../../dataset/load.ts'
import { toCsv } from '../../../dataset/write/csv.ts'
import { cellRow } from '../../../dataset/write/rows.ts'

export { getStaticPaths } from './_reports.ts'

/** The cells of one report, with the columns of `cells/<year>.csv`. */
export const GET: APIRoute = ({ params }) => {
  const report = loadReport(params['report'] ?? '')
  const rows = report.cells.map((cell) => cellRow(report, cell))
  return new Response(toCsv(publishedTable('cells'), rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
