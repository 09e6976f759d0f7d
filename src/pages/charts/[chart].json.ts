import type { APIRoute } from 'astro'
import { chartFile } from '../../api/members.ts'
import { charts } from '../../charts/index.ts'
import { loadAtlas } from '../../dataset/load.ts'

/** The data of every chart as JSON, the same as in the interface for programs. */
export const getStaticPaths = () => charts.map((chart) => ({ params: { chart: chart.id } }))

export const GET: APIRoute = ({ params }) => {
  const chart = charts.find((one) => one.id === params['chart'])
  if (!chart) return new Response(null, { status: 404 })
  return new Response(`${JSON.stringify(chartFile(chart, loadAtlas()))}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
