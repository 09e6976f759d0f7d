import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Benchmark, Measured } from '../src/bench/benchmark.ts'
import { benchmarks } from '../src/bench/benchmarks.ts'
import { tableOf } from '../src/bench/table.ts'
import { UsageError } from '../src/dataset/write/folder.ts'
import { flags, run, wholeNumber } from './command.ts'

/** The benchmarks of `reading-text,workers`; all by default. */
function wanted(only: string | undefined): readonly Benchmark[] {
  if (only === undefined) return benchmarks
  return only.split(',').map((name) => {
    const found = benchmarks.find((benchmark) => benchmark.name === name)
    if (found) return found
    const names = benchmarks.map((benchmark) => benchmark.name).join(', ')
    throw new UsageError(`--only takes names of benchmarks (${names}), not ${name}`)
  })
}

await run(
  {
    name: 'bench',
    does: 'measures reading against the least that could be done with the same files, and builds against each other',
    flags: ['only', 'files', 'rounds', 'reports', 'json'],
  },
  async (_options, values) => {
    const number = (name: 'files' | 'rounds' | 'reports') =>
      wholeNumber(name, values[name] as string | undefined) ?? Number(flags[name].default)
    const chosen = wanted(values['only'] as string | undefined)
    const sizes = { files: number('files'), rounds: number('rounds'), reports: number('reports') }
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
    const remove = () => rm(folder, { recursive: true, force: true })
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void remove().finally(() => process.exit(130)))
    try {
      const measured: Measured[] = []
      for (const { name, run: measure } of chosen) {
        process.stderr.write(`${name}: begun at ${new Date().toTimeString().slice(0, 8)}\n`)
        measured.push(...(await measure({ ...sizes, folder })))
      }
      process.stdout.write(values['json'] ? `${JSON.stringify(measured, null, 2)}\n` : tableOf(measured))
      return 0
    } finally {
      await remove()
    }
  },
)
