import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Builds the site with the given flags, then serves it; what a newcomer runs first.
const script = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
const step = (name: string, args: readonly string[]) =>
  spawnSync(process.execPath, [script(name), ...args], { stdio: 'inherit' }).status ?? 3

const args = process.argv.slice(2)
const status = step('build', args)
const only = args.some((arg) => arg === '--help' || arg === '--version')
const site = args.indexOf('--site')
const where = site >= 0 ? args.slice(site, site + 2) : args.filter((arg) => arg.startsWith('--site='))
process.exitCode = status <= 1 && !only ? step('preview', where) : status
