import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import type { ExploreRow } from '../../explore/rows.ts'
import { exploreSlices } from '../../explore/slices.ts'

/** What Compare asks for: the rows of one agency, earliest year first; none for one without a report that counts. */
export const getStaticPaths = () => {
  const atlas = loadAtlas()
  const rows = Map.groupBy(
    exploreSlices(atlas).files.flatMap((file) => file.rows),
    (row) => row.id,
  )
  return atlas.agencies.map(({ agency_id }) => ({
    params: { agency: agency_id },
    props: { rows: rows.get(agency_id) ?? [] },
  }))
}

export const GET: APIRoute<{ rows: readonly ExploreRow[] }> = ({ props: { rows } }) =>
  new Response(JSON.stringify(rows), { headers: { 'content-type': 'application/json; charset=utf-8' } })
