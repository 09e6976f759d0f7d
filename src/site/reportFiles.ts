import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { yearName } from '../dataset/corpus.ts'
import { publishedTable } from '../dataset/describe/tables.ts'
import { type Atlas, loadReport } from '../dataset/load.ts'
import { contentOfCells } from '../dataset/write/cellContent.ts'
import { csvHeader } from '../dataset/write/csv.ts'
import { reportFile } from '../dataset/write/layout.ts'
import { linkFile } from '../dataset/write/linkFile.ts'
import type { ReportFigures } from '../model/figures.ts'
import { linesByKey } from './linesByKey.ts'
import { hashShown } from './pagesToRender.ts'
import { reportAddress } from './reportAddress.ts'
import type { SitePart, SiteParts } from './siteParts.ts'

/** Where the reports are, and the dataset that was made of them; the site that is written, and what it has already. */
export interface ReportFilesOptions {
  readonly normalized: string
  readonly dataset: string
  /** Resolves when the dataset is there; it is by default. */
  readonly datasetWritten?: Promise<void> | undefined
  readonly folder: string
  readonly before: SiteParts
  /** So many reports of a year are written from their records; of more, the cells of the whole year are read. */
  readonly few?: number
}

/** The cells of a year of 20,000 reports take some seconds to read; those of a report, a millisecond. */
const fewReports = 300

const table = publishedTable('cells')

/** The name of the part of a site that the files of a report are. */
const reportPart = (reportId: string): string => `reports/${reportId}`

/** Whether a site has the files of a report as it is. */
export const hasReport = (parts: SiteParts, { report_id, digest }: ReportFigures): boolean =>
  parts[reportPart(report_id)]?.hash === hashShown(digest)

/** The reports that a site has and another had not, then those that the other had otherwise. */
export function reportsShownAnew(
  { reports }: Pick<Atlas, 'reports'>,
  before: SiteParts,
  now: SiteParts,
): ReportFigures[] {
  const earlier = ({ report_id }: ReportFigures) => before[reportPart(report_id)]
  const isOther = (report: ReportFigures) => earlier(report)?.hash !== now[reportPart(report.report_id)]?.hash
  const others = reports.filter(isOther)
  return [...others.filter((report) => !earlier(report)), ...others.filter(earlier)]
}

/**
 * Writes the files of each report into the folder of a site: its whole record, which is the file of the normalized
 * folder, and its cells, which are the lines of the dataset that are about it. Of the files only those are written
 * that say something else than `before`. The dataset is waited for only where cells are taken from it.
 *
 * @returns the files of each report as a part of the site
 */
export async function writeReportFiles(
  { reports }: Pick<Atlas, 'reports'>,
  { normalized, dataset, datasetWritten, folder, before, few = fewReports }: ReportFilesOptions,
): Promise<SiteParts> {
  const now: Record<string, SitePart> = {}
  const changed = reports.filter(({ report_id, digest }) => {
    const name = reportPart(report_id)
    const hash = hashShown(digest)
    now[name] = { hash, files: [reportAddress(report_id, 'json'), reportAddress(report_id, 'csv')] }
    return before[name]?.hash !== hash
  })
  for (const { report_id } of changed)
    linkFile(join(normalized, reportFile(report_id)), join(folder, reportAddress(report_id, 'json')))
  const years = [...Map.groupBy(changed, (report) => report.year)]
  for (const [, ofYear] of years) if (ofYear.length <= few) writeCellsOfRecords(normalized, ofYear, folder)
  const many = years.filter(([, ofYear]) => ofYear.length > few)
  if (many.length > 0) await datasetWritten
  for (const [year, ofYear] of many)
    writeCells(join(dataset, table.path.replace('{year}', yearName(year))), ofYear, folder)
  return now
}

/** Writes the lines that the dataset has of a few reports, made once more from the records of these. */
function writeCellsOfRecords(normalized: string, reports: readonly ReportFigures[], folder: string): void {
  const header = Buffer.from(csvHeader(table))
  for (const { report_id } of reports) {
    const lines = contentOfCells(table, [loadReport(report_id, normalized)]).csv(false)
    writeParts(join(folder, reportAddress(report_id, 'csv')), [header, lines])
  }
}

/** Writes the lines of a file of cells that are about reports, to a file for each report. */
function writeCells(cells: string, reports: readonly ReportFigures[], folder: string): void {
  const header = Buffer.from(csvHeader(table))
  const wanted = new Set(reports.map(({ report_id }) => report_id))
  const write = (report_id: string, lines: readonly Uint8Array[]) =>
    writeParts(join(folder, reportAddress(report_id, 'csv')), [header, ...lines])
  for (const [report_id, lines] of linesByKey(cells)) {
    if (wanted.delete(report_id)) write(report_id, [lines])
  }
  // A report of which no table was read has no cells.
  for (const report_id of wanted) write(report_id, [])
}

/** Writes a file of several parts, which are not put together in memory of their own before. */
function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w')
  try {
    for (const part of parts) for (let from = 0; from < part.length; ) from += writeSync(file, part, from)
  } finally {
    closeSync(file)
  }
}
