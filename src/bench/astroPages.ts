import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
/** Pages to build: Astro holds what it needs for all of them at once. */
const most = 2000

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
 * Milliseconds by the clock that Astro takes for a page of so many bytes that shows nothing, its start not counted.
 *
 * @param folder where the pages go, in a folder of their own
 */
export function astroPages(
  folder: string,
  { count, bytes }: { readonly count: number; readonly bytes: number },
): number {
  const many = Math.min(most, Math.max(100, count))
  return ((secondsOf(folder, many, bytes) - secondsOf(folder, 1, bytes)) * 1000) / (many - 1)
}
