import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Atlas } from '../dataset/load.ts'
import { linkFile } from '../dataset/write/linkFile.ts'
import { hashShown } from '../site/pagesToRender.ts'
import type { SitePart, SiteParts } from '../site/siteParts.ts'
import { apiFiles, filesOfPages } from './files.ts'
import { apiPath } from './openApi.ts'

/**
 * Writes the interface for programs into the folder of a site: static JSON at stable addresses. The same atlas gives
 * the same bytes. Of the files of agencies only those are written that say something else than `before`.
 *
 * @param withPages whether to work out those that are pages of the site too, instead of leaving them to `linkPages`
 * @returns the files of agencies, each a part of the site
 */
export async function writeApi(
  site: string,
  atlas: Atlas,
  before: SiteParts,
  withPages: boolean,
): Promise<SiteParts> {
  const now: Record<string, SitePart> = {}
  const made = new Set<string>()
  for (const { path, content, shown, isPage } of apiFiles(atlas)) {
    if (isPage && !withPages) continue
    const file = `${apiPath}${path}`
    if (shown !== undefined) {
      const hash = hashShown(shown)
      now[file] = { hash, files: [file] }
      if (before[file]?.hash === hash) continue
    }
    const target = join(site, file)
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
