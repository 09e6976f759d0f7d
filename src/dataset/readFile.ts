import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpack } from '../ingest/archive.ts'
import { detectFormat } from '../ingest/detect.ts'
import { type SourceFile, sizeLimit } from '../ingest/discover.ts'
import { noNote, type SourceNote } from '../ingest/sources.ts'
import { finding } from '../model/issue.ts'
import { type FileReading, readReport } from './report.ts'
import { tooLarge, unread } from './unread.ts'

/** The maintainer's notes that concern one file of the raw folder: its own, and those on files in it. */
export type NotesOfFile = Readonly<Record<string, SourceNote>>

/** What a file of the raw folder consists of: itself, or each file of an archive. Nothing is read until asked. */
export interface FilePart extends SourceFile {
  /** Whether it is a file in an archive, under the path `archive.zip/inner/path.txt`. */
  readonly packed: boolean
  readonly read: () => FileReading | Promise<FileReading>
}

/** Reads one file of the raw folder; whatever goes wrong with it is a finding, so that the others go on. */
export async function readFileReports(
  raw: string,
  file: SourceFile,
  notes: NotesOfFile = {},
): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for await (const part of fileParts(raw, file, notes)) readings.push(await part.read())
  return readings
}

/** The parts of a file in the order of their paths, the same in every run. Never throws. */
export async function* fileParts(
  raw: string,
  file: SourceFile,
  notes: NotesOfFile = {},
): AsyncGenerator<FilePart> {
  const note = notes[file.path] ?? noNote
  const whole = (read: FilePart['read']): FilePart => ({ ...file, packed: false, read })
  if (file.bytes > sizeLimit) {
    yield whole(() => tooLarge(file, sizeLimit, note))
    return
  }
  try {
    yield* partsOf(file.path, await readFile(join(raw, file.path)), notes)
  } catch (error) {
    const found = error instanceof Error ? error.message.replace(raw, '') : String(error)
    yield whole(() => unread(file, finding('file_unreadable', { found }), note))
  }
}

/** Reads the bytes of one file, or of every file in them if they are an archive. */
export async function readBytes(
  path: string,
  bytes: Uint8Array,
  notes: NotesOfFile = {},
): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for (const part of partsOf(path, bytes, notes)) readings.push(await part.read())
  return readings
}

function* partsOf(path: string, bytes: Uint8Array, notes: NotesOfFile): Generator<FilePart> {
  const file = { path, bytes: bytes.length }
  const note = notes[path] ?? noNote
  if (detectFormat(bytes) !== 'zip') {
    yield { ...file, packed: false, read: () => readReport(path, bytes, note) }
    return
  }
  let found = 0
  for (const part of packedParts(path, bytes, notes)) {
    found += 1
    yield part
  }
  if (found > 0) return
  const why = finding('archive_refused', { found: 'no files in it' })
  yield { ...file, packed: false, read: () => unread(file, why, note) }
}

function* packedParts(path: string, bytes: Uint8Array, notes: NotesOfFile): Generator<FilePart> {
  for (const packed of unpack(path, bytes)) {
    const note = notes[packed.path] ?? noNote
    const size = 'content' in packed ? packed.content.length : packed.bytes
    const part = { path: packed.path, bytes: size }
    const read = () =>
      'content' in packed
        ? readReport(packed.path, packed.content, note)
        : unread(part, finding('archive_refused', { found: packed.refused }), note)
    yield { ...part, packed: true, read }
  }
}
