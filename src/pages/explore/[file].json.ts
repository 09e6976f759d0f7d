import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import { exploreSlices } from '../../explore/slices.ts'

/** What Explore asks for: `index.json`, and the rows of each year. */
export const getStaticPaths = () => {
  const { index, files } = exploreSlices(loadAtlas())
  return [
    { params: { file: 'index' }, props: { content: index } },
    ...files.map(({ file, rows }) => ({ params: { file }, props: { content: rows } })),
  ]
}

export const GET: APIRoute<{ content: unknown }> = ({ props: { content } }) =>
  new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json; charset=utf-8' } })
