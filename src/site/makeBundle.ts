import { renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AstroIntegration, build } from 'astro'
import { bundleParts, type Heads } from './bundle.ts'

// Entry point of the process that makes the bundle of a site in its working folder. It has to be the working folder:
// builds that write anywhere else put their code below `.astro` in it, and the first that ends removes it for all.
const folder = process.cwd()
const program = fileURLToPath(new URL('../../', import.meta.url))
const [logLevel = 'error'] = process.argv.slice(2)
const files = join(folder, bundleParts.files)

/** Keeps the code that renders pages, and what stands in their heads, instead of rendering any. */
function keeping(): AstroIntegration {
  let pages: ReadonlyMap<string, Heads[number][1]> = new Map()
  return {
    name: 'keep-bundle',
    hooks: {
      'astro:build:setup': (setup) => {
        pages = setup.pages
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((standard) => ({
          ...standard,
          name: 'keep-bundle',
          setup: async () => {},
          getStaticPaths: async () => [],
          teardown: async () => {
            renameSync(join(files, '.prerender'), join(folder, bundleParts.code))
            const heads: Heads = [...pages].map(([page, { styles }]) => [page, { styles }])
            writeFileSync(join(folder, bundleParts.heads), JSON.stringify(heads))
          },
        })),
    },
  }
}

await build({
  root: program,
  outDir: files,
  // What is in the public folder may change while the code stays.
  publicDir: join(folder, 'none'),
  cacheDir: join(folder, 'cache'),
  vite: { cacheDir: join(folder, 'cache', 'vite') },
  integrations: [keeping()],
  logLevel: logLevel as 'error' | 'warn',
})
// The code imports packages by name, wherever it is kept.
symlinkSync(resolve(program, 'node_modules'), join(folder, 'node_modules'), 'junction')
