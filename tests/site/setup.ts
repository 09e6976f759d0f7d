import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serveFolder } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
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

/** Builds the site once, from the corpus as it is, and serves it to all the browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-atlas-site-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const siteFolder = join(folder, 'site')
  const datasetFolder = join(folder, 'dataset')
  try {
    await buildSite(folder, datasetFolder, siteFolder)
    const { url, close } = await serveFolder(siteFolder)
    project.provide('siteUrl', url)
    project.provide('siteFolder', siteFolder)
    project.provide('datasetFolder', datasetFolder)
    return () => close().finally(remove)
  } catch (error) {
    await remove()
    throw error
  }
}

async function buildSite(folder: string, dataset: string, site: string): Promise<void> {
  const normalized = join(folder, 'normalized')
  const folders = ['--raw', 'data/raw', '--normalized', normalized, '--dataset', dataset, '--site', site]
  const args = ['scripts/build.ts', ...folders, '--quiet']
  const { ending, output } = await run(args)
  if (ending === 0) return
  throw new Error(`The site could not be built: node ${args.join(' ')} ended with ${ending}\n\n${output}`)
}

/** Runs Node to the end; both its outputs together, in the order they came, to be shown if it fails. */
function run(args: string[]): Promise<{ ending: number | string | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: buildEnvironment(),
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
