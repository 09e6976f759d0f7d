import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sectionsOf } from '../../ingest/prose/sections.ts'
import type { Ingested } from '../ingest.ts'
import { replaceFolder } from './folder.ts'

/** The file that marks a folder as written by `ingest`: all reports, agencies and issues. */
export const atlasFile = 'atlas.json'

/**
 * Writes what was read as JSON: `atlas.json`, one file a report, and each report's source as a document. The
 * file of a report has its sections as text besides; `atlas.json`, which holds all reports, has not.
 */
export async function writeNormalized(folder: string, { atlas, documents }: Ingested): Promise<void> {
  await replaceFolder(folder, atlasFile, async (temporary) => {
    await mkdir(join(temporary, 'reports'))
    await mkdir(join(temporary, 'documents'))
    for (const report of atlas.reports) {
      const document = documents.get(report.report_id)
      const sections = document ? sectionsOf(document) : []
      await writeFile(join(temporary, 'reports', `${report.report_id}.json`), json({ ...report, sections }))
    }
    for (const [id, document] of documents) {
      await writeFile(join(temporary, 'documents', `${id}.json`), JSON.stringify(document))
    }
    await writeFile(join(temporary, atlasFile), JSON.stringify(atlas))
  })
}

/** JSON for people and programs: indented, with a line feed at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
