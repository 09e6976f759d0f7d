import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serveFolder } from './server.ts'

/** A built site as it is served. */
export interface ServedSite {
  readonly where: string
  /** The path it is served below; begins and ends with a slash. */
  readonly base: string
  /** The address it was built for; only with one does a site have what needs absolute addresses. */
  readonly address: string
  /** Where it is served; ends with a slash. */
  readonly url: string
  readonly folder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The site at the root of a server, and below a path, as a project page of a forge is published. */
    sites: readonly [ServedSite, ServedSite]
    /** Where the built site is served; ends with a slash. */
    siteUrl: string
    /** The folder of the built site. */
    siteFolder: string
    /** The folder of the dataset that the site was built from. */
    datasetFolder: string
  }
}

const ROOT = join(import.meta.dirname, '..', '..')

/** Long enough for a slow machine, short enough that a build which hangs does not hang everything. */
const BUILD_TIMEOUT = 5 * 60_000

/** Builds the site for both places, from the corpus as it is, and serves it to all the browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-atlas-site-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const atRoot = await servedSite(join(folder, 'root'), 'at the root of a server', '/', '')
    const belowPath = await servedSite(join(folder, 'path'), 'below a path', '/repo/', 'https://example.org')
    project.provide('sites', [atRoot.site, belowPath.site])
    project.provide('siteUrl', atRoot.site.url)
    project.provide('siteFolder', atRoot.site.folder)
    project.provide('datasetFolder', join(folder, 'root', 'dataset'))
    return () => Promise.all([atRoot.close(), belowPath.close()]).then(remove, remove)
  } catch (error) {
    await remove()
    throw error
  }
}

/** A site in a folder of its own, with its dataset: that has the address of the site in it. */
async function servedSite(
  folder: string,
  where: string,
  base: string,
  address: string,
): Promise<{ site: ServedSite; close: () => Promise<void> }> {
  const site = join(folder, 'site')
  await buildSite(folder, site, { GONGKAI_BASE: base, GONGKAI_SITE: address })
  const { url, close } = await serveFolder(site, { base })
  return { site: { where, base, address, url, folder: site }, close }
}

async function buildSite(folder: string, site: string, place: NodeJS.ProcessEnv): Promise<void> {
  const [normalized, dataset] = [join(folder, 'normalized'), join(folder, 'dataset')]
  const raw = join(ROOT, 'data/raw')
  const folders = ['--raw', raw, '--normalized', normalized, '--dataset', dataset, '--site', site]
  const args = [join(ROOT, 'scripts/build.ts'), ...folders, '--quiet']
  const { ending, output } = await run(args, { ...buildEnvironment(), ...place })
  if (ending === 0) return
  throw new Error(`The site could not be built: node ${args.join(' ')} ended with ${ending}\n\n${output}`)
}

/**
 * Runs Node to the end, from a folder that is not the program's, since a build may be started anywhere; both its outputs
 * together, in the order they came, to be shown if it fails.
 */
function run(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ ending: number | string | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: tmpdir(),
      env,
      timeout: BUILD_TIMEOUT,
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve({ ending: code ?? signal, output: Buffer.concat(output).toString() })
    })
  })
}

/** The environment without the marks of Vitest: the tests are to see the site as it is published. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const marks = /^(VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !marks.test(name)))
}
