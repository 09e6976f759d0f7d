import type { Chart } from '../charts/chart.ts'
import type { Atlas } from '../dataset/load.ts'
import type { Locale } from '../i18n/locale.ts'
import { formatNumber } from '../i18n/numbers.ts'
import { overviewWords } from '../i18n/overview.ts'
import { regionWords } from '../i18n/regions.ts'
import { siteWords } from '../i18n/site.ts'
import { inventedOnImages, socialWords } from '../i18n/social.ts'
import { levelWords, typeWords } from '../i18n/vocabulary.ts'
import { isInvented } from '../invented/mark.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { flowOf } from '../stats/figures.ts'
import { countStates, levelBands, overviewFindings } from '../stats/overview.ts'
import type { RegionFigures } from '../stats/regionPage.ts'
import { marksOf, seriesOf } from '../stats/series.ts'
import type { Card } from './card.ts'
import { lineDrawing, statesDrawing, type YearStates } from './drawings.ts'

/** Where the site is published, as its address is written: `example.org/atlas`. */
function host({ GONGKAI_SITE: site, GONGKAI_BASE: base = '/' } = process.env): string {
  if (!site) return ''
  const { host: name, pathname } = new URL(base, site)
  return `${name}${pathname}`.replace(/\/$/, '')
}

const common = (site: string) => ({
  site,
  host: host(),
  ...(isInvented() ? { warning: inventedOnImages } : {}),
})

function statesCard(
  locale: Locale,
  title: string,
  lines: readonly string[],
  rows: readonly YearStates[],
): Card {
  const { drawing, per } = statesDrawing(rows)
  const key = socialWords.dots[locale](formatNumber(locale, per))
  return { ...common(siteWords.name[locale]), title, lines: [...lines, key], drawing }
}

/** The overview: its first finding, and every agency as a dot by year. */
export function overviewCard(atlas: Atlas, locale: Locale): Card {
  const { years, latest } = overviewFindings(atlas)
  const n = (value: number) => formatNumber(locale, value)
  const bands = levelBands(atlas)
  const rows = years.map((year): YearStates => {
    const states = { some: 0, zero: 0, unreadable: 0, no_report: 0 }
    for (const band of bands) {
      const counts = countStates(band, year)
      for (const state of Object.keys(states) as (keyof typeof states)[]) states[state] += counts[state]
    }
    return { year, states }
  })
  const title = overviewWords.pictureTitle[locale](n(latest.zero), n(latest.readable))
  return statesCard(locale, title, [], rows)
}

/** A chart: what it says, what it measures, and the drawing that makes the argument. */
export function chartCard(chart: Chart, atlas: Atlas, locale: Locale): Card {
  const placed = chart.of(atlas)
  const { headline, subtitle } = placed.words(locale)
  const drawing = placed.parts[0]?.draw(locale, 'wide')
  return {
    ...common(siteWords.name[locale]),
    title: headline,
    lines: [subtitle],
    ...(drawing ? { drawing } : {}),
  }
}

/** A region: its agencies as dots by year, and how many were without a request. */
export function regionCard({ region, years, current }: RegionFigures, locale: Locale): Card {
  const n = (value: number) => formatNumber(locale, value)
  const lines = current
    ? [
        regionWords.finding[locale](
          String(current.year),
          n(current.agencies),
          n(current.reports),
          n(current.readable),
          n(current.zero),
        ),
      ]
    : []
  const rows = years.map(
    ({ year, agencies, reports, readable, zero }): YearStates => ({
      year,
      states: {
        some: readable - zero,
        zero,
        unreadable: reports - readable,
        no_report: Math.max(0, agencies - reports),
      },
    }),
  )
  return statesCard(locale, region.name, lines, rows)
}

function figures(report: ReportFigures | undefined, locale: Locale): string {
  if (!report) return socialWords.none[locale]
  const { received, carriedIn, concluded, carriedOut } = flowOf(report)
  const year = String(report.year)
  if (received === null) return socialWords.unknown[locale](year)
  if (received === 0 && !carriedIn && !concluded && !carriedOut) return socialWords.zero[locale](year)
  const n = (value: number | null) => formatNumber(locale, value)
  return socialWords.flow[locale]({
    year,
    received: n(received),
    concluded: n(concluded),
    carriedOut: n(carriedOut),
  })
}

/** An agency: its line of marks and its latest figures, in both languages at once, since there are so many. */
export function agencyCard(agency: Agency, atlas: Atlas): Card {
  const { byAgency, years } = seriesOf(atlas.reports)
  const reports = byAgency.get(agency.agency_id) ?? []
  const latest = reports.at(-1)
  const kind = (locale: Locale) => `${levelWords[agency.level][locale]} · ${typeWords[agency.type][locale]}`
  const drawing = lineDrawing(marksOf(reports, years), ({ report }) =>
    report ? formatNumber('zh', flowOf(report).received) : '',
  )
  return {
    ...common(`${siteWords.name.zh}  ${siteWords.name.en}`),
    kicker: `${kind('zh')}   ${kind('en')}`,
    title: agency.name,
    lines: [figures(latest, 'zh'), figures(latest, 'en')],
    drawing,
  }
}
