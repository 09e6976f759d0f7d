import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { keepHeapLow } from '../collectGarbage.ts'
import type { WrittenFile } from '../describe/dataPackage.ts'
import { readChecksums } from './checksums.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { linkFile } from './linkFile.ts'
import { parquetFile } from './parquetFile.ts'
import type { SegmentContent } from './segmentContent.ts'
import { csvFile, type SegmentFile, type WrittenSegment } from './segmentFile.ts'
import { filesOf, type TableFile, type TablePart } from './tableFiles.ts'

/** Some rows of a part that come one after the other. */
export interface Segment {
  /** A hash of all that the rows follow from, by which they are known to be the same; null to make them anew. */
  readonly digest: string | null
  content(): SegmentContent
}

/** A part of the tables with its rows, sorted by the key of its table. */
export interface Part extends TablePart {
  /** In order; each is made when it is asked for. */
  readonly segments: Iterable<Segment>
}

/** The segments of every part of a dataset, by the path of the part. */
export type SegmentsByPath = Readonly<Record<string, readonly WrittenSegment[]>>

/** Where tables are written, and a whole dataset of before whose segments may be taken over. */
export interface Place {
  readonly folder: string
  readonly before: { readonly folder: string; readonly segments: SegmentsByPath }
}

/** Rows of a part of before: how many there are, and how many come before them. */
export interface RowsBefore {
  readonly first: number
  readonly rows: number
}

/** Who takes the rows of a part as well; a promise of one resolves when it is ready for more. */
export interface Follower {
  /** Rows that were made anew. */
  made(content: SegmentContent): Promise<void> | void
  /** The rows of a segment that was taken over, by its place: how many, and how many are before them there. */
  taken(segment: number, rows: RowsBefore): Promise<void> | void
}

/** What was written of a part: its files, and its segments with the place before of each that was taken over. */
export interface WrittenPart {
  readonly files: readonly WrittenFile[]
  readonly segments: readonly WrittenSegment[]
  readonly taken: readonly (number | null)[]
}

/** Writes the files of a part, and gives its rows to a follower as well; what is the same as before is taken over. */
export async function writePart(place: Place, part: Part, follower?: Follower): Promise<WrittenPart> {
  const before = place.before.segments[part.path] ?? []
  if (sameAsBefore(part, before)) {
    const rows = rowsOf(before)
    for (const [i, of] of rows.entries()) await follower?.taken(i, of)
    const files = await Promise.all(filesOf(part).map((file) => takeOver(place, file)))
    return { files, segments: before, taken: before.map((_, at) => at) }
  }
  return writeSegments(place, part, before, follower)
}

/** Whether all segments of a part are those of before. */
function sameAsBefore({ segments }: Part, before: readonly WrittenSegment[]): boolean {
  if (before.some(({ digest }) => digest === null)) return false
  let at = 0
  for (const { digest } of segments) {
    if (before[at]?.digest !== digest) return false
    at += 1
  }
  return at > 0 && at === before.length
}

async function writeSegments(
  place: Place,
  part: Part,
  before: readonly WrittenSegment[],
  follower?: Follower,
): Promise<WrittenPart> {
  const places = new Map(before.map(({ digest }, at) => [digest, at]))
  const rowsBefore = rowsOf(before)
  const files = filesOf(part)
  const writers = files.map((file) => [file.format, openFile(place, file, before)] as const)
  const [segments, taken]: [WrittenSegment[], (number | null)[]] = [[], []]
  for (const { digest, content: make } of part.segments) {
    const at = digest === null ? undefined : places.get(digest)
    const earlier = at === undefined ? undefined : before[at]
    taken.push(at ?? null)
    if (at !== undefined && earlier) {
      for (const [, writer] of writers) writer.take(at)
      await follower?.taken(segments.length, rowsBefore[at] as RowsBefore)
      segments.push(earlier)
    } else {
      const content = make()
      const lengths = writers.map(([format, writer]) => [format, writer.write(content)])
      await follower?.made(content)
      segments.push({ digest, rows: content.rows, bytes: Object.fromEntries(lengths) })
    }
    keepHeapLow()
    // Between segments others have their turn.
    await setImmediate()
  }
  for (const [, writer] of writers) writer.close()
  const fingerprints = files.map(async ({ path }) => fingerprint(join(place.folder, path)))
  const found = await Promise.all(fingerprints)
  return { files: files.map((file, i) => ({ ...file, ...(found[i] as Fingerprint) })), segments, taken }
}

/** The rows of each segment. */
function rowsOf(segments: readonly WrittenSegment[]): RowsBefore[] {
  let next = 0
  return segments.map(({ rows }) => {
    next += rows
    return { first: next - rows, rows }
  })
}

async function takeOver({ folder, before }: Place, file: TableFile): Promise<WrittenFile> {
  const target = join(folder, file.path)
  linkFile(join(before.folder, file.path), target)
  const sha256 = (await readChecksums(before.folder)).get(file.path)
  return { ...file, ...(sha256 ? { bytes: statSync(target).size, sha256 } : await fingerprint(target)) }
}

function openFile(
  { folder, before }: Place,
  { table, format, path }: TableFile,
  segments: readonly WrittenSegment[],
): SegmentFile {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  const earlier = segments.length > 0 ? { path: join(before.folder, path), segments } : undefined
  return format === 'parquet' ? parquetFile(target, table, earlier) : csvFile(target, table, format, earlier)
}
