import type { APIRoute } from 'astro'
import { loadAtlas } from '../../../dataset/load.ts'
import { pagesToRender } from '../../../site/pagesToRender.ts'
import type { Card } from '../../../social/card.ts'
import { agencyCard } from '../../../social/cards.ts'
import { draw } from '../../../social/draw.ts'
import { agencyPicture } from '../../../social/size.ts'

/** The pictures of agencies, each one for both languages; without an address of the site there are none. */
export const getStaticPaths = () => {
  if (!process.env['GONGKAI_SITE']) return []
  const atlas = loadAtlas()
  const pictured = atlas.agencies.filter((one) => agencyPicture(one.agency_id, atlas.agencies.length))
  const groups = pictured.map((agency) => {
    const card = agencyCard(agency, atlas)
    const page = { params: { agency: agency.agency_id }, props: { card } }
    return { key: agency.agency_id, shown: () => card, pages: () => [page] }
  })
  return pagesToRender('social-agencies', groups, ({ params }) => `social/agencies/${params.agency}.png`)
}

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await draw(card)), { headers: { 'content-type': 'image/png' } })
