import type { Measured } from '../src/bench/benchmark.ts'
import { benchmarks } from '../src/bench/benchmarks.ts'
import { tableOf } from '../src/bench/table.ts'
import { flags, run, wholeNumber } from './command.ts'

await run(
  {
    name: 'bench',
    does: 'measures reading against the least that could be done with the same files, as ratios in one run',
    flags: ['files', 'rounds', 'json'],
  },
  async (_options, values) => {
    const number = (name: 'files' | 'rounds') =>
      wholeNumber(name, values[name] as string | undefined) ?? Number(flags[name].default)
    const options = { files: number('files'), rounds: number('rounds') }
    const measured: Measured[] = []
    for (const benchmark of benchmarks) measured.push(...(await benchmark.run(options)))
    process.stdout.write(values['json'] ? `${JSON.stringify(measured, null, 2)}\n` : tableOf(measured))
    return 0
  },
)
