import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpack } from '../ingest/archive.ts'
import { detectFormat } from '../ingest/detect.ts'
import { type SourceFile, sizeLimit } from '../ingest/discover.ts'
import { noNote, type SourceNote } from '../ingest/sources.ts'
import { finding } from '../model/issue.ts'
import { type FileReading, readReport, tooLarge, unread } from './report.ts'

/** The maintainer's notes that concern one file of the raw folder: its own, and those on files in it. */
export type NotesOfFile = Readonly<Record<string, SourceNote>>

/**
 * Reads one file of the raw folder; whatever goes wrong with it is a finding, so that the others go on. An
 * archive gives a reading for every file in it, under the path `archive.zip/inner/path.txt`.
 */
export async function readFileReports(
  raw: string,
  file: SourceFile,
  notes: NotesOfFile = {},
): Promise<FileReading[]> {
  const note = notes[file.path] ?? noNote
  if (file.bytes > sizeLimit) return [tooLarge(file, sizeLimit, note)]
  try {
    return await readBytes(file.path, await readFile(join(raw, file.path)), notes)
  } catch (error) {
    const found = error instanceof Error ? error.message.replace(raw, '') : String(error)
    return [unread(file, finding('file_unreadable', { found }), note)]
  }
}

/** Reads the bytes of one file, or of every file in them if they are an archive. */
export async function readBytes(
  path: string,
  bytes: Uint8Array,
  notes: NotesOfFile = {},
): Promise<FileReading[]> {
  if (detectFormat(bytes) === 'zip') return await readArchive(path, bytes, notes)
  return [await readReport(path, bytes, notes[path] ?? noNote)]
}

async function readArchive(path: string, bytes: Uint8Array, notes: NotesOfFile): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for (const packed of unpack(path, bytes)) {
    const note = notes[packed.path] ?? noNote
    if ('content' in packed) readings.push(await readReport(packed.path, packed.content, note))
    else {
      const why = finding('archive_refused', { found: packed.refused })
      readings.push(unread({ path: packed.path, bytes: packed.bytes }, why, note))
    }
  }
  if (readings.length > 0) return readings
  return [unread({ path, bytes: bytes.length }, finding('archive_refused', { found: 'no files in it' }))]
}
