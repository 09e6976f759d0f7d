import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Atlas } from '../dataset/load.ts'
import { linkFile } from '../dataset/write/linkFile.ts'
import { hashShown } from '../site/pagesToRender.ts'
import type { SitePart, SiteParts } from '../site/siteParts.ts'
import { apiFiles, filesOfPages } from './files.ts'
import { earlierYears, partsOfYears } from './indicatorYears.ts'
import { apiPath } from './openApi.ts'

/** Where the interface goes, and what is there of it already. */
export interface ApiSetup {
  /** The folder of the site that is being made. */
  readonly folder: string
  /** Whether to work out the files that are pages of the site too, instead of leaving them to `linkPages`. */
  readonly withPages: boolean
  /** The site before, written by the same code, and its parts; none where all is to be written. */
  readonly earlier?: { readonly site: string; readonly parts: SiteParts }
}

/**
 * Writes the interface for programs into the folder of a site: static JSON at stable addresses. The same atlas gives
 * the same bytes. Of the files of agencies only those are written that say something else than before, and of the
 * indicators only those years are worked out of which reports changed.
 *
 * @returns the files of agencies and the years of indicators, each a part of the site
 */
export async function writeApi(
  atlas: Atlas,
  { folder, withPages, earlier = { site: folder, parts: {} } }: ApiSetup,
): Promise<SiteParts> {
  const before = earlier.parts
  const years = partsOfYears(atlas)
  const now: Record<string, SitePart> = { ...years }
  const made = new Set<string>()
  for (const { path, content, shown, isPage } of apiFiles(atlas, earlierYears(earlier.site, before, years))) {
    if (isPage && !withPages) continue
    const file = `${apiPath}${path}`
    if (shown !== undefined) {
      const hash = hashShown(shown)
      now[file] = { hash, files: [file] }
      if (before[file]?.hash === hash) continue
    }
    const target = join(folder, file)
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
    made.add(dirname(target))
    await writeFile(target, `${JSON.stringify(content())}\n`)
  }
  return now
}

/** Puts the pages that the interface has too into it, once they are rendered. */
export function linkPages(site: string): void {
  for (const path of filesOfPages) linkFile(join(site, path), join(site, apiPath, path))
}
