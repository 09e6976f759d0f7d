import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildFlags, run } from './command.ts'
import { listening } from './port.ts'

/** Runs another command, with those of the given flags that it takes. */
function step(name: string, values: Readonly<Record<string, unknown>>, takes: readonly string[]): number {
  const given = Object.entries(values).filter(([flag]) => takes.includes(flag))
  const args = given.map(([flag, value]) => (value === true ? `--${flag}` : `--${flag}=${value}`))
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status ?? 3
}

// What a newcomer runs first.
await run(
  { name: 'start', does: 'builds the site, then serves it', flags: [...buildFlags, 'port', 'host'] },
  async (_, values) => {
    // Before the build, which takes a while.
    await listening(values)
    const status = step('build', values, buildFlags)
    return status <= 1 ? step('preview', values, ['site', 'port', 'host']) : status
  },
)
