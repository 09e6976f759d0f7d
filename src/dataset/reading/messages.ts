import type { SourceFile } from '../../ingest/discover.ts'
import type { PackedReading } from '../cache/entry.ts'
import type { FilePart, NotesOfFile } from '../readFile.ts'

/** What a reading process is started with. */
export interface ReadingSetup {
  readonly raw: string
  readonly megabytes: number
}

/** A file for a reading process, and how many of its parts are settled already and not to be read again. */
export interface ReadTask {
  readonly file: SourceFile
  readonly notes: NotesOfFile
  readonly settled: number
}

/** The part that is read next, named before it is read, so that it is known what the process fell over. */
export type PartAhead = Omit<FilePart, 'read'>

/** What a reading process says, in this order: `ready` once; for each task, `part` and `reading` for each part, then `done`. */
export type ReadingMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'part'; readonly part: PartAhead }
  | { readonly kind: 'reading'; readonly reading: PackedReading }
  | { readonly kind: 'done' }
