import type { Region } from './regions.ts'
import type { VolumePoint } from './volumes.ts'
import { type Share, wilson } from './wilson.ts'

/** The reports of the agencies of a region for one year, put together. Figures of requests are in 件. */
export interface RegionYear {
  readonly year: number
  /** Agencies of the region that the atlas knows at all: what the reports are a part of. */
  readonly agencies: number
  /** Reports that count, aggregate ones included. */
  readonly reports: number
  /** Reports whose number of new requests can be read, aggregate ones included: reports are counted, not requests. */
  readonly readable: number
  readonly zero: number
  readonly rate: Share | null
  /** Readable reports of single bodies, and the sum of their new requests; null without one. */
  readonly single: number
  readonly requests: number | null
  /** Reports of single bodies that do not say whether they include lower bodies. */
  readonly unstated: number
  /** Aggregate reports, by falling figure; they contain others and are added to nothing. */
  readonly aggregates: readonly VolumePoint[]
}

function sumUp(year: number, agencies: number, points: readonly VolumePoint[]): RegionYear {
  const readable = points.filter((point) => point.received !== null)
  const zero = readable.filter((point) => point.received === 0).length
  const single = readable.filter((point) => !point.aggregate)
  return {
    year,
    agencies,
    reports: points.length,
    readable: readable.length,
    zero,
    rate: wilson(zero, readable.length),
    single: single.length,
    requests: single.length === 0 ? null : single.reduce((sum, point) => sum + (point.received ?? 0), 0),
    unstated: points.filter((point) => point.scope === 'unknown').length,
    aggregates: points
      .filter((point) => point.aggregate)
      .toSorted((a, b) => (b.received ?? -1) - (a.received ?? -1)),
  }
}

/** Points by agency, for regions to take theirs from. */
export const pointsByAgency = (points: readonly VolumePoint[]): ReadonlyMap<string, readonly VolumePoint[]> =>
  Map.groupBy(points, (point) => point.agency_id)

/** The years of a region that have a report, earliest first. */
export function regionYears(
  region: Pick<Region, 'agencies'>,
  byAgency: ReadonlyMap<string, readonly VolumePoint[]>,
): RegionYear[] {
  const points = region.agencies.flatMap(({ agency_id }) => byAgency.get(agency_id) ?? [])
  return [...Map.groupBy(points, (point) => point.year)]
    .sort(([a], [b]) => a - b)
    .map(([year, members]) => sumUp(year, region.agencies.length, members))
}
