import { mkdtemp, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import type { FuzzResult } from '../src/invented/fuzz.ts'
import type { FuzzTask } from '../src/invented/fuzzWorker.ts'
import { run, wholeNumber } from './command.ts'

const batchSize = 50
/** Failing inputs beyond this many are counted, not kept. */
const kept = 200

/** Writes a failing input with what is wrong with it beside. */
async function keep(folder: string, seed: string, failure: FuzzResult): Promise<void> {
  const name = `${failure.failure}-${failure.run}-${failure.layout}`
  await writeFile(join(folder, `${name}.${failure.file.extension}`), failure.file.bytes)
  const { run: number, layout, mutations, ms, details, layoutFails } = failure
  const about = { seed, run: number, layout, mutations, ms: Math.round(ms), layoutFails, details }
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(about, null, 2)}\n`)
}

/** How often each kind of failure was seen, by layout and mutation, the most frequent first. */
function summary(failures: readonly FuzzResult[]): string {
  const key = (one: FuzzResult) =>
    `${one.failure}${one.layoutFails ? ' (without mutation too)' : ''}, ${one.layout}, ${one.mutations.join(' + ')}`
  const groups = [...Map.groupBy(failures, key)].sort(([, a], [, b]) => b.length - a.length)
  return groups
    .map(
      ([what, ones]) =>
        `  ${ones.length} × ${what}; run ${ones[0]?.run}: ${ones[0]?.details[0]?.split('\n')[0] ?? ''}`,
    )
    .join('\n')
}

await run(
  {
    name: 'fuzz',
    does: 'damages invented reports and reads them; fails on a crash, a hang or a wrong value nobody is told of',
    flags: ['runs', 'from', 'seed', 'layout', 'jobs', 'quiet'],
    finds: 'a run failed',
  },
  async ({ jobs = availableParallelism(), quiet }, values) => {
    const text = (name: string) => values[name] as string | undefined
    const runs = wholeNumber('runs', text('runs')) ?? 2000
    const first = Number(text('from') ?? 0)
    const seed = text('seed') ?? '1'
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-fuzz-'))
    const pool = new Tinypool({
      filename: new URL('../src/invented/fuzzWorker.ts', import.meta.url).href,
      minThreads: jobs,
      maxThreads: jobs,
    })
    const failures: FuzzResult[] = []
    let done = 0
    let said = Date.now()
    const batches = Array.from({ length: Math.ceil(runs / batchSize) }, (_, i) => first + i * batchSize)
    await Promise.all(
      batches.map(async (from) => {
        const to = Math.min(from + batchSize, first + runs)
        const task: FuzzTask = { seed, from, to, layout: text('layout') }
        for (const failure of (await pool.run(task)) as FuzzResult[]) {
          failures.push(failure)
          if (failures.length <= kept) await keep(folder, seed, failure)
        }
        done += to - from
        if (!quiet && Date.now() - said > 5000) {
          said = Date.now()
          process.stderr.write(`fuzz: ${done} of ${runs} runs, ${failures.length} failures\n`)
        }
      }),
    )
    await pool.destroy()
    failures.sort((a, b) => a.run - b.run)
    process.stdout.write(
      `${runs} runs with seed ${seed}: ${failures.length} failures\n${failures.length ? `${summary(failures)}\n` : ''}`,
    )
    if (failures.length) process.stdout.write(`failing inputs: ${folder}\n`)
    return failures.length ? 1 : 0
  },
)
