import type { SourceFile } from '../ingest/discover.ts'
import { noNote, type SourceNote, saidOfSource } from '../ingest/sources.ts'
import { type Finding, finding } from '../model/issue.ts'
import type { Source } from '../model/report.ts'
import type { FileReading } from './report.ts'

/** How a file is recorded of which nothing could be read. */
export function unread(
  file: SourceFile,
  why: Finding,
  note: SourceNote = noNote,
  format: Source['format'] = 'unknown',
): FileReading {
  const { path, bytes } = file
  const source: Source = { path, format, bytes, sha256: '', ...saidOfSource(note) }
  return { source, report: null, document: null, findings: [why] }
}

/** How a file that was not read for its size is recorded. */
export const tooLarge = (file: SourceFile, limit: number, note: SourceNote): FileReading =>
  unread(file, finding('file_too_large', { expected: String(limit), found: String(file.bytes) }), note)
