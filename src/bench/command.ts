import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const program = folderOf('../../')

/** How a command went. */
export interface Run {
  /** By the clock, from its start to its end. */
  readonly seconds: number
  /** Seconds of each stage, as the command says them. */
  readonly stages: ReadonlyMap<string, number>
  /** The most memory of the process that does all but read files, in MB. */
  readonly megabytes: number
}

/** The words of a command on how long its stages took, such as `readings: 1.5 s`. */
const stageLine = /^([a-z ]+): ([\d.]+) s$/gm

/**
 * Runs a command of `scripts/` in a process of its own.
 *
 * @param folder for what the command leaves to be measured
 * @throws Error with what the command says when it fails
 */
export async function runCommand(name: string, args: readonly string[], folder: string): Promise<Run> {
  const peak = join(folder, 'peak.json')
  rmSync(peak, { force: true })
  const start = performance.now()
  const said = await new Promise<string>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        new URL('./notePeak.ts', import.meta.url).href,
        join(program, 'scripts', `${name}.ts`),
        ...args,
      ],
      { cwd: program, env: { ...process.env, GONGKAI_PEAK: peak }, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(words) : reject(new Error(`${name} ended with ${code}: ${words.slice(-2000)}`)),
    )
  })
  const stages = [...said.matchAll(stageLine)].map(
    ([, stage, seconds]) => [stage ?? '', Number(seconds)] as const,
  )
  return {
    seconds: (performance.now() - start) / 1000,
    stages: new Map(stages),
    megabytes: Number(readFileSync(peak, 'utf8')),
  }
}
