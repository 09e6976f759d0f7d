import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Atlas } from '../dataset/load.ts'
import { apiFiles } from './files.ts'
import { collections } from './schemas.ts'

/** Writes the interface for programs: static JSON at stable addresses. The same atlas gives the same bytes. */
export async function writeApi(folder: string, atlas: Atlas): Promise<void> {
  for (const name of collections) await mkdir(join(folder, name), { recursive: true })
  for (const { path, content } of apiFiles(atlas))
    await writeFile(join(folder, path), `${JSON.stringify(content)}\n`)
}
