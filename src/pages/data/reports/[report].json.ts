import type { APIRoute } from 'astro'
import { loadReport } from '../../../dataset/load.ts'

export { getStaticPaths } from './_reports.ts'

/** The normalized record of one report, with its cells and issues. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(loadReport(params['report'] ?? '')), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
