import type { Atlas } from '../dataset/load.ts'
import type { Agency } from '../model/report.ts'
import { onceFor } from './once.ts'
import { type Region, type Regions, regionsOf } from './regions.ts'
import { pointsByAgency, type RegionYear, regionYears } from './regionYears.ts'
import { pointsOfAll, type VolumePoint } from './volumes.ts'

/** A region with its figures by year, earliest first. */
export interface RegionFigures {
  readonly region: Region
  readonly years: readonly RegionYear[]
  /** The year that is spoken of: see `currentOf`. */
  readonly current: RegionYear | undefined
}

/** All regions with their figures, and those of all agencies together. */
export interface RegionAtlas {
  readonly regions: Regions
  readonly of: (region: Region) => RegionFigures
  readonly current: RegionYear | undefined
}

/** The latest year of which at least half as much can be read as of the best one: a year just begun says little. */
export function currentOf(years: readonly RegionYear[]): RegionYear | undefined {
  const most = Math.max(0, ...years.map((year) => year.readable))
  return years.findLast((year) => year.readable * 2 >= most)
}

/** Fewer agencies than this stand all on the page of their region. */
const fewOnPage = 60

/** The agencies on the page of a region: few of them all, of many only those that lie in none of its smaller ones. */
export function listedOf(region: Region, regions: Regions): readonly Agency[] {
  if (region.agencies.length <= fewOnPage) return region.agencies
  return region.agencies.filter((agency) => regions.of.get(agency.agency_id) === region)
}

function build(atlas: Atlas): RegionAtlas {
  const regions = regionsOf(atlas.agencies)
  const points: ReadonlyMap<string, readonly VolumePoint[]> = pointsByAgency(pointsOfAll(atlas))
  const known = new Map<Region, RegionFigures>()
  const of = (region: Region): RegionFigures => {
    const years = known.get(region)?.years ?? regionYears(region, points)
    const figures = known.get(region) ?? { region, years, current: currentOf(years) }
    known.set(region, figures)
    return figures
  }
  return { regions, of, current: currentOf(regionYears(atlas, points)) }
}

/** The regions of an atlas with their figures, worked out once, each when it is first asked for. */
export const regionAtlas: (atlas: Atlas) => RegionAtlas = onceFor(build)

/** The figures of a region in one year. */
export const inYear = (figures: RegionFigures, year: number | undefined): RegionYear | undefined =>
  figures.years.find((one) => one.year === year)
