import { build } from 'astro'

// Entry point of a process that renders its part of the pages: `outDir` and the level of the log.
const [outDir = '', logLevel = 'error'] = process.argv.slice(2)
await build({ outDir, logLevel: logLevel as 'error' | 'warn' })
