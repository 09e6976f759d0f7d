import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { unpackReading } from '../dataset/cache/entry.ts'
import { readNotes } from '../dataset/notes.ts'
import { readAll } from '../dataset/reading/readAll.ts'
import { Reader, type ReadLimits, readLimits } from '../dataset/reading/reader.ts'
import type { FileReading } from '../dataset/report.ts'
import { UsageError } from '../dataset/write/folder.ts'

/** What to inspect. */
export interface InspectOptions {
  readonly file: string
  /** The raw folder; when the file lies in it, `sources.csv` beside it is heeded. */
  readonly raw: string
  /** Path of a file in the archive; all of them by default. */
  readonly member?: string | undefined
  readonly limits?: ReadLimits
}

/** Where a file lies in the raw folder; by itself when it does not. */
function placeOf(file: string, raw: string): { folder: string; path: string; inRaw: boolean } {
  const path = relative(resolve(raw), resolve(file))
  const inRaw = path !== '' && !path.startsWith('..') && resolve(path) !== path
  if (!inRaw) return { folder: dirname(resolve(file)), path: basename(file), inRaw }
  return { folder: raw, path: path.split(sep).join('/'), inRaw }
}

/** Whether a file lies in the raw folder, so that the names of its folders and `sources.csv` tell something of it. */
export const isInRaw = (file: string, raw: string): boolean => placeOf(file, raw).inRaw

/**
 * Reads one file as the build would, within the same limits: a reading, or one for each file of an archive.
 *
 * @throws UsageError when there is no such file, or none of that name in the archive
 */
export async function inspectFile(options: InspectOptions): Promise<FileReading[]> {
  const { file, raw, member, limits = readLimits } = options
  const found = await stat(file).catch(() => null)
  if (!found) throw new UsageError(`there is no file ${file}`)
  if (!found.isFile()) throw new UsageError(`${file} is not a file`)
  const { folder, path, inRaw } = placeOf(file, raw)
  const source = { path, bytes: found.size }
  const first = new Reader(folder, limits)
  try {
    const notes = inRaw ? await readNotes(raw) : []
    const ofFile = new Map([[path, Object.fromEntries(notes)]])
    const readings: FileReading[] = []
    await readAll([source], ofFile, {
      raw: folder,
      jobs: 1,
      limits,
      started: [first],
      onRead: (_, packed) => void readings.push(...packed.map(unpackReading)),
    })
    return member === undefined ? readings : onlyMember(readings, `${path}/${member}`, options)
  } finally {
    first.stop()
  }
}

function onlyMember(readings: readonly FileReading[], path: string, { file, member }: InspectOptions) {
  const asked = readings.filter((reading) => reading.source.path === path)
  if (asked.length === 0) throw new UsageError(`there is no ${member} in ${file}`)
  return asked
}
