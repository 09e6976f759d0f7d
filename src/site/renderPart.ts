import { join } from 'node:path'
import { build } from 'astro'

// Entry point of a process that renders its part of the pages: where they go, a folder for what Astro and Vite keep
// for themselves, which is not shared with another process, and the level of the log.
const [outDir = '', cacheDir = '', logLevel = 'error'] = process.argv.slice(2)
await build({
  outDir,
  cacheDir,
  vite: { cacheDir: join(cacheDir, 'vite') },
  logLevel: logLevel as 'error' | 'warn',
})
