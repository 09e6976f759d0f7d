import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ingested } from '../ingest.ts'
import { replaceFolder } from './folder.ts'

/** The file that marks a folder as written by `ingest`: all reports, agencies and issues. */
export const atlasFile = 'atlas.json'

/** Writes what was read as JSON: `atlas.json`, one file a report, and each report's source as a document. */
export async function writeNormalized(folder: string, { atlas, documents }: Ingested): Promise<void> {
  await replaceFolder(folder, atlasFile, async (temporary) => {
    await mkdir(join(temporary, 'reports'))
    await mkdir(join(temporary, 'documents'))
    for (const report of atlas.reports) {
      await writeFile(join(temporary, 'reports', `${report.report_id}.json`), json(report))
    }
    for (const [id, document] of documents) {
      await writeFile(join(temporary, 'documents', `${id}.json`), JSON.stringify(document))
    }
    await writeFile(join(temporary, atlasFile), JSON.stringify(atlas))
  })
}

/** JSON for people and programs: indented, with a line feed at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
