import { readBytes } from '../dataset/readFile.ts'
import type { FileReading } from '../dataset/report.ts'
import type { Rendered } from './render/layout.ts'

/** Reads a file that holds one report; of an archive, the first file in it, or why there is none. */
export async function readBack({ bytes, extension }: Rendered, name = 'report'): Promise<FileReading> {
  const readings = await readBytes(`${name}.${extension}`, bytes)
  return readings[0] as FileReading
}
