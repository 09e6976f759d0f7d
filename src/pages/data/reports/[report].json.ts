import type { APIRoute } from 'astro'
import type { Report } from '../../../model/report.ts'
import { reportPaths } from './_reports.ts'

export const getStaticPaths = reportPaths

/** The normalized record of one report, with its cells and issues. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) =>
  new Response(`${JSON.stringify(report, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
