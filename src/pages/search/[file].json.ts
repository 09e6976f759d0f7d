import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import { type Shard, shardsOf } from '../../search/shards.ts'

/** What the search box asks for: `index.json`, and the entries for each beginning of a question. */
export const getStaticPaths = () => {
  const { index, shards } = shardsOf(loadAtlas().agencies)
  return [
    { params: { file: 'index' }, props: { content: index } },
    ...shards.map(({ file, entries }) => ({ params: { file }, props: { content: entries } })),
  ]
}

export const GET: APIRoute<{ content: Shard['entries'] }> = ({ props: { content } }) =>
  new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json; charset=utf-8' } })
