import type { Agency } from '../model/report.ts'
import type { VolumePoint } from './volumes.ts'

/** How alike the agencies of a group are, from alike in all to alike in level alone. */
export const peerWidths = ['level_type_province', 'level_type', 'level'] as const
export type PeerWidth = (typeof peerWidths)[number]

/** Below this number of readable reports, a group is too small to say where one stands in it. */
export const fewPeers = 10

/** The readable reports of one year and kind of agency, of single bodies or of aggregate ones. */
export interface PeerGroup {
  readonly year: number
  readonly width: PeerWidth
  readonly aggregate: boolean
  /** New requests of each readable report, ascending, in 件. */
  readonly figures: readonly number[]
  readonly unreadable: number
}

/** Where an agency stands in a group of its peers, itself included. */
export interface Standing {
  readonly group: PeerGroup
  readonly zero: number
  readonly lower: number | null
  readonly median: number | null
  readonly upper: number | null
  /** How many of the others received fewer, as many, and more; null where its own figure cannot be read. */
  readonly fewer: number
  readonly same: number
  readonly more: number
}

/** From this number on, the counts of a comparison are given to two significant digits. */
export const roundedFrom = 100

/**
 * A count as a comparison states it: exact below a hundred, else to two significant digits. Where one stands among
 * thousands does not change by one more of them, and neither do the pages of all.
 */
export const twoDigits = (count: number): number =>
  count < roundedFrom ? count : Number(count.toPrecision(2))

/** Where an agency stands, as it is told: counts as by `twoDigits`. */
export interface ToldStanding extends Omit<Standing, 'group'> {
  readonly width: PeerWidth
  readonly readable: number
  /** The readable reports but its own. */
  readonly others: number
}

/** A standing as it is told. */
export function told({ group, zero, fewer, same, more, ...quartiles }: Standing): ToldStanding {
  const readable = group.figures.length
  return {
    ...quartiles,
    width: group.width,
    readable: twoDigits(readable),
    others: twoDigits(readable - 1),
    zero: twoDigits(zero),
    fewer: twoDigits(fewer),
    same: twoDigits(same),
    more: twoDigits(more),
  }
}

/** An agency among its peers in the year of its latest report. */
export interface Peers {
  readonly year: number
  readonly own: number | null
  readonly aggregate: boolean
  /** The groups it belongs to, narrowest first. */
  readonly standings: readonly Standing[]
  /** The narrowest group that is large enough, else the widest. */
  readonly shown: Standing
}

/** The name of the group an agency belongs to; null where what makes the group is not known of it. */
function keyOf(agency: Agency, width: PeerWidth): string | null {
  const { level, type, province } = agency
  if (level === 'unknown') return null
  if (width === 'level') return level
  if (type === 'unknown') return null
  if (width === 'level_type') return `${level} ${type}`
  return province === '' ? null : `${level} ${type} ${province}`
}

/** The value below which a share of the figures lies, between two of them where it falls there. */
export function quantile(ascending: readonly number[], share: number): number | null {
  const at = (ascending.length - 1) * share
  const [low, high] = [ascending[Math.floor(at)], ascending[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}

/** How many of the figures are below a value. */
function below(ascending: readonly number[], value: number): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) < value) from = middle + 1
    else to = middle
  }
  return from
}

function standing(group: PeerGroup, own: number | null): Standing {
  const { figures } = group
  const fewer = own === null ? 0 : below(figures, own)
  const upTo = own === null ? 0 : below(figures, own + 1)
  return {
    group,
    zero: below(figures, 1),
    lower: quantile(figures, 0.25),
    median: quantile(figures, 0.5),
    upper: quantile(figures, 0.75),
    fewer,
    same: own === null ? 0 : upTo - fewer - 1,
    more: own === null ? 0 : figures.length - upTo,
  }
}

function groupsOf(
  points: readonly VolumePoint[],
  agencies: ReadonlyMap<string, Agency>,
): Map<string, PeerGroup> {
  const gathered = new Map<
    string,
    { year: number; width: PeerWidth; aggregate: boolean; figures: number[]; unreadable: number }
  >()
  for (const { agency_id, year, aggregate, received } of points) {
    const agency = agencies.get(agency_id)
    for (const width of agency ? peerWidths : []) {
      const key = agency && keyOf(agency, width)
      if (!key) continue
      const id = `${year} ${aggregate} ${width} ${key}`
      const group = gathered.get(id) ?? { year, width, aggregate, figures: [], unreadable: 0 }
      gathered.set(id, group)
      if (received === null) group.unreadable += 1
      else group.figures.push(received)
    }
  }
  for (const group of gathered.values()) group.figures.sort((a, b) => a - b)
  return gathered
}

/**
 * Finds the peers of every agency with a report: those of the same level, type and province in the year of its
 * latest report. Aggregate reports are compared with aggregate ones only. Agencies without a level have none.
 */
export function peersOfAll(
  points: readonly VolumePoint[],
  agencies: readonly Agency[],
): ReadonlyMap<string, Peers> {
  const byId = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const groups = groupsOf(points, byId)
  const latest = new Map<string, VolumePoint>()
  for (const point of points)
    if (point.year >= (latest.get(point.agency_id)?.year ?? 0)) latest.set(point.agency_id, point)
  const found = new Map<string, Peers>()
  for (const [id, { year, aggregate, received }] of latest) {
    const agency = byId.get(id)
    if (!agency) continue
    const standings = peerWidths.flatMap((width) => {
      const group = groups.get(`${year} ${aggregate} ${width} ${keyOf(agency, width)}`)
      return group ? [standing(group, received)] : []
    })
    const shown =
      standings.find(({ group }) => group.figures.length >= fewPeers) ?? (standings.at(-1) as Standing)
    if (shown) found.set(id, { year, own: received, aggregate, standings, shown })
  }
  return found
}
