import { domainOf } from '../identity/domain.ts'
import { parentOf } from '../identity/parent.ts'
import type { RegisteredAgencies } from '../identity/registry/apply.ts'
import { type Settled, withoutReports } from '../identity/settle.ts'
import { namePinyin } from '../identity/slug.ts'
import type { Agency, Report } from '../model/report.ts'

/** What of a report its agency is described by. */
export type ReportOfAgency = Pick<Report, 'agency_id' | 'agency_name' | 'year' | 'status'> & {
  readonly source: Pick<Report['source'], 'path'>
}

/**
 * The agencies that the reports name, each as its latest report that counts describes it and the registry knows it;
 * and those of the registry without a report here, since an agency keeps its address for ever. Sorted by id.
 *
 * @param settled the agency of each report, by the path of its file
 */
export function agenciesOf(
  reports: readonly ReportOfAgency[],
  settled: ReadonlyMap<string, Settled>,
  registered: RegisteredAgencies,
): Agency[] {
  const groups = Map.groupBy(reports, (report) => report.agency_id)
  const otherNames = registered.otherNames()
  const relatives = (agency: Settled): Relatives => ({
    parent_id: parentOf(agency, registered, (id) => groups.has(id)),
    rows: otherNames.get(agency.agency_id) ?? [],
  })
  const reporting = [...groups.values()].map((own): Agency => {
    const latest = latestOf(own)
    const agency = settled.get(latest.source.path) as Settled
    return describe(agency, own, relatives(agency), latest.source.path)
  })
  const silent = registered
    .agencies()
    .filter(({ agency_id }) => !groups.has(agency_id))
    .map(withoutReports)
    .map((agency) => describe(agency, [], relatives(agency)))
  return [...reporting, ...silent].sort((a, b) => (a.agency_id < b.agency_id ? -1 : 1))
}

/** The agency above one, and the rows of its other names. */
interface Relatives {
  readonly parent_id: string
  readonly rows: readonly { readonly agency_id: string; readonly name: string }[]
}

const counts = ({ status }: ReportOfAgency): boolean => status !== 'superseded'

/** The latest that counts; of several without a year, the first by path. */
const latestOf = (own: readonly ReportOfAgency[]): ReportOfAgency =>
  own
    .filter(counts)
    .sort(
      (a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.source.path < b.source.path ? -1 : 1),
    )[0] as ReportOfAgency

function describe(
  agency: Settled,
  own: readonly ReportOfAgency[],
  { parent_id, rows }: Relatives,
  path = '',
): Agency {
  // A page and a list need something to call it by; the file is all that is known.
  const name = agency.name || `未写明机关（${path}）`
  const names = [...own.map((report) => report.agency_name), ...rows.map((row) => row.name)]
  const years = own.filter(counts).flatMap(({ year }) => (year === null ? [] : [year]))
  return {
    agency_id: agency.agency_id,
    name,
    aliases: [...new Set(names)].filter((one) => one !== '' && one !== name).sort(),
    level: agency.level,
    type: agency.type,
    domain: domainOf(name, agency.type),
    division_code: agency.division_code,
    ...agency.chain,
    parent_id,
    first_year: years.length ? Math.min(...years) : null,
    last_year: years.length ? Math.max(...years) : null,
    report_count: own.filter(counts).length,
    name_pinyin: agency.name && namePinyin(agency.name),
    ...(rows.length ? { former_ids: rows.map((row) => row.agency_id) } : {}),
    ...(agency.row?.merged_into ? { merged_into: agency.row.merged_into } : {}),
  }
}
