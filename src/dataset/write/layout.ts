import { packFigures, type ReportFigures, unpackFigures } from '../../model/figures.ts'
import type { Atlas } from '../load.ts'
import { shardOf } from '../shard.ts'

/** The file that marks a folder as written by `ingest`: what is known of all reports together. */
export const atlasFile = 'atlas.json'

/** Where a report with its cells, issues and sections is, relative to the normalized folder. */
export const reportFile = (reportId: string): string => `reports/${shardOf(reportId)}/${reportId}.json`
/** Where the source of a report is as a document. */
export const documentFile = (reportId: string): string => `documents/${shardOf(reportId)}/${reportId}.json`

interface Row extends Omit<ReportFigures, 'figures'> {
  readonly figures: readonly (number | null)[]
}
const fromRow = ({ figures, ...about }: Row): ReportFigures => ({ ...about, figures: packFigures(figures) })
const toRow = ({ figures, ...about }: ReportFigures): Row => ({ ...about, figures: unpackFigures(figures) })

/** The atlas as JSON, figures as lists in the order of the cells of both forms. */
export const fromAtlas = ({ reports, ...rest }: Atlas): string =>
  JSON.stringify({ ...rest, reports: reports.map(toRow) })

/** The atlas of its JSON. */
export function toAtlas(json: string): Atlas {
  const { reports, ...rest } = JSON.parse(json) as Omit<Atlas, 'reports'> & { reports: Row[] }
  return { ...rest, reports: reports.map(fromRow) }
}
