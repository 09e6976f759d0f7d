import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of a zip: where it is read from, and its path within. */
export interface Zipped {
  readonly from: string
  readonly path: string
}

/** The first moment that a zip can state, by the clock of the machine: the same bytes at any time. */
const moment = new Date(1980, 0, 1)

/** What is compressed already is stored as it is. */
const stored = /\.parquet$/

/** Zips files in the order of their paths, as streams. The same files give the same bytes. */
export async function writeZip(target: string, files: readonly Zipped[]): Promise<void> {
  const file = openSync(target, 'w')
  let failed: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failed = error
    else writeSync(file, chunk)
  })
  try {
    for (const { from, path } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const entry = stored.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
      entry.mtime = moment
      zip.add(entry)
      for await (const chunk of createReadStream(from)) entry.push(chunk as Uint8Array)
      entry.push(new Uint8Array(), true)
    }
    zip.end()
    if (failed) throw failed
  } finally {
    closeSync(file)
  }
}

/** The years of a dataset's files, as their names have them. */
const yearOf = (path: string): string | undefined => /^cells\/(\w+)\.(?:csv|parquet)$/.exec(path)?.[1]

/**
 * What goes into which zip: all tables into one, and for each year its cells with all that is not split by year.
 * Left out are the database, which is one file already, and the copies for spreadsheets.
 *
 * @param paths the files of the dataset
 */
export function zipContents(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const inAny = paths.filter((path) => !path.startsWith('excel/') && !path.endsWith('.sqlite'))
  const common = inAny.filter((path) => yearOf(path) === undefined && !path.startsWith('wide/'))
  const years = [...new Set(inAny.flatMap((path) => yearOf(path) ?? []))].sort()
  return new Map([
    ['all', inAny],
    ...years.map((year): [string, string[]] => [
      year,
      [...common, ...inAny.filter((path) => yearOf(path) === year)],
    ]),
  ])
}

/** Makes the files of a zip, below a folder of its own. */
export const zippedFrom = (dataset: string, folder: string, paths: readonly string[]): Zipped[] =>
  paths.map((path) => ({ from: join(dataset, path), path: `${folder}/${path}` }))
