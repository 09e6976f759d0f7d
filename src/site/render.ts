import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PageHashes, renderEnvironment } from './pagesToRender.ts'

/** How to render the pages of a site. */
export interface RenderOptions {
  /** Where the pages go. */
  readonly folder: string
  /** Where to note things down meanwhile. */
  readonly work: string
  /** The pages that are there already and need not be rendered. */
  readonly before: PageHashes
  readonly jobs: number
  readonly quiet: boolean
}

const program = fileURLToPath(new URL('../../', import.meta.url))
const entry = fileURLToPath(new URL('./renderPart.ts', import.meta.url))

/** Renders the pages that show something else than before, in `jobs` processes; gives all pages there are now. */
export async function renderPages({ folder, work, before, jobs, quiet }: RenderOptions): Promise<PageHashes> {
  mkdirSync(work, { recursive: true })
  const [beforeFile, now] = [join(work, 'before.json'), join(work, 'pages')]
  writeFileSync(beforeFile, JSON.stringify(before))
  const parts = Array.from({ length: jobs }, (_, part) => ({
    outDir: part === 0 ? folder : join(work, `part-${part}`),
    cacheDir: join(work, `cache-${part}`),
    env: renderEnvironment({ before: beforeFile, now, part, of: jobs }),
  }))
  await Promise.all(parts.map(({ outDir, cacheDir, env }) => renderPart([outDir, cacheDir], env, quiet)))
  for (const { outDir } of parts.slice(1)) mergeFolder(outDir, folder)
  const routes = existsSync(now) ? readdirSync(now) : []
  const pages = routes.map((name) => JSON.parse(readFileSync(join(now, name), 'utf8')) as PageHashes)
  return Object.assign({}, ...pages) as PageHashes
}

function renderPart(folders: readonly string[], env: Record<string, string>, quiet: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...folders, quiet ? 'error' : 'warn'], {
      cwd: program,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`rendering the pages ended with ${signal ?? code}`)),
    )
  })
}

/** Moves the files of one folder into another; those that are there stay. */
function mergeFolder(from: string, into: string): void {
  for (const one of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, one.name), join(into, one.name)]
    if (!existsSync(target)) renameSync(source, target)
    else if (one.isDirectory()) mergeFolder(source, target)
  }
}
