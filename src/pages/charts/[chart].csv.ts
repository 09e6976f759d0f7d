import type { APIRoute } from 'astro'
import Papa from 'papaparse'
import { charts } from '../../charts/index.ts'
import { loadAtlas } from '../../dataset/load.ts'

/** The data of every chart as CSV; the columns are described on the page of the chart. */
export const getStaticPaths = () => charts.map((chart) => ({ params: { chart: chart.id } }))

export const GET: APIRoute = ({ params }) => {
  const chart = charts.find((one) => one.id === params['chart'])?.of(loadAtlas())
  if (!chart) return new Response(null, { status: 404 })
  const { columns, rows } = chart.data
  const csv = Papa.unparse(
    { fields: columns.map((column) => column.name), data: rows.map((row) => [...row]) },
    { newline: '\n' },
  )
  return new Response(`${csv}\n`, { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
