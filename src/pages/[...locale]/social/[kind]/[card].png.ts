import type { APIRoute } from 'astro'
import { charts } from '../../../../charts/index.ts'
import { loadAtlas } from '../../../../dataset/load.ts'
import { localePaths, pagePath } from '../../../../i18n/locale.ts'
import { pagesToRender } from '../../../../site/pagesToRender.ts'
import type { Card } from '../../../../social/card.ts'
import { chartCard, overviewCard, regionCard } from '../../../../social/cards.ts'
import { draw } from '../../../../social/draw.ts'
import { regionAtlas } from '../../../../stats/regionPage.ts'

/**
 * The pictures of the overview, the charts and the regions, in each language. Networks take them by absolute
 * addresses only: without an address of the site there are none.
 */
export const getStaticPaths = () => {
  if (!process.env['GONGKAI_SITE']) return []
  const atlas = loadAtlas()
  const { regions, of } = regionAtlas(atlas)
  const pages = localePaths().flatMap(({ params, props: { locale } }) => [
    {
      params: { ...params, kind: 'pages', card: 'overview' },
      props: { locale, card: overviewCard(atlas, locale) },
    },
    ...charts.map((chart) => ({
      params: { ...params, kind: 'charts', card: chart.id },
      props: { locale, card: chartCard(chart, atlas, locale) },
    })),
    ...regions.all.map((region) => ({
      params: { ...params, kind: 'regions', card: region.id },
      props: { locale, card: regionCard(of(region), locale) },
    })),
  ])
  return pagesToRender(
    'social',
    pages,
    ({ params, props }) => pagePath(props.locale, `social/${params.kind}/${params.card}.png`),
    ({ props }) => props.card,
  )
}

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await draw(card)), { headers: { 'content-type': 'image/png' } })
