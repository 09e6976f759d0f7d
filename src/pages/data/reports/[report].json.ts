import type { APIRoute } from 'astro'
import { loadReport } from '../../../dataset/load.ts'
import { reportPaths } from './_reports.ts'

export const getStaticPaths = reportPaths('json')

/** The normalized record of one report, with its cells and issues. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(loadReport(params['report'] ?? ''), null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
