import { buildFlags, run } from './command.ts'
import { exitCode, readRaw } from './reading.ts'

await run(
  {
    name: 'ingest',
    does: 'raw report files into normalized JSON',
    flags: buildFlags,
  },
  async (options) => exitCode(await readRaw(options, ['normalized']), options),
)
