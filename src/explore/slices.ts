import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { counts } from '../stats/figures.ts'
import { indicatorOf, indicators } from '../stats/indicators.ts'
import { seriesOf } from '../stats/series.ts'
import type { ExploreIndex, ExploreRow, Measure, SliceFile, Value } from './rows.ts'

/** The indicators that can be chosen: counts and shares, without those that break one down. */
export const measures: readonly Measure[] = Object.values(indicators).flatMap(({ id, kind, zh, en }) =>
  (kind === 'count' || kind === 'share') && !id.includes('_mix_') ? [{ id, kind, zh, en }] : [],
)

/** Years with more reports than this are split by province. */
export const mostRows = 1500

function measured(report: ReportFigures, { id, kind }: Measure): Value {
  const found = indicatorOf(id, report)
  if (found?.basis !== 'effective' || found.numerator === null) return null
  if (kind === 'count') return found.numerator
  return found.denominator === null ? null : [found.numerator, found.denominator]
}

const rowOf = (report: ReportFigures, year: number, agency: Agency): ExploreRow => ({
  id: agency.agency_id,
  name: agency.name,
  level: agency.level,
  type: agency.type,
  province: agency.province,
  city: agency.city,
  county: agency.county,
  year,
  aggregate: report.scope === 'aggregate',
  values: measures.map((measure) => measured(report, measure)),
})

/** The rows of one agency, earliest year first. */
export const rowsOfAgency = ({ reports }: Pick<Atlas, 'reports'>, agency: Agency): ExploreRow[] =>
  (seriesOf(reports).byAgency.get(agency.agency_id) ?? []).flatMap((report) =>
    report.year === null ? [] : [rowOf(report, report.year, agency)],
  )

/** What a row follows from. */
interface Member {
  readonly report: ReportFigures
  readonly year: number
  readonly agency: Agency
}

/** A file of rows, which are made when they are asked for. */
export interface Slice {
  readonly file: string
  rows(): ExploreRow[]
  /** All that the rows follow from: when it is the same, so are they. */
  shown(): unknown
}

const sliceOf = (file: string, members: readonly Member[]): Slice => ({
  file,
  rows: () => members.map(({ report, year, agency }) => rowOf(report, year, agency)),
  shown: () =>
    members.map(({ report, agency: { agency_id, name, level, type, province, city, county } }) => [
      report.digest,
      [agency_id, name, level, type, province, city, county],
    ]),
})

/** The rows of all reports that count and have a year, in files small enough to be fetched as they are needed. */
export function exploreSlices(
  { reports, agencies }: Pick<Atlas, 'reports' | 'agencies'>,
  most = mostRows,
): { index: ExploreIndex; files: Slice[] } {
  const byId = new Map(agencies.map((agency) => [agency.agency_id, agency]))
  const all = reports.filter(counts).flatMap((report): Member[] => {
    const agency = byId.get(report.agency_id)
    return agency && report.year !== null ? [{ report, year: report.year, agency }] : []
  })
  const slices: SliceFile[] = []
  const files: Slice[] = []
  const add = (file: string, year: number, province: string | null, members: readonly Member[]) => {
    slices.push({ file, year, province, rows: members.length })
    files.push(sliceOf(file, members))
  }
  const years = [...Map.groupBy(all, (one) => one.year)].sort(([a], [b]) => a - b)
  for (const [year, ofYear] of years) {
    if (ofYear.length <= most) {
      add(`${year}`, year, null, ofYear)
      continue
    }
    const provinces = [...Map.groupBy(ofYear, (one) => one.agency.province)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    )
    for (const [i, [province, members]] of provinces.entries()) add(`${year}-${i}`, year, province, members)
  }
  return { index: { measures, slices }, files }
}
