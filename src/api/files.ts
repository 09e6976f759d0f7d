import { charts } from '../charts/index.ts'
import { about } from '../dataset/describe/about.ts'
import type { Atlas } from '../dataset/load.ts'
import { inventedNotice, isInvented } from '../invented/mark.ts'
import { counts } from '../stats/figures.ts'
import { indicators } from '../stats/indicators.ts'
import { regionAtlas } from '../stats/regionPage.ts'
import { yearsOf } from '../stats/series.ts'
import { type EarlierYears, indicatorYears } from './indicatorYears.ts'
import {
  agencyFile,
  agencyInList,
  chartFile,
  chartInList,
  indicatorFile,
  indicatorInList,
  regionFile,
  regionInList,
} from './members.ts'
import { openApi } from './openApi.ts'
import { collections, type IndexFile, schemas } from './schemas.ts'

/** A file of the interface: its path below `api/v1/`, and what it holds, worked out when it is asked for. */
export interface ApiFile {
  readonly path: string
  content(): unknown
  /** Of files that are there one for each agency: all that the content follows from, besides code. */
  readonly shown?: unknown
  /** Whether the site has a page at the same path with the same content. */
  readonly isPage?: boolean
}

function index(atlas: Atlas): IndexFile {
  const of = about()
  return {
    name: of.id,
    version: of.version,
    licence: of.licence.id,
    ...(isInvented() ? { notice: inventedNotice.en } : {}),
    openapi: 'openapi.json',
    agencies: atlas.agencies.length,
    reports: atlas.reports.filter(counts).length,
    years: yearsOf(atlas.reports),
    collections: collections.map((name) => ({
      name,
      list: `${name}.json`,
      member: `${name}/{${schemas[name].id}}.json`,
    })),
  }
}

function* agencyFiles(atlas: Atlas): Generator<ApiFile> {
  const byAgency = Map.groupBy(atlas.reports, (report) => report.agency_id)
  yield { path: 'agencies.json', content: () => atlas.agencies.map(agencyInList) }
  for (const agency of atlas.agencies) {
    const own = byAgency.get(agency.agency_id) ?? []
    yield {
      path: `agencies/${agency.agency_id}.json`,
      content: () => agencyFile(agency, own),
      shown: [agency, own.map(({ digest }) => digest)],
    }
  }
}

function* regionFiles(atlas: Atlas): Generator<ApiFile> {
  const { regions, of } = regionAtlas(atlas)
  yield { path: 'regions.json', content: () => regions.all.map(regionInList) }
  for (const region of regions.all)
    yield { path: `regions/${region.id}.json`, content: () => regionFile(of(region)) }
}

const chartPath = (id: string): string => `charts/${id}.json`

/** The files that are pages of the site too, at the same path below the interface as in the site. */
export const filesOfPages: readonly string[] = charts.map(({ id }) => chartPath(id))

function* chartFiles(atlas: Atlas): Generator<ApiFile> {
  yield { path: 'charts.json', content: () => charts.map(chartInList) }
  for (const chart of charts)
    yield { path: chartPath(chart.id), content: () => chartFile(chart, atlas), isPage: true }
}

function* indicatorFiles(atlas: Atlas, earlier: EarlierYears): Generator<ApiFile> {
  yield { path: 'indicators.json', content: () => Object.keys(indicators).map(indicatorInList) }
  for (const [id, years] of indicatorYears(atlas, earlier))
    yield { path: `indicators/${id}.json`, content: () => indicatorFile(id, years) }
}

/**
 * Every file of the interface, one after the other.
 *
 * @param earlier what is known already of the indicators of a year
 */
export function* apiFiles(atlas: Atlas, earlier: EarlierYears = () => null): Generator<ApiFile> {
  yield { path: 'index.json', content: () => index(atlas) }
  yield { path: 'openapi.json', content: openApi }
  yield* agencyFiles(atlas)
  yield* regionFiles(atlas)
  yield* chartFiles(atlas)
  yield* indicatorFiles(atlas, earlier)
}
