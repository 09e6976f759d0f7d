import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the site with the given flags, then serves it; what a newcomer runs first. */
const script = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
const step = (name: string, args: readonly string[]) =>
  spawnSync(process.execPath, [script(name), ...args], { stdio: 'inherit' }).status ?? 3

const status = step('build', process.argv.slice(2))
process.exitCode = status === 0 && !process.argv.includes('--help') ? step('preview', []) : status
