import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SourceFile, sizeLimit } from '../ingest/discover.ts'
import { noNote, type SourceNote } from '../ingest/sources.ts'
import { finding } from '../model/issue.ts'
import { type FileReading, readReport, tooLarge, unread } from './report.ts'

/** Reads one file of the raw folder; whatever goes wrong with it is a finding, so that the others go on. */
export async function readFileReport(
  raw: string,
  file: SourceFile,
  note: SourceNote = noNote,
): Promise<FileReading> {
  if (file.bytes > sizeLimit) return tooLarge(file, sizeLimit, note)
  try {
    return readReport(file.path, await readFile(join(raw, file.path)), note)
  } catch (error) {
    const found = error instanceof Error ? error.message.replace(raw, '') : String(error)
    return unread(file, finding('file_unreadable', { found }), note)
  }
}
