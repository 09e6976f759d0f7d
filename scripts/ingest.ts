import { readShard } from '../src/dataset/ingest.ts'
import { UsageError } from '../src/dataset/write/folder.ts'
import { buildFlags, run } from './command.ts'
import { finish, progress, readRaw } from './reading.ts'

/** `2/8`: the second of eight parts. */
function shardOf(text: string) {
  const [, part, of] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? []
  if (!part || Number(part) > Number(of))
    throw new UsageError(`--shard takes a part such as 2/8, not ${text}`)
  return { part: Number(part), of: Number(of) }
}

await run(
  {
    name: 'ingest',
    does: 'raw report files into normalized JSON',
    flags: [...buildFlags, 'shard'],
  },
  async (options, values) => {
    if (values['shard'] === undefined) {
      const outputs = ['normalized'] as const
      return finish(await readRaw(options, outputs), options, outputs)
    }
    const { raw, jobs, cache, fresh, retry, quiet } = options
    const { update, stop } = progress(quiet)
    const shard = shardOf(values['shard'] as string)
    const files = await readShard({ raw, jobs, cache, fresh, retry, onProgress: update }, shard).finally(stop)
    if (!quiet) process.stdout.write(`${files} files are in the cache\n`)
    return 0
  },
)
