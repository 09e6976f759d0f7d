import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { datasetMark, UsageError } from '../write/folder.ts'
import { verifyCells } from './cells.ts'
import { verifyFiles } from './files.ts'
import { type CountedPart, verifyFormats } from './formats.ts'
import { readingOrder } from './order.ts'
import { type Problem, Problems } from './problem.ts'
import { readReports, verifyCounts } from './reports.ts'
import { verifyIndicators, verifyZeroActivity } from './statistics.ts'
import { csvParts, type KnownKeys, verifyReferences, verifyTable, verifyTables } from './tables.ts'

/** What was found of a dataset. */
export interface Verified {
  readonly files: number
  /** Rows of the CSV files. */
  readonly rows: number
  /** The first problems of each check in each file. */
  readonly problems: readonly Problem[]
  /** How many there are in all, those left out of `problems` included. */
  readonly problem_count: number
  readonly by_check: Readonly<Record<string, number>>
}

/** The files without which nothing can be compared with another. */
const compared = [
  'reports.csv',
  'issues.csv',
  'agencies.csv',
  'indicators.csv',
  'zero_activity.csv',
  'wide/requests.csv',
]

async function verifyContent(
  folder: string,
  paths: ReadonlySet<string>,
  problems: Problems,
): Promise<CountedPart[]> {
  verifyTables(paths, problems)
  const [known, pending]: [KnownKeys, Parameters<typeof verifyTable>[3]] = [new Map(), []]
  const counted: CountedPart[] = []
  for (const part of readingOrder(csvParts(paths)))
    counted.push({ ...part, rows: await verifyTable(folder, part, known, pending, problems) })
  verifyReferences(pending, known, problems)
  return counted
}

async function verifyArithmetic(
  folder: string,
  parts: readonly CountedPart[],
  problems: Problems,
): Promise<void> {
  const reports = await readReports(folder)
  await verifyCounts(folder, reports, problems)
  await verifyIndicators(folder, reports, problems)
  await verifyZeroActivity(folder, reports, problems)
  for (const part of parts)
    if (part.table.name === 'cells') await verifyCells(folder, part, reports, problems)
}

/**
 * Checks a dataset folder: files and checksums, headers and values, keys, references, the arithmetic between files
 * and within the statutory tables, and that every format holds the same rows. Files are read as streams.
 *
 * @throws UsageError when the folder is no dataset
 */
export async function verifyDataset(folder: string): Promise<Verified> {
  if (!existsSync(join(folder, datasetMark)))
    throw new UsageError(`${folder} is no dataset: there is no ${datasetMark} in it`)
  const problems = new Problems()
  const paths = await verifyFiles(folder, problems)
  const parts = await verifyContent(folder, paths, problems)
  if (compared.every((path) => paths.has(path))) await verifyArithmetic(folder, parts, problems)
  await verifyFormats(folder, parts, paths, problems)
  return {
    files: paths.size,
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    problems: problems.kept,
    problem_count: problems.total,
    by_check: Object.fromEntries(problems.counts),
  }
}
