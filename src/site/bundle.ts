import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../ingest/discover.ts'

/** What a bundle consists of: code that renders pages, files that pages share, and what stands in their heads. */
export const bundleParts = { code: 'code', files: 'files', heads: 'heads.json' } as const

/** By route and module of a page, its styles as Astro describes them. */
export type Heads = readonly (readonly [page: string, { readonly styles: readonly unknown[] }])[]

const program = fileURLToPath(new URL('../../', import.meta.url))
const entry = fileURLToPath(new URL('./makeBundle.ts', import.meta.url))
const day = 24 * 3600 * 1000
/** A bundle that was not used for so long is removed: another version of the code took its place. */
const keptFor = 14 * day

/**
 * The folder of the bundle of a site, which is made when it is not there: all pages as code, in files that are not
 * written any more, so that any number of processes can render from it at once.
 *
 * @param version of all code that renders, and the settings of the site; see `renderingVersion`
 */
export async function siteBundle(cache: string, version: string, quiet: boolean): Promise<string> {
  const bundles = join(cache, 'bundles')
  // A machine that shares the cache may have the program, and the packages that the code imports, elsewhere.
  const folder = join(bundles, sha256(JSON.stringify([version, program])).slice(0, 24))
  if (!existsSync(folder)) {
    mkdirSync(bundles, { recursive: true })
    removeUnused(bundles)
    const work = mkdtempSync(join(bundles, 'new-'))
    try {
      await make(work, quiet)
      if (!existsSync(folder)) renameSync(work, folder)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  utimesSync(folder, new Date(), new Date())
  return folder
}

function removeUnused(bundles: string): void {
  for (const name of readdirSync(bundles)) {
    const folder = join(bundles, name)
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && Date.now() - found.mtimeMs > keptFor) rmSync(folder, { recursive: true, force: true })
  }
}

function make(folder: string, quiet: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, quiet ? 'error' : 'warn'], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`bundling the pages ended with ${signal ?? code}`)),
    )
  })
}
