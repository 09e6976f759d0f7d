import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import { searchEntry, shardsOf } from '../../search/shards.ts'
import { pagesToRender } from '../../site/pagesToRender.ts'

/** What the search box asks for: `index.json`, and the entries for each beginning of a question. */
export const getStaticPaths = () => {
  const { agencies } = loadAtlas()
  const pages = () => {
    const { index, shards } = shardsOf(agencies)
    return [
      { params: { file: 'index' }, props: { content: index } },
      ...shards.map(({ file, entries }) => ({ params: { file }, props: { content: entries } })),
    ]
  }
  const all = { key: 'all', shown: () => agencies.map(searchEntry), pages }
  return pagesToRender('search', [all], ({ params }) => `search/${params.file}.json`)
}

export const GET: APIRoute<{ content: unknown }> = ({ props: { content } }) =>
  new Response(JSON.stringify(content), { headers: { 'content-type': 'application/json; charset=utf-8' } })
