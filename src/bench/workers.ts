import { join } from 'node:path'
import type { Benchmark, Measured } from './benchmark.ts'
import { runCommand } from './command.ts'
import { type CountryOnDisk, countryIn } from './country.ts'

/** Reports to read: more take longer and tell no more. */
const most = 10_000
const turns = 2

/** Seconds to read all from nothing into a cache, in so many processes. */
async function reading({ folder, raw }: CountryOnDisk, jobs: number, turn: number): Promise<number> {
  const cache = join(folder, `cache-${jobs}-${turn}`)
  const args = ['--raw', raw, '--cache', cache, '--shard', '1/1', '--jobs', String(jobs)]
  return (await runCommand('ingest', args, folder)).seconds
}

/** Reading in two processes against one, in turns. */
export const workers: Benchmark = {
  name: 'workers',
  run: async ({ folder, reports }): Promise<Measured[]> => {
    const country = await countryIn(folder, Math.min(reports, most))
    const seconds = { one: 0, two: 0 }
    for (let turn = 0; turn < turns; turn += 1) {
      seconds.one += await reading(country, 1, turn)
      seconds.two += await reading(country, 2, turn)
    }
    const files = turns * country.reports
    const words = { what: 'two processes that read', floor: 'one', work: 'read files into the cache' }
    const figures = {
      unit: 'reports/s',
      floorFigure: files / seconds.one,
      workFigure: files / seconds.two,
      ratio: seconds.one / seconds.two,
    } as const
    return [{ ...words, ...figures, limit: { least: 1.7 }, files, kbPerFile: null }]
  },
}
