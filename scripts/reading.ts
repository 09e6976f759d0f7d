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

/** Progress on stderr: a bar on a terminal, elsewhere a plain line at most every five seconds. */
export function progress(quiet: boolean): {
  update: (done: number, total: number) => void
  stop: () => void
} {
  if (quiet) return { update: () => {}, stop: () => {} }
  if (process.stderr.isTTY) {
    const bar = new cliProgress.SingleBar({
      stream: process.stderr,
      format: 'reading [{bar}] {value}/{total} files, {eta_formatted} left',
      hideCursor: true,
    })
    return {
      update: (done, total) => (done === 0 ? bar.start(total, 0) : bar.update(done)),
      stop: () => bar.stop(),
    }
  }
  let last = 0
  const update = (done: number, total: number) => {
    const now = Date.now()
    if (done < total && now - last < 5000) return
    last = now
    process.stderr.write(`reading: ${done} of ${total} files\n`)
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
  const atlas = await updateNormalized(options.normalized, reading, complete).finally(stop)
  if (atlas.files.found === 0) process.stderr.write(`warning: there is no file in ${raw}\n`)
  if (!options.quiet) process.stdout.write(summarise(atlas))
  return atlas
}

/** 1 when `--strict` was given and a file could not be read, else 0. */
export function exitCode({ files, reports }: Atlas, options: Options): number {
  const unread = files.found > files.reports || reports.some((report) => report.status === 'unreadable')
  return options.strict && unread ? 1 : 0
}
