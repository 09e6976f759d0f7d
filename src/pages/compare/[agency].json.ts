import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import { rowsOfAgency } from '../../explore/slices.ts'
import type { Agency } from '../../model/report.ts'
import { pagesToRender } from '../../site/pagesToRender.ts'
import { seriesOf } from '../../stats/series.ts'

/** What Compare asks for: the rows of one agency, earliest year first; none for one without a report that counts. */
export const getStaticPaths = () => {
  const { agencies, reports } = loadAtlas()
  const { byAgency } = seriesOf(reports)
  const groups = agencies.map((agency) => ({
    key: agency.agency_id,
    shown: () => [agency, byAgency.get(agency.agency_id)?.map(({ digest }) => digest)],
    pages: () => [{ params: { agency: agency.agency_id }, props: { agency } }],
  }))
  return pagesToRender('compare', groups, ({ params }) => `compare/${params.agency}.json`)
}

export const GET: APIRoute<{ agency: Agency }> = ({ props: { agency } }) =>
  new Response(JSON.stringify(rowsOfAgency(loadAtlas(), agency)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
