import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { buildSite } from '../src/build.ts'
import { corpusIn } from '../src/dataset/corpus.ts'
import { writeDataset } from '../src/dataset/write/dataset.ts'
import { UsageError } from '../src/dataset/write/folder.ts'
import { withInventedPlaces } from '../src/invented/places.ts'
import type { WriteOptions } from '../src/invented/writeFiles.ts'
import { requireSiteAddress } from '../src/siteAddress.ts'
import { run, wholeNumber } from './command.ts'
import { readRaw } from './reading.ts'

const defaultSite = 'dist-demo'

/** The years of `2019-2025` or `2023`. */
function yearsOf(text: string): number[] {
  const match = /^(20\d{2})(?:-(20\d{2}))?$/.exec(text)
  const from = Number(match?.[1])
  const to = Number(match?.[2] ?? match?.[1])
  if (!match || from > to || from < 2019)
    throw new UsageError(`--years takes a year from 2019 on, or two such as 2019-2025, not ${text}`)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** Writes the files of the country, every worker its part of the agencies. */
async function writeFiles(options: WriteOptions, jobs: number): Promise<number> {
  const pool = new Tinypool({
    filename: new URL('../src/invented/writeFiles.ts', import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
  })
  const parts = Array.from({ length: jobs }, (_, part) => ({ ...options, part: { part, of: jobs } }))
  const counts = (await Promise.all(parts.map((part) => pool.run(part)))) as number[]
  await pool.destroy()
  return counts.reduce((sum, count) => sum + count, 0)
}

await run(
  {
    name: 'demo',
    does: 'builds the site on an invented country, marked as such on every page',
    flags: ['agencies', 'years', 'seed', 'layout', 'site', 'jobs', 'quiet'],
    defaults: { site: defaultSite },
  },
  async (options, values) => {
    requireSiteAddress()
    const text = (name: string) => values[name] as string | undefined
    const agencies = wholeNumber('agencies', text('agencies')) ?? 300
    const years = yearsOf(text('years') ?? '2019-2025')
    const seed = text('seed') ?? '1'
    const layout = text('layout')
    // Always a folder of its own: an invented report never comes near the reports as received.
    const work = await mkdtemp(join(tmpdir(), 'gongkai-demo-'))
    const raw = join(work, 'raw')
    const [normalized, dataset] = [join(work, 'normalized'), join(work, 'dataset')]
    const site = text('site') ?? defaultSite
    process.env['GONGKAI_INVENTED'] = '1'
    try {
      const jobs = options.jobs ?? availableParallelism()
      const files = await writeFiles(
        { folder: raw, seed, agencies, years, ...(layout ? { layouts: [layout] } : {}) },
        jobs,
      )
      if (!options.quiet) process.stdout.write(`invented ${files} reports of ${agencies} agencies\n`)
      await readRaw(
        { ...options, raw, normalized, dataset, site },
        ['normalized', 'dataset', 'site'],
        (read) => ({
          ...read,
          agencies: withInventedPlaces(read.agencies, seed, agencies),
        }),
      )
      await writeDataset(dataset, corpusIn(normalized), { jobs })
      const { jobs: threads, quiet } = options
      const releases = join(work, 'releases')
      await buildSite({ normalized, dataset, site, releases, jobs: threads, quiet })
      if (!options.quiet) process.stdout.write(`the site is in ${site}\n`)
      return 0
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  },
)
