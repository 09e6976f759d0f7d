import { existsSync } from 'node:fs'
import cliProgress from 'cli-progress'
import type { Atlas } from '../src/dataset/load.ts'
import { sourcesPath } from '../src/dataset/notes.ts'
import { printable } from '../src/dataset/printable.ts'
import { readRegistry, registryPath } from '../src/dataset/registry.ts'
import { summarise } from '../src/dataset/summary.ts'
import { updateNormalized } from '../src/dataset/update.ts'
import {
  datasetMark,
  refuseForeign,
  refuseOverlap,
  refuseUnwritable,
  siteMark,
} from '../src/dataset/write/folder.ts'
import { atlasFile } from '../src/dataset/write/layout.ts'
import type { Options } from './command.ts'

/** How fast files are read; what the cache had is there at once and does not count. */
export class Pace {
  #first: { readonly at: number; readonly done: number } | undefined

  /** Files a second so far, and the seconds that the rest will take; null when nothing was read yet. */
  after(done: number, total: number, now = Date.now()): { speed: number; left: number | null } {
    this.#first ??= { at: now, done }
    const perSecond = ((done - this.#first.done) * 1000) / Math.max(1, now - this.#first.at)
    const left = perSecond > 0 ? Math.ceil((total - done) / perSecond) : null
    return { speed: Math.round(perSecond), left }
  }
}

/** Does a stage of a command, and says on stderr how long it took. */
export async function timed<T>(stage: string, quiet: boolean, work: () => Promise<T>): Promise<T> {
  const start = Date.now()
  const result = await work()
  if (!quiet) process.stderr.write(`${stage}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  return result
}

/** Progress on stderr: a bar on a terminal, elsewhere a plain line at most every five seconds. */
export function progress(quiet: boolean): {
  update: (done: number, total: number) => void
  stop: () => void
} {
  if (quiet) return { update: () => {}, stop: () => {} }
  const pace = new Pace()
  if (process.stderr.isTTY) {
    const bar = new cliProgress.SingleBar({
      stream: process.stderr,
      format: 'reading [{bar}] {value}/{total} files, {speed} a second, {eta_formatted} left',
      hideCursor: true,
    })
    return {
      update: (done, total) => {
        if (!bar.isActive) bar.start(total, done, { speed: 0 })
        const { speed } = pace.after(done, total)
        bar.update(done, { speed })
      },
      stop: () => bar.stop(),
    }
  }
  let last = 0
  const update = (done: number, total: number) => {
    const now = Date.now()
    if (done < total && now - last < 5000) return
    last = now
    const { speed, left } = pace.after(done, total)
    const ahead = done < total && left !== null ? `, ${speed} a second, ${left} s left` : ''
    process.stderr.write(`reading: ${done} of ${total} files${ahead}\n`)
  }
  return { update, stop: () => {} }
}

/** Files by which a folder is known to be an earlier result of ours, by the flag that names the folder. */
const marks = { normalized: atlasFile, dataset: datasetMark, site: siteMark } as const
type Output = keyof typeof marks

/** What is left to be said of what was read when all is done. */
export interface LeftToSay {
  /** The files that gave no report, or one of which nothing could be read. */
  readonly notRead: readonly string[]
  /** How many agencies the registry lacks. */
  readonly lacking: number
}

/**
 * Reads the raw folder and writes what was read; the work that `ingest`, `dataset` and `build` share. The atlas of it
 * is there for `loadAtlas`, and with nobody else, so that it can be let go.
 *
 * @param outputs the flags of the folders that the command writes; they are checked before anything is read
 * @param complete as for `updateNormalized`
 */
export async function readRaw(
  options: Options,
  outputs: readonly Output[],
  complete?: Parameters<typeof updateNormalized>[2],
): Promise<LeftToSay> {
  refuseOverlap(
    options.raw,
    outputs.map((output) => options[output]),
  )
  for (const output of outputs) {
    await refuseForeign(options[output], marks[output])
    await refuseUnwritable(options[output])
  }
  const { raw, jobs, cache, fresh, retry } = options
  const { update, stop } = progress(options.quiet)
  const reading = { raw, jobs, cache, fresh, retry, onProgress: update }
  const atlas = await timed('readings', options.quiet, () =>
    updateNormalized(options.normalized, reading, complete).finally(stop),
  )
  if (atlas.files.found === 0) process.stderr.write(`warning: there is no file in ${raw}\n`)
  if (!options.quiet) process.stdout.write(summarise(atlas))
  const registry = await readRegistry(raw)
  const lacking = atlas.agencies.filter((agency) => !registry.has(agency.agency_id)).length
  return { notRead: notReadOf(atlas), lacking }
}

function notReadOf({ unread, reports }: Atlas): string[] {
  const without = unread.filter(({ code }) => code !== 'correction_stopped').map((issue) => issue.source_path)
  const unreadable = reports.filter(({ status }) => status === 'unreadable').map(({ source }) => source.path)
  return [...new Set([...without, ...unreadable])].toSorted()
}

/** As many files as are named of those that could not be read; all of them are in the issues. */
const mostNamed = 10

/** Says where the results are, and what is missing beside the raw folder. */
function sayWhatNext({ lacking }: LeftToSay, options: Options, outputs: readonly Output[]): void {
  process.stderr.write(`written: ${outputs.map((output) => options[output]).join(', ')}\n`)
  const sources = sourcesPath(options.raw)
  if (!existsSync(sources))
    process.stderr.write(`there is no ${sources}: no report has an address or a date\n`)
  if (lacking === 0) return
  const path = registryPath(options.raw)
  process.stderr.write(`agencies that ${path} lacks: ${lacking} (npm run agencies shows them)\n`)
}

/**
 * Says where the results are, and gives the exit code: 1 when `--strict` was given and a file could not be read, which
 * is said even to those who asked for quiet; else 0.
 */
export function finish(left: LeftToSay, options: Options, outputs: readonly Output[]): number {
  if (!options.quiet) sayWhatNext(left, options, outputs)
  const files = options.strict ? left.notRead : []
  if (files.length === 0) return 0
  const more = files.length > mostNamed ? [`and ${files.length - mostNamed} more`] : []
  const named = [...files.slice(0, mostNamed).map(printable), ...more]
  process.stderr.write(`--strict: not read: ${named.join(', ')}\n`)
  return 1
}
