import cliProgress from 'cli-progress'
import type { Atlas } from '../src/dataset/load.ts'
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

/**
 * Reads the raw folder and writes what was read; the work that `ingest`, `dataset` and `build` share.
 *
 * @param outputs the flags of the folders that the command writes; they are checked before anything is read
 * @param complete as for `updateNormalized`
 */
export async function readRaw(
  options: Options,
  outputs: readonly (keyof typeof marks)[],
  complete?: Parameters<typeof updateNormalized>[2],
): Promise<Atlas> {
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
  return atlas
}

/** 1 when `--strict` was given and a file could not be read, else 0. */
export function exitCode({ files, reports }: Atlas, options: Options): number {
  const unread = files.found > files.reports || reports.some((report) => report.status === 'unreadable')
  return options.strict && unread ? 1 : 0
}
