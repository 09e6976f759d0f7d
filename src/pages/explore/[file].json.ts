import type { APIRoute } from 'astro'
import { loadAtlas } from '../../dataset/load.ts'
import { exploreSlices } from '../../explore/slices.ts'
import { pagesToRender } from '../../site/pagesToRender.ts'

/** What Explore asks for: `index.json`, and the rows of each year. */
export const getStaticPaths = () => {
  const { index, files } = exploreSlices(loadAtlas())
  const page = (file: string, content: () => unknown) => ({ params: { file }, props: { content } })
  const groups = [
    { key: 'index', shown: () => index, pages: () => [page('index', () => index)] },
    ...files.map(({ file, rows, shown }) => ({ key: file, shown, pages: () => [page(file, rows)] })),
  ]
  return pagesToRender('explore', groups, ({ params }) => `explore/${params.file}.json`)
}

export const GET: APIRoute<{ content: () => unknown }> = ({ props: { content } }) =>
  new Response(JSON.stringify(content()), { headers: { 'content-type': 'application/json; charset=utf-8' } })
