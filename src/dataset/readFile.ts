import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpack } from '../ingest/archive.ts'
import { detectFormat } from '../ingest/detect.ts'
import { type SourceFile, sizeLimit } from '../ingest/discover.ts'
import { noNote, type SourceNote } from '../ingest/sources.ts'
import { finding } from '../model/issue.ts'
import type { Source } from '../model/report.ts'
import { type FileReading, readReport } from './report.ts'
import { tooLarge, unread } from './unread.ts'

/** The maintainer's notes that concern one file of the raw folder: its own, and those on files in it. */
export type NotesOfFile = Readonly<Record<string, SourceNote>>

/** What a file of the raw folder consists of: itself, or each file of an archive. Nothing is read until asked. */
export interface FilePart extends SourceFile {
  /** What it is as far as its first bytes say; text of any kind is `unknown`. */
  readonly format: Source['format']
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
  for (const part of fileParts(raw, file, notes)) readings.push(await part.read())
  return readings
}

/** The parts of a file in the order of their paths, the same in every run. Never throws. */
export function* fileParts(raw: string, file: SourceFile, notes: NotesOfFile = {}): Generator<FilePart> {
  const note = notes[file.path] ?? noNote
  const whole = (read: FilePart['read']): FilePart => ({ ...file, format: 'unknown', packed: false, read })
  if (file.bytes > sizeLimit) {
    yield whole(() => tooLarge(file, sizeLimit, note))
    return
  }
  try {
    // Files are read one after the other, and nothing else waits meanwhile.
    yield* partsOf(file.path, readFileSync(join(raw, file.path)), notes)
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
  const format = signedFormat(bytes)
  const note = notes[path] ?? noNote
  const whole = { path, bytes: bytes.length, format, packed: false }
  if (format !== 'zip') {
    yield { ...whole, read: () => readReport(path, bytes, note) }
    return
  }
  let found = 0
  for (const part of packedParts(path, bytes, notes)) {
    found += 1
    yield part
  }
  if (found > 0) return
  const why = finding('archive_refused', { found: 'no files in it' })
  yield { ...whole, read: () => unread(whole, why, note, format) }
}

function* packedParts(path: string, bytes: Uint8Array, notes: NotesOfFile): Generator<FilePart> {
  for (const packed of unpack(path, bytes)) {
    const note = notes[packed.path] ?? noNote
    if ('content' in packed) {
      const { content } = packed
      const read = () => readReport(packed.path, content, note)
      yield { path: packed.path, bytes: content.length, format: signedFormat(content), packed: true, read }
    } else {
      const why = finding('archive_refused', { found: packed.refused })
      const part = { path: packed.path, bytes: packed.bytes }
      yield { ...part, format: 'unknown', packed: true, read: () => unread(part, why, note) }
    }
  }
}

function signedFormat(bytes: Uint8Array): Source['format'] {
  const format = detectFormat(bytes)
  return format === 'text' || format === 'empty' || format === 'unsupported' ? 'unknown' : format
}
