import type { Atlas } from '../dataset/load.ts'
import { type IssueCode, isContradiction } from '../model/issue.ts'
import { type Level, levels } from '../model/report.ts'
import { type Activity, counts } from './figures.ts'
import { onceFor } from './once.ts'
import { type AgencyLine, linesOfAll, seriesOf, type YearMark } from './series.ts'
import { type ZeroActivity, zeroActivity } from './zeroActivity.ts'

/** Order of the marks where many stand together: the story first, what is not known last. */
export const activityOrder: readonly Activity[] = ['some', 'zero', 'unreadable', 'no_report']

/** The agencies of one level. */
export interface LevelBand {
  readonly level: Level
  readonly lines: readonly AgencyLine[]
}

/**
 * How the picture is drawn: every agency on a line of its own with its name; every agency a dot, packed by
 * level and year; or, where dots would be too many to tell apart or to reach, bars of their numbers.
 */
export type Picture = 'named' | 'packed' | 'bars'
const namedLimit = 40
const packedLimit = 400

export const pictureFor = (agencies: number): Picture =>
  agencies <= namedLimit ? 'named' : agencies <= packedLimit ? 'packed' : 'bars'

/** All agencies by level, from the nation down; levels without an agency are left out. */
export const levelBands: (atlas: Atlas) => LevelBand[] = onceFor((atlas) => {
  const byLevel = Map.groupBy(linesOfAll(atlas), (line) => line.agency.level)
  return levels.flatMap((level) => {
    const lines = byLevel.get(level)
    return lines ? [{ level, lines }] : []
  })
})

/** One agency's mark with its agency, for a block of dots. */
export interface Dot extends YearMark {
  readonly line: AgencyLine
}

/** The dots of one level and year, like beside like, so that their shares can be seen. */
export function dotsOf(band: LevelBand, year: number): Dot[] {
  const dots = band.lines.flatMap((line) => {
    const mark = line.marks.find((one) => one.year === year)
    return mark ? [{ ...mark, line }] : []
  })
  return dots.toSorted((a, b) => activityOrder.indexOf(a.activity) - activityOrder.indexOf(b.activity))
}

/** How many agencies of a level are in each state in a year. */
export function countStates(band: LevelBand, year: number): Readonly<Record<Activity, number>> {
  const states = { some: 0, zero: 0, unreadable: 0, no_report: 0 }
  for (const { activity } of dotsOf(band, year)) states[activity] += 1
  return states
}

/** What the overview says in words. */
export interface OverviewFindings {
  readonly agencies: number
  readonly years: readonly number[]
  /** Of the latest report of each agency: how many can be read, and how many of these are zero. */
  readonly latest: { readonly readable: number; readonly zero: number }
  readonly zero: readonly ZeroActivity[]
  /** The year of which most is known; the later one of two. */
  readonly best: ZeroActivity | undefined
  readonly reports: number
  readonly whole: number
  readonly files: Atlas['files']
  readonly issues: number
  readonly contradictions: number
}

/** Counts what the overview says in words; every number with what it is taken of. */
export const overviewFindings: (atlas: Atlas) => OverviewFindings = onceFor(find)

function find(atlas: Atlas): OverviewFindings {
  const reports = atlas.reports.filter(counts)
  const latest = linesOfAll(atlas).map((line) => line.marks.findLast((mark) => mark.report))
  const states = latest.map((mark) => mark?.activity)
  const zero = zeroActivity(reports, atlas.agencies).filter((row) => row.group_by === 'all')
  return {
    agencies: atlas.agencies.length,
    years: seriesOf(atlas.reports).years,
    latest: {
      readable: states.filter((state) => state === 'some' || state === 'zero').length,
      zero: states.filter((state) => state === 'zero').length,
    },
    zero,
    best: zero.toSorted((a, b) => b.readable - a.readable || b.year - a.year)[0],
    reports: reports.length,
    whole: reports.filter((report) => report.status === 'complete').length,
    files: atlas.files,
    issues: atlas.issue_kinds.reduce((sum, one) => sum + one.count, 0),
    contradictions: atlas.issue_kinds.reduce(
      (sum, one) => sum + (isContradiction(one.example.code as IssueCode) ? one.count : 0),
      0,
    ),
  }
}
