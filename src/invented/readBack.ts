import { type FileReading, readReport } from '../dataset/report.ts'
import { unpack } from '../ingest/archive.ts'
import type { Rendered } from './render/layout.ts'

/** Reads a file that holds one report; of an archive, the file in it. */
export async function readBack({ bytes, extension }: Rendered, name = 'report'): Promise<FileReading> {
  const path = `${name}.${extension}`
  if (extension !== 'zip') return await readReport(path, bytes)
  for (const packed of unpack(path, bytes)) {
    if ('content' in packed) return await readReport(packed.path, packed.content)
  }
  return await readReport(path, new Uint8Array())
}
