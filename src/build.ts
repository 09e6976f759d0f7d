import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { build } from 'astro'
import { apiPath } from './api/openApi.ts'
import { writeApi } from './api/write.ts'
import { loadAtlas } from './dataset/load.ts'
import { replaceFolder, siteMark } from './dataset/write/folder.ts'

import { isInvented } from './invented/mark.ts'
import { writeSitemap } from './sitemap.ts'

/** The folders that a site is made from and written to. */
export interface SiteFolders {
  readonly normalized: string
  readonly dataset: string
  readonly site: string
  /** The releases of the dataset, which need not be there. */
  readonly releases: string
  readonly quiet: boolean
}

/**
 * Builds the site and puts the dataset under its `data/`. The folder of the site is replaced only when the whole
 * site is there. The base path of the site is `GONGKAI_BASE`, its address `GONGKAI_SITE` (see astro.config.mjs).
 */
export async function buildSite({ normalized, dataset, site, releases, quiet }: SiteFolders): Promise<void> {
  process.env['GONGKAI_NORMALIZED'] = resolve(normalized)
  process.env['GONGKAI_RELEASES'] = resolve(releases)
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  await replaceFolder(site, siteMark, async (temporary) => {
    await build({ outDir: temporary, logLevel: quiet ? 'error' : 'warn' })
    await cp(dataset, join(temporary, 'data'), { recursive: true })
    await publishReleases(releases, join(temporary, 'data/releases'))
    await writeApi(join(temporary, apiPath), loadAtlas(resolve(normalized)))
    const { GONGKAI_SITE: address, GONGKAI_BASE: base = '/' } = process.env
    if (address && !isInvented()) await writeSitemap(temporary, new URL(base, address).href)
  })
}

/** Copies the releases beside the dataset, as what changed and as zips; their files are in these. */
async function publishReleases(releases: string, target: string): Promise<void> {
  if (!existsSync(releases)) return
  await cp(releases, target, {
    recursive: true,
    filter: (path) => !relative(releases, path).split(sep).includes('dataset'),
  })
}
