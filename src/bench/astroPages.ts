import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
/** Pages to build: Astro holds what it needs for all of them at once. */
const pages = 1000
const mostTurns = 3

const pageOf = (count: number, bytes: number): string => `---
export const getStaticPaths = () =>
  Array.from({ length: ${count} }, (_, i) => ({ params: { page: String(i) } }))
const { page } = Astro.params
---
<html lang="en"><head><title>{page}</title></head><body><p>{'0123456789 '.repeat(${Math.ceil(bytes / 11)})}</p></body></html>
`

/** Seconds that Astro takes for so many pages of a site that has nothing else. */
function secondsOf(folder: string, count: number, bytes: number): number {
  const root = mkdtempSync(join(folder, 'astro-'))
  mkdirSync(join(root, 'src/pages'), { recursive: true })
  symlinkSync(packages, join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  // By default the caches would be in the linked packages.
  const config = { cacheDir: './cache', vite: { cacheDir: './vite' } }
  writeFileSync(join(root, 'astro.config.mjs'), `export default ${JSON.stringify(config)}`)
  writeFileSync(join(root, 'src/pages/[page].astro'), pageOf(count, bytes))
  const start = performance.now()
  execFileSync(
    process.execPath,
    [join(packages, 'astro/bin/astro.mjs'), 'build', '--root', root, '--silent'],
    {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', GONGKAI_BASE: '', GONGKAI_SITE: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  return (performance.now() - start) / 1000
}

/**
 * Milliseconds by the clock that Astro takes for a page of so many bytes that shows nothing, its start not counted: the
 * median of a few times.
 *
 * @param folder where the pages go, in a folder of their own
 * @param rounds how often it is measured at most
 * @throws Error when a page does not stand out from what the start takes now more, now less
 */
export function astroPages(folder: string, bytes: number, rounds: number): number {
  const turns = Math.min(mostTurns, rounds)
  const times = Array.from(
    { length: turns },
    () => secondsOf(folder, pages, bytes) - secondsOf(folder, 1, bytes),
  )
  const seconds = times.toSorted((a, b) => a - b)[turns >> 1] as number
  if (seconds <= 0) throw new Error(`${pages} pages of Astro took no longer than one`)
  return (seconds * 1000) / (pages - 1)
}
