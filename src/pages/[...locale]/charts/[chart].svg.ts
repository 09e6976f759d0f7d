import type { APIRoute } from 'astro'
import type { Drawing } from '../../../charts/drawing.ts'
import { text } from '../../../charts/drawing.ts'
import { charts } from '../../../charts/index.ts'
import { lightTokens, standaloneSvg } from '../../../charts/standalone.ts'
import { loadAtlas } from '../../../dataset/load.ts'
import { sourceWords } from '../../../i18n/charts.ts'
import { langOf, localeOf, localePaths } from '../../../i18n/locale.ts'
import chartStyles from '../../../styles/charts.css?raw'
import tokenStyles from '../../../styles/tokens.css?raw'

/** Every chart as an SVG file of its own, in each language. */
export const getStaticPaths = () =>
  localePaths().flatMap(({ params }) => charts.map((chart) => ({ params: { ...params, chart: chart.id } })))

export const GET: APIRoute = ({ params }) => {
  const locale = localeOf(params['locale'])
  const atlas = loadAtlas()
  const chart = charts.find((one) => one.id === params['chart'])?.of(atlas)
  if (!chart) return new Response(null, { status: 404 })
  const words = chart.words(locale)
  const drawings = chart.parts.flatMap((part): Drawing[] => {
    const title = part.title(locale)
    const drawing = part.draw(locale, 'wide')
    return title ? [{ width: 0, height: 20, shapes: [text('strong', 0, 16, title)] }, drawing] : [drawing]
  })
  const around = {
    title: words.headline,
    subtitle: words.subtitle,
    source: sourceWords(locale, atlas.files.reports),
    description: words.description,
    lang: langOf(locale),
  }
  const svg = standaloneSvg(drawings, around, chartStyles, lightTokens(tokenStyles))
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
