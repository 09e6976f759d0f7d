import type { APIRoute } from 'astro'
import { publishedTable } from '../../../dataset/describe/tables.ts'
import { toCsv } from '../../../dataset/write/csv.ts'
import { cellRow } from '../../../dataset/write/rows.ts'
import type { Report } from '../../../model/report.ts'
import { reportPaths } from './_reports.ts'

export const getStaticPaths = reportPaths

/** The cells of one report, with the columns of `cells/<year>.csv`. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) =>
  new Response(
    toCsv(
      publishedTable('cells'),
      report.cells.map((cell) => cellRow(report, cell)),
    ),
    { headers: { 'content-type': 'text/csv; charset=utf-8' } },
  )
