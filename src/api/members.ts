import type { charts } from '../charts/index.ts'
import type { Atlas } from '../dataset/load.ts'
import type { ReportFigures } from '../model/figures.ts'
import type { Agency } from '../model/report.ts'
import { reportAddress } from '../site/reportAddress.ts'
import { flowOf } from '../stats/figures.ts'
import type { IndicatorBasis, IndicatorValue } from '../stats/indicators/indicator.ts'
import { indicators, indicatorsOf } from '../stats/indicators.ts'
import { type Quartiles, quartilesOf } from '../stats/quartiles.ts'
import type { RegionFigures } from '../stats/regionPage.ts'
import type { Region } from '../stats/regions.ts'
import type { AgencyFile, ChartFile, IndicatorFile, RegionFile } from './schemas.ts'

/** Six decimal places, as in the dataset. */
const rounded = (value: number): number => Number(value.toFixed(6))
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value))

const indicatorValue = ({ report_id: _, value, lower, upper, ...rest }: IndicatorValue) => ({
  ...rest,
  value: roundedOrNull(value),
  lower: roundedOrNull(lower),
  upper: roundedOrNull(upper),
})

function reportOf(report: ReportFigures, previous: ReportFigures | undefined): AgencyFile['reports'][number] {
  const { report_id, year, scope, status, disclosure_form, requests_form, published_on, source } = report
  const flow = flowOf(report)
  return {
    report_id,
    year,
    scope,
    status,
    disclosure_form,
    requests_form,
    new_requests: flow.received,
    carried_in: flow.carriedIn,
    concluded: flow.concluded,
    carried_out: flow.carriedOut,
    published_on,
    source_url: source.url,
    source_sha256: source.sha256,
    cells: reportAddress(report_id, 'csv'),
    indicators: indicatorsOf(report, previous).map(indicatorValue),
  }
}

/** What the list of agencies says of one. */
export const agencyInList = (agency: Agency) => ({
  agency_id: agency.agency_id,
  name: agency.name,
  level: agency.level,
  type: agency.type,
  division_code: agency.division_code,
  first_year: agency.first_year,
  last_year: agency.last_year,
  report_count: agency.report_count,
})

/** The file of an agency; `reports` are its own, those that do not count included. */
export function agencyFile(agency: Agency, reports: readonly ReportFigures[]): AgencyFile {
  const counting = new Map(reports.filter((one) => one.status !== 'superseded').map((one) => [one.year, one]))
  const sorted = reports.toSorted(
    (a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.report_id < b.report_id ? -1 : 1),
  )
  const { aliases, domain, province, city, county, township, parent_id, name_pinyin } = agency
  return {
    ...agencyInList(agency),
    aliases,
    domain,
    province,
    city,
    county,
    township,
    parent_id,
    name_pinyin,
    reports: sorted.map((one) => reportOf(one, one.year === null ? undefined : counting.get(one.year - 1))),
  }
}

/** What the list of regions says of one. */
export const regionInList = (region: Region) => ({
  region_id: region.id,
  name: region.name,
  level: region.level,
  parent_id: region.above.at(-1)?.id ?? null,
  agencies: region.agencies.length,
})

/** The file of a region. */
export const regionFile = ({ region, years }: RegionFigures): RegionFile => ({
  ...regionInList(region),
  regions: region.regions.map((one) => one.id),
  agency_ids: region.agencies.map((one) => one.agency_id),
  years: years.map((one) => ({
    year: one.year,
    reports: one.reports,
    readable: one.readable,
    zero: one.zero,
    zero_rate: one.rate && {
      value: rounded(one.rate.value),
      lower: rounded(one.rate.lower),
      upper: rounded(one.rate.upper),
    },
    new_requests: one.requests,
    aggregate_reports: one.aggregates.length,
  })),
})

/** What the list of charts says of one. */
export const chartInList = ({ id, name }: (typeof charts)[number]) => ({ chart_id: id, name: { ...name } })

/** The data of a chart, with the columns of its CSV. */
export function chartFile(chart: (typeof charts)[number], atlas: Atlas): ChartFile {
  const { data, words } = chart.of(atlas)
  return {
    ...chartInList(chart),
    headline: { zh: words('zh').headline, en: words('en').headline },
    columns: data.columns.map(({ name, zh, en }) => ({ name, zh, en })),
    rows: data.rows.map((row) => [...row]),
  }
}

/** What the list of indicators says of one. */
export function indicatorInList(id: string) {
  const one = indicators[id]
  if (!one) throw new Error(`no such indicator: ${id}`)
  return {
    indicator_id: id,
    kind: one.kind,
    label: { zh: one.zh, en: one.en },
    formula: { zh: one.formula_zh, en: one.formula_en },
    caveat: { zh: one.caveat_zh, en: one.caveat_en },
    across_forms: one.across_forms,
  }
}

const roundedAll = ({ min, q1, median, q3, max }: Quartiles): Quartiles => ({
  min: rounded(min),
  q1: rounded(q1),
  median: rounded(median),
  q3: rounded(q3),
  max: rounded(max),
})

/** What reports for one year say of an indicator: how many have each basis, and the values that are given. */
export interface IndicatorYear {
  readonly bases: Partial<Record<IndicatorBasis, number>>
  readonly values: number[]
}

/** What the file of an indicator says of a year. */
export function yearOfIndicator(
  year: number,
  { bases, values }: IndicatorYear,
): IndicatorFile['years'][number] {
  const quartiles = quartilesOf(values)
  return {
    year,
    reports: Object.values(bases).reduce((sum, count) => sum + count, 0),
    bases,
    quartiles: quartiles && roundedAll(quartiles),
  }
}

/** The file of an indicator. */
export const indicatorFile = (id: string, years: IndicatorFile['years']): IndicatorFile => ({
  ...indicatorInList(id),
  years,
})
