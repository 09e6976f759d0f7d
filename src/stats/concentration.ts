import { shareOfBusiest, type VolumePoint } from './volumes.ts'

/** How the requests of a year are spread over the single bodies whose reports can be read. */
export interface Concentration {
  readonly year: number
  readonly reports: number
  /** 件. */
  readonly requests: number
  /** What share of all requests the busiest 1 and 10 per cent received; null of none, or of too few to take it of. */
  readonly one: number | null
  readonly ten: number | null
  /** How many bodies, the busiest first, received half of all requests. */
  readonly half: number | null
}

/** Fewer reports than this have no busiest hundredth or tenth. */
export const leastReports = { one: 100, ten: 10 } as const

function measure(year: number, points: readonly VolumePoint[]): Concentration {
  const falling = points.map((point) => point.received ?? 0).sort((a, b) => b - a)
  const requests = falling.reduce((sum, value) => sum + value, 0)
  let [bodies, sum] = [0, 0]
  for (const value of falling) {
    if (sum * 2 >= requests) break
    sum += value
    bodies += 1
  }
  return {
    year,
    reports: points.length,
    requests,
    one: points.length < leastReports.one ? null : shareOfBusiest(points, 0.01),
    ten: points.length < leastReports.ten ? null : shareOfBusiest(points, 0.1),
    half: requests === 0 ? null : bodies,
  }
}

/** The concentration of every year with a readable report of a single body, earliest first. */
export function concentrationByYear(points: readonly VolumePoint[]): Concentration[] {
  const usable = points.filter((point) => !point.aggregate && point.received !== null)
  return [...Map.groupBy(usable, (point) => point.year)]
    .sort(([a], [b]) => a - b)
    .map(([year, members]) => measure(year, members))
}
