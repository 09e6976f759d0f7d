import type { SourceFile } from '../../ingest/discover.ts'
import { noNote } from '../../ingest/sources.ts'
import { type Finding, finding } from '../../model/issue.ts'
import { type PackedReading, packReading } from '../cache/entry.ts'
import type { NotesOfFile } from '../readFile.ts'
import { unread } from '../unread.ts'
import type { PartAhead, ReadingMessage } from './messages.ts'
import { type Ending, Reader, type ReadLimits } from './reader.ts'

/** Files sent to a process at once: enough that it never waits, few enough that none waits long for its turn. */
const lotSize = 16
/** After so many of its files were given up, the rest of an archive is: each may cost the whole time limit. */
const givenUpOfArchive = 3

/** What to read, how many processes may, and what each file may take. */
export interface ReadAllOptions {
  readonly raw: string
  readonly jobs: number
  readonly limits: ReadLimits
  /** Processes that were started ahead of time. */
  readonly started?: readonly Reader[]
  /** Takes the readings of a file that is finished. */
  readonly onRead: (
    file: SourceFile,
    readings: readonly PackedReading[],
    outcome: ReadOutcome,
  ) => Promise<void> | void
}

/** How the reading of a file ended: `limit`: some of it was given up for time or memory; `crash`: for a crash. */
export type ReadOutcome = 'whole' | 'limit' | 'crash'

/** A file and what is known of it so far. */
interface Job {
  readonly file: SourceFile
  readonly notes: NotesOfFile
  readonly readings: PackedReading[]
  /** The part that is being read. */
  ahead: PartAhead | null
  givenUp: number
  outcome: ReadOutcome
}

/**
 * Reads files in processes of their own. A file that takes too much time or memory, or makes its process crash,
 * is given up with an issue; the process is replaced and the files it had before it are read by the next.
 */
export async function readAll(
  files: readonly SourceFile[],
  notes: ReadonlyMap<string, NotesOfFile>,
  options: ReadAllOptions,
): Promise<void> {
  const waiting = files
    .map(
      (file): Job => ({
        file,
        notes: notes.get(file.path) ?? {},
        readings: [],
        ahead: null,
        givenUp: 0,
        outcome: 'whole',
      }),
    )
    .reverse()
  const taken: (Promise<void> | void)[] = []
  const takeLot = async () => {
    // What was read is put away before more is: else it would pile up in memory.
    await Promise.all(taken.splice(0))
    return waiting.splice(-lotSize).reverse()
  }
  const settle = ({ file, readings, outcome }: Job) => {
    taken.push(options.onRead(file, readings, outcome))
  }
  const lanes = processesFor(files, options.jobs)
  await Promise.all(
    Array.from({ length: lanes }, (_, i) => readLots(takeLot, settle, options, options.started?.[i] ?? null)),
  )
  await Promise.all(taken)
}

/** How many processes read so many files, if so many may. */
export const processesFor = (files: readonly SourceFile[], jobs: number): number =>
  Math.min(jobs, Math.ceil(files.length / lotSize))

/** One process after the other, until no files are left. */
async function readLots(
  takeLot: () => Promise<Job[]>,
  settle: (job: Job) => void,
  { raw, limits }: ReadAllOptions,
  first: Reader | null,
): Promise<void> {
  let reader = first
  try {
    for (let lot = await takeLot(); lot.length > 0; lot = lot.length > 0 ? lot : await takeLot()) {
      reader ??= new Reader(raw, limits)
      await reader.ready()
      const ending = await readLot(reader, lot, settle)
      if (!ending) continue
      const [guilty] = lot
      if (guilty && giveUp(guilty, ending, reader.fresh, limits)) {
        lot.shift()
        settle(guilty)
      }
      reader = null
    }
  } finally {
    reader?.stop()
  }
}

/** Reads the files of a lot; those that are finished leave it. */
function readLot(reader: Reader, lot: Job[], settle: (job: Job) => void): Promise<Ending | null> {
  const tasks = lot.map(({ file, notes, readings }) => ({ file, notes, settled: readings.length }))
  return reader.read(tasks, (message: ReadingMessage) => {
    const [job] = lot
    if (!job) return
    if (message.kind === 'part') job.ahead = message.part
    if (message.kind === 'reading') {
      job.readings.push(message.reading)
      job.ahead = null
    }
    if (message.kind === 'done') {
      lot.shift()
      settle(job)
    }
  })
}

/**
 * Notes that a part of a file was given up. Memory is not held against a file that was not the first of its
 * process, which may still hold what earlier ones left; it is read once more by a fresh one.
 *
 * @returns whether nothing of the file is left to read
 */
function giveUp(job: Job, ending: Ending, fresh: boolean, limits: ReadLimits): boolean {
  const part = job.ahead
  job.ahead = null
  if (!fresh && !('limit' in ending && ending.limit === 'time')) return false
  const { path } = part ?? job.file
  const given = unread(part ?? job.file, why(ending, limits), job.notes[path] ?? noNote, part?.format)
  job.readings.push(packReading(given))
  job.givenUp += 1
  if (job.outcome !== 'crash') job.outcome = 'crash' in ending ? 'crash' : 'limit'
  if (!part?.packed) return true
  if (job.givenUp < givenUpOfArchive) return false
  const found = `${job.givenUp} of its files took too much time or memory`
  const refused = finding('archive_refused', { found })
  job.readings.push(packReading(unread(job.file, refused, job.notes[job.file.path] ?? noNote, 'zip')))
  return true
}

function why(ending: Ending, { seconds, megabytes }: ReadLimits): Finding {
  if ('crash' in ending) {
    return finding('file_unreadable', { found: `the process that read it crashed (${ending.crash})` })
  }
  return ending.limit === 'time'
    ? finding('file_too_slow', { expected: String(seconds) })
    : finding('file_too_much_memory', { expected: String(megabytes) })
}
