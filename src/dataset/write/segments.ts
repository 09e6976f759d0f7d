import { hash } from 'node:crypto'
import type { ReportFigures } from '../../model/figures.ts'

/** What of a report says where it goes, and whether it is as it was. */
export type KnownReport = Pick<ReportFigures, 'report_id' | 'agency_id' | 'digest'>

/** What a text follows from, as a hash. */
export const digestOf = (value: unknown): string => hash('sha256', JSON.stringify(value))

const isFirstOfSegment = (agencyId: string, agencies: number): boolean =>
  Number.parseInt(hash('sha256', agencyId).slice(0, 8), 16) % agencies === 0

/**
 * Reports, sorted by id, in segments of some number of agencies. Where one begins follows from the ids of the
 * agencies alone, so that a report more or less changes no segment but its own.
 */
export function segmentsOf<R extends Pick<KnownReport, 'agency_id'>>(
  reports: readonly R[],
  agencies: number,
): R[][] {
  const segments: R[][] = []
  let [agency, segment]: [string | null, R[]] = [null, []]
  for (const report of reports) {
    const begins = report.agency_id !== agency && isFirstOfSegment(report.agency_id, agencies)
    agency = report.agency_id
    if (segments.length === 0 || begins) {
      segment = []
      segments.push(segment)
    }
    segment.push(report)
  }
  return segments
}
