import { readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { astroPages } from './astroPages.ts'
import type { Benchmark, BenchOptions, Measured } from './benchmark.ts'
import { type Run, runCommand } from './command.ts'
import { type CountryOnDisk, countryIn } from './country.ts'

/** What the pages of a site are. */
interface Pages {
  readonly count: number
  /** On average. */
  readonly bytes: number
}

/** How a country was built: from nothing, once more with nothing new, and with one more report. */
interface Built {
  /** With that one. */
  readonly reports: number
  readonly cold: Run
  readonly same: Run
  readonly more: Run
  readonly pages: Pages
}

function pagesIn(site: string): Pages {
  const sizes = (readdirSync(site, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.html'))
    .map((path) => statSync(join(site, path)).size)
  const sum = sizes.reduce((all, size) => all + size, 0)
  return { count: sizes.length, bytes: Math.round(sum / sizes.length) }
}

async function build({ folder, raw, reports }: CountryOnDisk): Promise<Built> {
  const outputs = ['normalized', 'dataset', 'site', 'releases', 'cache'] as const
  const flags = outputs.flatMap((name) => [`--${name}`, join(folder, name)])
  const run = () => runCommand('build', ['--raw', raw, ...flags], folder)
  const last = (readdirSync(raw, { recursive: true }) as string[])
    .toSorted()
    .findLast((path) => statSync(join(raw, path)).isFile()) as string
  renameSync(join(raw, last), join(folder, 'held'))
  const cold = await run()
  const pages = pagesIn(join(folder, 'site'))
  const same = await run()
  renameSync(join(folder, 'held'), join(raw, last))
  return { reports, cold, same, more: await run(), pages }
}

const ofBuild = { work: 'read, write the dataset and the site', kbPerFile: null } as const

/** Builds of one country against that from nothing. */
const againstCold = ({ reports, cold, same, more }: Built): Measured[] =>
  [{ what: 'nothing new', run: same } as const, { what: 'one more report', run: more } as const].map(
    ({ what, run }) => ({
      ...ofBuild,
      what: `${what}, ${reports} reports`,
      floor: 'all from nothing',
      unit: 's',
      floorFigure: cold.seconds,
      workFigure: run.seconds,
      ratio: run.seconds / cold.seconds,
      limit: null,
      files: reports,
    }),
  )

/** What is lost by being large: time may grow as the reports do and a tenth more. */
const mostTime = 1.1
/** What memory may grow to, from so many reports on to ten times as many. */
const mostMemory = { times: 2, from: 10_000 }

/** How time and memory grow from one country to the next. */
function growth(small: Built, large: Built): Measured[] {
  const words = { ...ofBuild, floor: `${small.reports} reports`, files: large.reports }
  const timesMore = large.reports / small.reports
  const [seconds, megabytes] = [
    large.cold.seconds / small.cold.seconds,
    large.cold.megabytes / small.cold.megabytes,
  ]
  return [
    {
      ...words,
      what: `time, ${large.reports} reports`,
      unit: 's',
      floorFigure: small.cold.seconds,
      workFigure: large.cold.seconds,
      ratio: seconds,
      limit: { most: timesMore * mostTime },
    },
    {
      ...words,
      what: `peak memory, ${large.reports} reports`,
      unit: 'MB',
      floorFigure: small.cold.megabytes,
      workFigure: large.cold.megabytes,
      ratio: megabytes,
      limit: small.reports < mostMemory.from ? null : { most: mostMemory.times },
    },
  ]
}

/** Seconds for the site of a build from nothing, which makes the dataset before it. */
function siteSeconds({ stages }: Run): number {
  const of = (stage: string) => stages.get(stage) ?? Number.NaN
  return of('dataset and site') - of('dataset')
}

/** The whole site, all its files included, by the page, against as large pages of Astro that show nothing. */
function againstAstro({ folder, rounds }: BenchOptions, { reports, cold, pages }: Built): Measured {
  const bare = astroPages(folder, pages.bytes, rounds)
  const ours = (siteSeconds(cold) * 1000) / pages.count
  return {
    what: `pages of the site, ${reports} reports`,
    floor: 'bare Astro pages as large',
    work: 'render and write',
    unit: 'ms/page',
    floorFigure: bare,
    workFigure: ours,
    ratio: ours / bare,
    limit: null,
    files: reports,
    kbPerFile: pages.bytes / 1024,
  }
}

/** Countries of a hundredth, a tenth and all of the reports; the smallest where there are too few for that. */
const sizesOf = (reports: number): number[] => [
  ...new Set([100, 10, 1].map((part) => Math.max(5, Math.ceil(reports / part)))),
]

/** Whole builds: from nothing, with nothing new, with one more report, and how they grow. */
export const rebuilding: Benchmark = {
  name: 'rebuilding',
  run: async (options): Promise<Measured[]> => {
    const { folder, reports } = options
    const measured: Measured[] = []
    let before: Built | null = null
    for (const size of sizesOf(reports)) {
      const built = await build(await countryIn(folder, size))
      measured.push(...againstCold(built))
      if (before) measured.push(...growth(before, built))
      before = built
    }
    return before ? [...measured, againstAstro(options, before)] : measured
  },
}
