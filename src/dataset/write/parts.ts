import { issueCount, type ReportFigures } from '../../model/figures.ts'
import type { Report } from '../../model/report.ts'
import { previousReports } from '../../stats/indicators.ts'
import { type Corpus, type IssueShard, yearName } from '../corpus.ts'
import type { PublishedTable } from '../describe/columns.ts'
import { publishedTable, publishedTables } from '../describe/tables.ts'
import { contentOfCells } from './cellContent.ts'
import { issueRow, rowsOf, rowsOfReport } from './rows.ts'
import { contentOfValues } from './segmentContent.ts'
import { digestOf, segmentsOf } from './segments.ts'
import type { Part, Segment } from './tableParts.ts'
import { type Row, valuesIn } from './values.ts'

/** Agencies of a segment of the tables that follow the reports: what a report more makes anew, and a row group. */
const agenciesOf: Readonly<Record<string, number>> = {
  cells: 128,
  indicators: 128,
  reports: 1024,
  // With fewer, the limits of its many columns would be longer than the values; with more, they take much memory.
  wide_requests: 512,
}

/** The reports of a segment, by their ids, and a hash of all that their rows follow from. */
export interface ReportsOfSegment {
  readonly digest: string
  readonly ids: readonly string[]
}

/** A part that follows the reports, with those of each of its segments. */
export interface ReportsPart extends Part {
  readonly reports: readonly ReportsOfSegment[]
}

const idAndDigest = ({ report_id, digest }: Pick<ReportFigures, 'report_id' | 'digest'>) => [
  report_id,
  digest,
]

/** The reports of a year in segments. */
export function cellSegments({ reports }: Corpus['atlas'], year: number | null): ReportsOfSegment[] {
  const ofYear = reports.filter((report) => report.year === year)
  return segmentsOf(ofYear, agenciesOf['cells'] as number).map((segment) => ({
    digest: digestOf(segment.map(idAndDigest)),
    ids: segment.map(({ report_id }) => report_id),
  }))
}

/** The part of the cells of a year. */
export function cellsPart(
  path: string,
  reports: readonly ReportsOfSegment[],
  reportOf: (id: string) => Report,
): ReportsPart {
  const table = publishedTable('cells')
  const segments = reports.map(
    ({ digest, ids }): Segment => ({
      digest,
      content: () => contentOfCells(table, ids.values().map(reportOf)),
    }),
  )
  return { table, path, reports, segments }
}

/** The path of the cells of a year. */
export const cellsPath = (year: number | null): string =>
  publishedTable('cells').path.replace('{year}', yearName(year))

/** The parts of the cells of a corpus, a year each. */
export const cellParts = ({ atlas, years, reportOf }: Corpus): ReportsPart[] =>
  years.map((year) => cellsPart(cellsPath(year), cellSegments(atlas, year), reportOf))

/** A part of a table with rows of each report. */
function reportsPart(
  table: PublishedTable,
  reports: readonly ReportFigures[],
  previous: Previous,
): ReportsPart {
  const rowsOfOne = rowsOfReport[table.name] as (typeof rowsOfReport)[string]
  const followed = segmentsOf(reports, agenciesOf[table.name] as number)
  const segments = followed.map((segment): Segment & ReportsOfSegment => ({
    digest: digestOf(
      segment.map((report) => {
        const before = previous.get(report.report_id)
        return [...idAndDigest(report), ...(before ? idAndDigest(before) : [])]
      }),
    ),
    ids: segment.map(({ report_id }) => report_id),
    content: () =>
      contentOfValues(
        table,
        segment.flatMap((report) => rowsOfOne(report, previous.get(report.report_id))),
      ),
  }))
  return { table, path: table.path, reports: segments, segments }
}
type Previous = ReadonlyMap<string, ReportFigures>

/** A segment of issues has no more than some such number, but is of one shard at least. */
const issuesOfSegment = 20_000

/** In how many segments issues are: sixteen times as many whenever they would be too long. */
function segmentsOfIssues(issues: number, shards: number): number {
  let segments = 1
  while (issues / segments > issuesOfSegment && segments * 16 <= shards) segments *= 16
  return segments
}

function issuesPart(table: PublishedTable, { atlas, issueShards }: Corpus): Part {
  const values = valuesIn(table)
  const segmentOf = (shards: readonly IssueShard[]): Segment => ({
    digest: shards.every(({ digest }) => digest !== null)
      ? digestOf(shards.map(({ digest }) => digest))
      : null,
    content: () =>
      contentOfValues(
        table,
        shards.flatMap((shard) => Array.from(shard.issues(), (issue) => values(issueRow(issue)))),
      ),
  })
  const issues = atlas.reports.reduce((sum, report) => sum + issueCount(report), atlas.unread.length)
  const perSegment = issueShards.length / segmentsOfIssues(issues, issueShards.length)
  const starts = issueShards.keys().filter((i) => i % perSegment === 0)
  const segments = [...starts.map((from) => segmentOf(issueShards.slice(from, from + perSegment)))]
  return { table, path: table.path, segments }
}

/** A part that is always made anew, in segments of so many rows that their text is no longer than one may be. */
export function wholePart(table: PublishedTable, rowsOfTable: () => readonly Row[]): Part {
  const values = valuesIn(table)
  const segmentRows = 100_000
  return {
    table,
    path: table.path,
    segments: {
      *[Symbol.iterator]() {
        const rows = rowsOfTable()
        for (let from = 0; from === 0 || from < rows.length; from += segmentRows) {
          const some = rows.slice(from, from + segmentRows)
          yield { digest: null, content: () => contentOfValues(table, some.map(values)) }
        }
      },
    },
  }
}

/** All parts of a corpus but the cells and the changes, those that others refer to first. */
export function atlasParts(corpus: Corpus): Part[] {
  const { atlas } = corpus
  const previous = previousReports(atlas.reports)
  return publishedTables.flatMap((table): Part[] => {
    if (table.name === 'issues') return [issuesPart(table, corpus)]
    if (rowsOfReport[table.name])
      return [reportsPart(table, atlas.reports, table.name === 'indicators' ? previous : new Map())]
    const ofAtlas = rowsOf(table)
    return ofAtlas ? [wholePart(table, () => ofAtlas(atlas))] : []
  })
}
