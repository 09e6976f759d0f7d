import type { SourceFile } from '../ingest/discover.ts'
import type { SourceNote } from '../ingest/sources.ts'
import { readFileReport } from './readFile.ts'
import type { FileReading } from './report.ts'

/** A batch of files for one worker thread. */
export interface ReadTask {
  readonly raw: string
  readonly files: readonly { readonly file: SourceFile; readonly note: SourceNote | undefined }[]
}

/** Entry point of a worker thread. */
export default async function readBatch({ raw, files }: ReadTask): Promise<FileReading[]> {
  const readings: FileReading[] = []
  for (const { file, note } of files) readings.push(await readFileReport(raw, file, note))
  return readings
}
