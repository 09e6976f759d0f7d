import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Corpus } from '../corpus.ts'
import { citationFile } from '../describe/about.ts'
import { croissant } from '../describe/croissant.ts'
import { dataPackage, type WrittenFile } from '../describe/dataPackage.ts'
import { datasetReadme } from '../describe/readme.ts'
import type { Atlas } from '../load.ts'
import { checksums, checksumsPath } from './checksums.ts'
import { fingerprint } from './fingerprint.ts'
import { datasetMark, replaceFolder } from './folder.ts'
import { json } from './normalized.ts'
import type { SegmentsByPath } from './tableParts.ts'
import { writeTables } from './writeTables.ts'

/** What there is beside the corpus when a dataset is written. */
export interface Beside {
  /** The dataset folder of the release before, which `changes.csv` is made against; none by default. */
  readonly earlier?: string | undefined
  /** The segments that the folder has as it is, and that may be taken over; none by default. */
  readonly before?: SegmentsByPath
  /** How many threads write; one by default, and for a corpus in memory. */
  readonly jobs?: number
  /** As in `TablesOptions`. */
  readonly onDatabaseLeft?: (() => void) | undefined
}

/**
 * Writes the dataset: the tables in every format, their description and checksums. The same corpus, after the same
 * earlier release, gives the same bytes. Gives the segments of which the tables are.
 */
export async function writeDataset(
  folder: string,
  corpus: Corpus,
  beside: Beside = {},
): Promise<SegmentsByPath> {
  const { earlier, before = {}, jobs = 1, onDatabaseLeft } = beside
  let written: SegmentsByPath = {}
  await replaceFolder(folder, datasetMark, async (temporary) => {
    const place = { folder: temporary, before: { folder, segments: before } }
    const { files, segments } = await writeTables(place, corpus, { earlier, jobs, onDatabaseLeft })
    await describeDataset(temporary, files, { date: latestDate(corpus.atlas.reports) })
    written = segments
  })
  return written
}

/** When a dataset was published, ISO date or empty, and as what version; by default that of the program. */
export interface Edition {
  readonly date: string
  readonly version?: string
}

/** Writes the files that describe the tables of a dataset, and the checksums of all. */
export async function describeDataset(
  folder: string,
  tables: readonly WrittenFile[],
  { date, version }: Edition,
): Promise<void> {
  const described = {
    [datasetMark]: json(dataPackage(tables, version)),
    'croissant.json': json(croissant(tables, date, version)),
    'CITATION.cff': citationFile(version),
    'README.md': datasetReadme(version),
  }
  const files = [...tables]
  for (const [path, text] of Object.entries(described)) {
    await writeFile(join(folder, path), text)
    files.push({ path, ...(await fingerprint(join(folder, path))) })
  }
  await writeFile(join(folder, checksumsPath), checksums(files))
}

/** The latest date that the sources state, of publishing or retrieving; empty without any. */
function latestDate(reports: Atlas['reports']): string {
  let latest = ''
  for (const { published_on, source } of reports)
    for (const date of [published_on, source.retrieved_on]) if (date > latest) latest = date
  return latest
}
