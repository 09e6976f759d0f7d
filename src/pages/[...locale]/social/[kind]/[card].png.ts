import type { APIRoute } from 'astro'
import { charts } from '../../../../charts/index.ts'
import { loadAtlas } from '../../../../dataset/load.ts'
import { type Locale, localePaths, pagePath } from '../../../../i18n/locale.ts'
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
  const groupOf = (kind: string, id: string, cardIn: (locale: Locale) => Card) => {
    const pages = localePaths().map(({ params, props: { locale } }) => ({
      params: { ...params, kind, card: id },
      props: { locale, card: cardIn(locale) },
    }))
    return { key: `${kind}/${id}`, shown: () => pages.map(({ props }) => props.card), pages: () => pages }
  }
  const groups = [
    groupOf('pages', 'overview', (locale) => overviewCard(atlas, locale)),
    ...charts.map((chart) => groupOf('charts', chart.id, (locale) => chartCard(chart, atlas, locale))),
    ...regions.all.map((region) => groupOf('regions', region.id, (locale) => regionCard(of(region), locale))),
  ]
  return pagesToRender('social', groups, ({ params, props }) =>
    pagePath(props.locale, `social/${params.kind}/${params.card}.png`),
  )
}

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await draw(card)), { headers: { 'content-type': 'image/png' } })
