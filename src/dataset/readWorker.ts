import type { SourceFile } from '../ingest/discover.ts'
import { type NotesOfFile, readFileReports } from './readFile.ts'
import type { FileReading } from './report.ts'

/** A batch of files for one worker thread. */
export interface ReadTask {
  readonly raw: string
  readonly files: readonly { readonly file: SourceFile; readonly notes: NotesOfFile }[]
}

/** Entry point of a worker thread. */
export default async function readBatch({ raw, files }: ReadTask): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for (const { file, notes } of files) readings.push(...(await readFileReports(raw, file, notes)))
  return readings
}
