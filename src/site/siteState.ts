import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeVersion } from '../dataset/cache/codeVersion.ts'
import { filesBelow } from '../dataset/cache/folderStamp.ts'
import { sha256 } from '../ingest/discover.ts'
import type { SiteParts } from './siteParts.ts'

/** What is known of a built site. */
export interface SiteState {
  /** The code, the address and the base that it was built with. */
  readonly version: string
  /** The parts that are pages, and those that no page renders. */
  readonly pages: SiteParts
  readonly others: SiteParts
  /** The files of no part, which are written anew with whatever changes. */
  readonly rest: readonly string[]
}

const source = fileURLToPath(new URL('../', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

/** The version of all code that renders pages and files of agencies and reports, with the settings of the site. */
export function renderingVersion(): string {
  const shown = ['pages', 'layouts', 'components', 'styles', 'client'].flatMap((folder) =>
    filesBelow(join(source, folder)).map((file) => join(source, folder, file)),
  )
  const code = codeVersion([
    ...shown,
    join(source, 'api/write.ts'),
    join(source, 'site/reportFiles.ts'),
    join(source, 'textSearch/write.ts'),
    join(root, 'astro.config.mjs'),
    join(root, 'package-lock.json'),
  ])
  const names = ['GONGKAI_SITE', 'GONGKAI_BASE', 'GONGKAI_INVENTED', 'GONGKAI_TEXT_SEARCH']
  const settings = names.map((name) => process.env[name] ?? '')
  return sha256(JSON.stringify([code, settings]))
}

const statePath = (cache: string, site: string): string =>
  join(cache, 'sites', `${sha256(resolve(site)).slice(0, 16)}.json`)

/** What is known of a site that was built with the code that there is now. */
export function loadState(cache: string, site: string, version: string): SiteState | null {
  try {
    const state = JSON.parse(readFileSync(statePath(cache, site), 'utf8')) as SiteState
    return state.version === version ? state : null
  } catch {
    return null
  }
}

export function saveState(cache: string, site: string, state: SiteState): void {
  const path = statePath(cache, site)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(state))
}
