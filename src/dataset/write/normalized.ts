import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sectionsOf } from '../../ingest/prose/sections.ts'
import type { Ingested } from '../ingest.ts'
import { replaceFolder } from './folder.ts'
import { atlasFile, documentFile, fromAtlas, reportFile } from './layout.ts'

/**
 * Writes what was read as JSON: `atlas.json`, one file a report, and each report's source as a document. The
 * file of a report has its sections as text besides.
 */
export async function writeNormalized(
  folder: string,
  { atlas, reports, documents }: Ingested,
): Promise<void> {
  await replaceFolder(folder, atlasFile, async (temporary) => {
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(temporary, path)), { recursive: true })
      await writeFile(join(temporary, path), text)
    }
    for (const report of reports) {
      const document = documents.get(report.report_id)
      const sections = document ? sectionsOf(document) : []
      await write(reportFile(report.report_id), json({ ...report, sections }))
    }
    for (const [id, document] of documents) await write(documentFile(id), JSON.stringify(document))
    await write(atlasFile, fromAtlas(atlas))
  })
}

/** JSON for people and programs: indented, with a line feed at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
